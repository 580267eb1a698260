"""`sayso evaluate`: the shipped encoder and rules over a public corpus."""

from __future__ import annotations

import json as encoding
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.patience import Bar
from sayso.cli.refusing import RefusedError, refusing
from sayso.evaluation.result import Evaluation, Progress


class Task(StrEnum):
    """What can be evaluated."""

    attribution = "attribution"
    syntax = "syntax"
    entities = "entities"
    events = "events"
    standing = "standing"
    factuality = "factuality"
    actors = "actors"
    places = "places"
    speed = "speed"


def evaluate(
    task: Annotated[Task, typer.Argument(help="What to score.")],
    path: Annotated[Path, typer.Argument(help="The corpus in its published layout.")],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of the table.")] = False,
    gold_tokens: Annotated[
        bool,
        typer.Option("--gold-tokens", help="Syntax on the given sentences and words, not from raw text."),
    ] = False,
) -> None:
    """Score the shipped encoder and rules over a public corpus.

    [bold]attribution[/bold]: a PolNeAR split (a folder with text/ and attributions/)

    [bold]syntax[/bold]: a CoNLL-U file or a folder of them

    [bold]entities[/bold]: a CoNLL or IOB2 file

    [bold]events[/bold]: a PLV table (types of event, source and target given)

    [bold]standing[/bold]: a MUC-4 folder with texts and keys (on whose word violence is told)

    [bold]factuality[/bold]: JSONL of UW, MEANTIME or UDS-IH2 (how certain an event is)

    [bold]actors[/bold]: a JSON list of mentions with country and sector

    [bold]places[/bold]: an XML file of toponyms with coordinates (LGL, GWN, TR-News, GeoVirus)

    [bold]speed[/bold]: any text file, JSONL with `text`, CoNLL-U, PolNeAR or a folder of texts

    [bold]Examples[/bold]

      sayso evaluate attribution polnear/data/dev

      sayso evaluate syntax en_ewt-ud-dev.conllu --gold-tokens

      sayso evaluate entities re3d_dev.txt --json

      sayso evaluate events PLV_train.tsv

      sayso evaluate standing muc4/TASK/CORPORA/tst1

      sayso evaluate factuality MEANTIME/dev.jsonl

      sayso evaluate actors ngec_actor_cases.json
    """
    if gold_tokens and task is not Task.syntax:
        raise RefusedError(f"--gold-tokens goes with syntax, not with {task.value}")
    with refusing(), Bar(f"evaluating {task.value}") as bar:
        evaluation = _run(task, path, gold_tokens=gold_tokens, progress=bar)
    if json:
        print(encoding.dumps(evaluation.as_dict()))
    else:
        _print_table(evaluation)


def _run(task: Task, path: Path, *, gold_tokens: bool, progress: Progress) -> Evaluation:
    if task is Task.attribution:
        from sayso.evaluation import attribution

        return attribution.evaluate(path, progress=progress)
    if task is Task.syntax:
        from sayso.evaluation import syntax

        return syntax.evaluate(path, gold_tokens=gold_tokens, progress=progress)
    if task is Task.entities:
        from sayso.evaluation import entities

        return entities.evaluate(path, progress=progress)
    if task is Task.events:
        from sayso.evaluation import events

        return events.evaluate(path, progress=progress)
    if task is Task.standing:
        from sayso.evaluation import standing

        return standing.evaluate(path, progress=progress)
    if task is Task.factuality:
        from sayso.evaluation import factuality

        return factuality.evaluate(path, progress=progress)
    if task is Task.places:
        from sayso.evaluation import places

        return places.evaluate(path, progress=progress)
    if task is Task.actors:
        from sayso.evaluation import actors

        return actors.evaluate(path, progress=progress)
    from sayso.evaluation import speed

    return speed.evaluate(path, progress=progress)


def _print_table(evaluation: Evaluation) -> None:
    from rich.console import Console

    from sayso.cli.scores import table

    Console().print(table(evaluation))

"""`sayso code`: the events of many documents as one table."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, get_args

import typer

from sayso.cli.patience import Bar
from sayso.cli.refusing import RefusedError, refusing
from sayso.runs.coding import Format
from sayso.schema.event import Standing

STANDINGS: tuple[str, ...] = get_args(Standing)
# Refused documents that are named one by one.
_NAMED = 20


def code(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="INPUT…", help="Files, folders, or .jsonl with `text` and `date`.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The file to write.")],
    format: Annotated[Format, typer.Option("--format", help="How to write the events.")] = Format.jsonl,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, max=64, help="Processes; the bytes are the same for any number."),
    ] = 1,
    standing: Annotated[
        str, typer.Option(metavar="S,…", help=f"Keep only these: {', '.join(STANDINGS)}.")
    ] = "",
    date: Annotated[
        str | None, typer.Option(metavar="D", help="Date of publication for documents that do not say.")
    ] = None,
) -> None:
    """Code the events of many documents, each with its standing: on whose word it is told.

    A run that is killed goes on where it was when the same command is given again;
    OUT appears when it is whole.

    [bold]jsonl[/bold]: one object to an event, with its document and the chain of who says it

    [bold]csv[/bold]: one row to an event

    [bold]polecat[/bold]: POLECAT's 40 columns, tab separated, then whose word it is

    [bold]Examples[/bold]

      sayso code articles/ -o events.jsonl

      sayso code news.jsonl -o events.tsv --format polecat --jobs 2

      sayso code articles/ -o facts.csv --format csv --standing fact,admitted
    """
    kept = _standings(standing)
    with refusing():
        _run(inputs, out, format=format, jobs=jobs, kept=kept, date=date)


def _standings(given: str) -> tuple[str, ...]:
    kept = tuple(part.strip() for part in given.split(",") if part.strip())
    for name in kept:
        if name not in STANDINGS:
            raise RefusedError(f"{name!r} is no standing; expected some of {', '.join(STANDINGS)}")
    return kept


def _run(
    inputs: list[Path], out: Path, *, format: Format, jobs: int, kept: tuple[str, ...], date: str | None
) -> None:
    from sayso import __version__, pipeline
    from sayso.reading.dates import checked_date
    from sayso.runs.coding import Job, heading
    from sayso.runs.inputs import items
    from sayso.runs.journal import Journal
    from sayso.runs.running import run, shards

    date = None if date is None else checked_date(date)
    total = sum(1 for _ in items(inputs))
    threads = max(1, (os.cpu_count() or 1) // jobs)
    job = Job(format, kept, date, threads)
    told = {
        "inputs": [str(path.resolve()) for path in inputs],
        "items": total,
        "job": [format.value, *kept, date],
        "version": [__version__, pipeline.encoder_version()],
    }
    refused: list[str] = []
    with Journal(out, told) as journal, Bar("coding") as bar:
        if not journal.done and not journal.counts:
            journal.add(heading(job), items=0)
        for shard, coded in run(shards(items(inputs), skip=journal.done), job, jobs=jobs):
            counts = {"documents": coded.documents, "events": coded.events, "refused": len(coded.refused)}
            journal.add(coded.lines, items=len(shard), **counts)
            refused += coded.refused
            bar(journal.done, total)
        journal.finish()
    _report(out, journal.counts, refused)


def _report(out: Path, counts: dict[str, int], refused: list[str]) -> None:
    for sentence in refused[:_NAMED]:
        typer.echo(f"sayso: not read: {sentence}", err=True)
    if len(refused) > _NAMED:
        typer.echo(f"sayso: and {len(refused) - _NAMED} more", err=True)
    read, events, failed = (counts.get(name, 0) for name in ("documents", "events", "refused"))
    typer.echo(f"{read} documents read, {events} events written to {out}, {failed} not read", err=True)
    if failed:
        raise typer.Exit(1)

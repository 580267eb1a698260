"""`sayso corrections`: what persons decided, to look at and to learn from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.counting import counted
from sayso.cli.deciding import AT, BY, CODEBOOK, decide, subject
from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.outfile import written
from sayso.cli.refusing import one_line, refusing

if TYPE_CHECKING:
    from sayso.ledger.decided import Decided
    from sayso.ledger.ledger import Ledger
    from sayso.schema.correction import Correction

_WORDS = 60  # characters

corrections = typer.Typer(
    no_args_is_help=True, rich_markup_mode="rich", help="What persons decided about a ledger's records."
)


@corrections.command("list")
def list_(
    ledger: Annotated[str, LEDGER] = "",
    json_: Annotated[bool, typer.Option("--json", help="One JSON object to a line.")] = False,
) -> None:
    """All decisions in the order in which they were made; undone ones too, since nothing is ever deleted.

    [bold]lost[/bold]: the current coding has no such record; a later one may have it again

    [bold]Examples[/bold]

      sayso corrections list --ledger news.ledger
    """
    with refusing(), open_for(ledger) as opened:
        from sayso.export.json import clean
        from sayso.ledger.decided import decided
        from sayso.ledger.naming import names_of

        for one in decided(opened):
            if json_:
                typer.echo(clean(_json(one)))
            else:
                names = names_of(opened, one.correction.target.get("entities", ()))
                typer.echo(one_line(_line(one, names)))


@corrections.command()
def export(
    ledger: Annotated[str, LEDGER] = "",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="A file instead of standard output.")
    ] = None,
) -> None:
    """Passages with what was coded and what a person says, one JSON object to a line, as training data.

    [bold]Examples[/bold]

      sayso corrections export --ledger news.ledger -o corrected.jsonl
    """
    with refusing(), open_for(ledger) as opened:
        from sayso.export.json import clean
        from sayso.ledger.teaching import examples

        count = whole = 0
        with written(out) as file:
            for example in examples(opened):
                file.write(clean(json.dumps(example, ensure_ascii=False)) + "\n")
                count, whole = count + 1, whole + example["complete"]
        told = f"{counted(count, 'passage')}, in {whole:,} of which a person looked at every record"
        typer.echo(told, err=True)


@corrections.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="UIMA CAS JSON, or an archive of such.")],
    ledger: Annotated[str, LEDGER] = "",
    codebook: Annotated[Path | None, CODEBOOK] = None,
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """Decisions from a file that `sayso export --to inception` wrote and a person corrected in INCEpTION.

    What was deleted there is rejected, what was changed is edited, and `decision` accepts or rejects. A
    change that cannot become a decision is listed after "left:". All of it can be undone. The exit status
    is 1 where the ledger holds none of the documents.

    [bold]Examples[/bold]

      sayso corrections import corrected.zip --ledger news.ledger --by Anna
    """
    left: list[str] = []
    found: list[bool] = []
    made: list[Correction] = []

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.codebook import load_codebook
        from sayso.inputs.cas import read_cas
        from sayso.runs.correcting import changes

        for each in changes(opened, read_cas(file), load_codebook(codebook)):
            left.extend(one.line for one in each.left)
            found.append(each.found)
            made.extend(each.drafts)
            yield from each.drafts

    decide(ledger, by, at, drafts)
    for line in left:
        typer.echo(one_line(f"left: {line}"))
    if not any(found):
        typer.echo("nothing is written: no document of this ledger has a text of this file", err=True)
        raise typer.Exit(1)
    if left:
        told = f"{counted(len(left), 'change')} left, as told above; the others are written"
        typer.echo(told, err=True)
    elif not made:
        typer.echo("nothing changed since it was exported, so nothing is written", err=True)


def _line(one: Decided, names: Mapping[str, str]) -> str:
    state = "lost" if one.lost else "" if one.stands else "undone"
    said = one.correction
    words = one.words if len(one.words) <= _WORDS else one.words[: _WORDS - 1] + "…"
    told = f"{said.id} {said.at[:16].replace('T', ' ')} {said.by} {said.action} {subject(said, names)}"
    quoted = f" “{words}”" if said.document is not None else ""
    return f"{told}{quoted}{f' ({state})' if state else ''}"


def _json(one: Decided) -> str:
    from sayso.schema.plain import to_plain

    row = {"id": one.correction.id, **to_plain(one.correction)}
    row |= {"stands": one.stands, "lost": one.lost, "words": one.words}
    return json.dumps(row, ensure_ascii=False)

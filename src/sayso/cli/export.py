"""`sayso export`: the records of a ledger, or what a search finds, to other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.asking import Searched
from sayso.cli.facets import narrowed
from sayso.cli.ledgers import LEDGER, open_for, open_up_to_date
from sayso.cli.outfile import standard, written
from sayso.cli.patience import Bar
from sayso.cli.refusing import RefusedError, refusing
from sayso.cli.wanted import wanted
from sayso.export.formats import FORMS, Form

if TYPE_CHECKING:
    from sayso.ledger.asking import Filter
    from sayso.ledger.ledger import Ledger
    from sayso.runs.exporting import Search

_DEFAULT = "jsonl"
_NOTHING = "no record answers, so what is written holds none"
_EMPTY = "the ledger holds no document"


@narrowed()
def export(
    ledger: Annotated[str, LEDGER] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT", help="How to write the records; see above.")
    ] = _DEFAULT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="A file instead of standard output.")
    ] = None,
    search: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help='Only what has all of these; "in quotes" side by side, attack*, -without.'
        ),
    ] = None,
    kind: Annotated[
        Searched | None,
        typer.Option("--kind", help="What to search; all that the format holds, if not said."),
    ] = None,
    *,
    asked: Filter,
) -> None:
    form = _form(to, out)
    found = wanted(search, asked, kind, to=to)
    # every record by itself needs no other document beside it
    whole = to == _DEFAULT and found is None
    with refusing(), open_for(ledger) if whole else open_up_to_date(ledger) as opened:
        _check(opened, asked)
        _write(opened, to, form, found, out)


export.__doc__ = """Write the records of a ledger for other programs: all of them, or what a search finds.

The same records give the same bytes, in an order that hangs on nothing else. What a person rejected is left
out, and what was corrected is given as corrected; jsonl without a search holds both. OUT appears when it is
whole; what was called so before stays until then.

[bold]Formats[/bold] (docs/exports tells what each keeps and loses)

FORMATS

[bold]Examples[/bold]

  sayso export --ledger news.ledger > news.jsonl

  sayso export --to csv --ledger news.ledger -o events.csv

  sayso export --to csv-claims --search ferry --naming anonymous_on_request --ledger news.ledger

  sayso export --to parquet --type ASSAULT --origins '>=2' --ledger news.ledger -o assaults.parquet

  sayso export --ledger news.ledger | jq 'select(.record == "event" and .standing == "denied")'
""".replace("FORMATS", "\n\n".join(f"  [bold]{name}[/bold]: {form.says}" for name, form in FORMS.items()))


def _form(to: str, out: Path | None) -> Form:
    form = FORMS.get(to)
    if form is None:
        raise RefusedError(f"{to!r:.40} is no format; expected one of {', '.join(FORMS)}")
    if form.binary and standard(out) and sys.stdout.isatty():
        raise RefusedError(f"{to} is no text for a terminal; give a file with -o, such as news{form.suffix}")
    return form


def _check(ledger: Ledger, filter: Filter) -> None:
    from sayso.ledger.knowing import check_known

    check_known(ledger, filter)


def _write(ledger: Ledger, to: str, form: Form, asked: Search | None, out: Path | None) -> None:
    from sayso.export.formats import ExportError
    from sayso.runs.exporting import pieces

    totals, size = [0], 0  # documents, bytes
    try:
        with written(out) as file, Bar(f"exporting {to}") as bar:

            def at(done: int, total: int) -> None:
                totals.append(total)
                bar(done, total)

            for piece in pieces(ledger, to, asked, at=at):
                size += len(piece)
                file.buffer.write(piece)
    except ExportError as error:
        raise RefusedError(str(error)) from error
    if not max(totals):
        typer.echo(f"sayso: nothing found: {_NOTHING if asked else _EMPTY}", err=True)
    elif not size:
        typer.echo(f"sayso: nothing written: nothing that was found can be told in {to}", err=True)

"""`sayso diff`: what two codings of the same documents tell differently."""

from __future__ import annotations

import json as plain_json
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.counting import counted
from sayso.cli.ledgers import LEDGER, open_for

if TYPE_CHECKING:
    from sayso.ledger.differing import Difference
    from sayso.ledger.ledger import Ledger


def diff(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT…]", help="Ids, or how they begin; all documents without."),
    ] = None,
    ledger: Annotated[str, LEDGER] = "",
    before: Annotated[
        str | None,
        typer.Option(metavar="MARK", help="Of the older coding; without, the last that was superseded."),
    ] = None,
    after: Annotated[
        str | None, typer.Option(metavar="MARK", help="Of the newer coding; without, the one that counts.")
    ] = None,
    marks: Annotated[bool, typer.Option("--marks", help="List the marks of all codings instead.")] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object to a document, a line each.")] = False,
) -> None:
    """Tell what a newer coding of the same documents added, lost or changed.

    A ledger keeps the codings that `sayso recode` superseded. Events are the same where their anchors meet,
    claims where half of their words are the same. What persons corrected is left aside.

    [bold]Examples[/bold]

      sayso diff --ledger news.ledger

      sayso diff 54ed6592 --ledger news.ledger --json

      sayso diff --marks --ledger news.ledger
    """
    with open_for(ledger) as opened:
        from sayso.ledger.differing import differences

        if marks:
            _print_marks(opened)
            return
        ids = _ids(opened, documents) if documents else None
        found = differences(opened, ids, before=before, after=after)
        if json:
            _print_json(found)
        else:
            _print(found)


def _ids(ledger: Ledger, given: list[str]) -> list[str]:
    from sayso.ledger.showing import document_id

    return list(dict.fromkeys(document_id(ledger, one) for one in given))


def _print_marks(ledger: Ledger) -> None:
    from sayso.ledger.differing import marks

    for mark, documents, current in marks(ledger):
        typer.echo(f"{mark}  {counted(documents, 'document')}, {current:,} still so")


def _print_json(found: Iterable[Difference]) -> None:
    from sayso.export.json import clean
    from sayso.schema.plain import to_plain

    for one in found:
        line = clean(plain_json.dumps(to_plain(one), ensure_ascii=False))
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")


def _print(found: Iterable[Difference]) -> None:
    from sayso.cli.changes import changes
    from sayso.cli.printing import print_plainly

    documents, tallies, same = 0, Counter[tuple[str, str]](), 0
    for one in found:
        documents, same = documents + 1, same + one.same
        tallies.update((change.kind, change.what) for change in one.changes)
        if one.changes:
            print_plainly(changes(one))
    if not documents:
        typer.echo("no document has two codings that differ; `sayso recode` codes again after an upgrade")
        return
    told = [f"{counted(number, kind)} {what}" for (kind, what), number in sorted(tallies.items())]
    parts = [*(told or ["nothing changed"]), f"{counted(same, 'record')} the same"]
    typer.echo(f"{counted(documents, 'document')} with two codings: {', '.join(parts)}")

"""`sayso search`: claims and events of a ledger by words and facets."""

from __future__ import annotations

import csv as tables
import json as plain_json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.asking import OrderOption, Searched, check_place, facet, kind_of
from sayso.cli.facets import Several, narrowed
from sayso.cli.ledgers import LEDGER, open_for, open_up_to_date
from sayso.cli.printing import print_plainly
from sayso.cli.refusing import RefusedError

if TYPE_CHECKING:
    from sayso.ledger.asking import Filter
    from sayso.ledger.hits import Hit, Kind
    from sayso.ledger.searching import Page

_LETTER = "reliability"  # of the source, by `sayso correct rate`


@narrowed(review=facet("review", "R", "accepted, rejected or edited by a person; rejected ones need it."))
def search(
    words: Annotated[
        Several,
        typer.Argument(metavar="[WORDS]…", help='All of these; "in quotes" side by side, attack*, -without.'),
    ] = None,
    ledger: Annotated[str, LEDGER] = "",
    kind: Annotated[
        Searched | None,
        typer.Option("--kind", help="What to search; events where an option below is theirs alone."),
    ] = None,
    *,
    asked: Filter,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="Hits to show.")] = 20,
    after: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Go on where the page before ended.")
    ] = None,
    order: Annotated[OrderOption, typer.Option(help="By the days.")] = OrderOption.newest,
    json: Annotated[bool, typer.Option("--json", help="One JSON object to a hit, a line each.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="A table for spreadsheets.")] = False,
) -> None:
    """Search who says what, and what is said to have happened, in all that a ledger holds.

    What a person rejected is left out, unless --review asks for it.

    [bold]Examples[/bold]

      sayso search ferry --ledger news.ledger

      sayso search '"cease fire" -talks' --ledger news.ledger --since 2025-01-01

      sayso search --ledger news.ledger --type ASSAULT --actor KEN --standing denied,reported --csv

      sayso search strike --ledger news.ledger --outlet "Dorsk Daily" --json | jq .content

      sayso search --ledger news.ledger --type ASSAULT --origins '>=2'
    """
    if json and csv:
        raise RefusedError("--json and --csv exclude each other; give one of them")
    check_place(after)
    # What nobody asks to be counted need not be laid beside the others first.
    with open_for(ledger) if asked.origins is None else open_up_to_date(ledger) as opened:
        from sayso.ledger.knowing import check_known
        from sayso.ledger.rating import reliability
        from sayso.ledger.searching import search as find

        searched = kind_of(asked, kind)
        check_known(opened, asked)
        page = find(
            opened, " ".join(words or ()), asked, kind=searched, limit=limit, after=after, order=order.value
        )
        letters = reliability(opened)
    _print(page, searched, letters, json=json, csv=csv)


def _print(page: Page, kind: Kind, letters: Mapping[str, str], *, json: bool, csv: bool) -> None:
    from sayso.cli.found import found, total

    if not json and not csv:
        print_plainly(found(page, kind, letters))
        return
    if json:
        _print_json(page, letters)
    else:
        _print_csv(page, kind, letters)
    if page.next:
        told = f"{len(page.hits):,} of {total(page)} {kind}"
        typer.echo(f"sayso: {told}; for more: --after {page.next}", err=True)


def _print_json(page: Page, letters: Mapping[str, str]) -> None:
    from sayso.export.json import clean

    for hit in page.hits:
        values = {"id": hit.id, **_values(hit, letters), "marks": hit.marks}
        sys.stdout.buffer.write(clean(plain_json.dumps(values, ensure_ascii=False)).encode() + b"\n")


def _print_csv(page: Page, kind: Kind, letters: Mapping[str, str]) -> None:
    from sayso.export.cells import cell
    from sayso.ledger.hits import columns_of

    out = tables.writer(sys.stdout, lineterminator="\n")
    out.writerow(["id", *columns_of(kind), _LETTER])
    for hit in page.hits:
        values = _values(hit, letters).values()
        out.writerow([hit.id, *(cell("" if told is None else str(told)) for told in values)])


def _values(hit: Hit, letters: Mapping[str, str]) -> Mapping[str, Any]:
    """The columns of a hit, and the letter that a person gave its source."""
    from sayso.cli.found import letter_of_hit
    from sayso.ledger.hits import ClaimHit, columns_of

    kind: Kind = "claims" if isinstance(hit, ClaimHit) else "events"
    told = {name: getattr(hit, name) for name in columns_of(kind)}
    return told | {_LETTER: letter_of_hit(letters, hit)}

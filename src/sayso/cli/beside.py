"""`sayso beside`: imported rows beside what sayso read, with on whose word each account stands."""

from __future__ import annotations

import json as plain_json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_up_to_date
from sayso.cli.patience import Bar

Several = list[str] | None


class Rows(StrEnum):
    """Which rows are listed."""

    with_account = "with"
    without = "without"
    all = "all"


def beside(
    ledger: Annotated[str, LEDGER] = "",
    dataset: Annotated[
        Several, typer.Option(metavar="D", help="polecat, icews, gdelt, gdelt1, gdelt2, phoenix.")
    ] = None,
    type: Annotated[Several, typer.Option(metavar="T", help="ASSAULT, CONSULT …")] = None,
    country: Annotated[
        Several, typer.Option(metavar="C", help="Three letters; of actor, recipient or place.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="D", help="First day, such as 2025-03-14.")] = None,
    until: Annotated[str | None, typer.Option(metavar="D", help="Last day.")] = None,
    rows: Annotated[
        Rows, typer.Option(help="Those with an account that sayso read, without one, or all.")
    ] = Rows.with_account,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=0, max=1000, help="Rows to list; all are counted.")
    ] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Lay imported rows beside the accounts that sayso read, with their standing.

    Some rows have accounts, others none. A row and an account belong together by type, by day (one apart at
    most), and by actor and recipient, their countries or names. The row itself has no standing: its data set
    does not tell on whose word it is.

    [bold]Examples[/bold]

      sayso beside --ledger news.ledger

      sayso beside --dataset gdelt --type ASSAULT --rows without --ledger news.ledger

      sayso beside --json --ledger news.ledger | jq '.counts.on_word'
    """
    with open_up_to_date(ledger) as opened:
        from sayso.ledger.across.beside import beside as lay
        from sayso.ledger.imported import Chosen

        chosen = Chosen(tuple(dataset or ()), tuple(type or ()), tuple(country or ()), since, until)
        with Bar("laying rows beside accounts") as bar:
            laid = lay(opened, chosen, wanted=rows.value, limit=limit, at=bar)
    if json:
        from sayso.export.json import clean
        from sayso.ledger.across.beside import laid_json

        line = clean(plain_json.dumps(laid_json(laid), ensure_ascii=False))
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
        return
    from sayso.cli.alongside import shown
    from sayso.cli.printing import print_plainly

    print_plainly(shown(laid, rows.value))

"""`sayso speaker`: what one person or body said over time."""

from __future__ import annotations

import json as plain_json
import sys
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_up_to_date


def speaker(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of a person or a body; as much as nobody else is called.")
    ],
    ledger: Annotated[str, LEDGER] = "",
    since: Annotated[
        str | None, typer.Option(metavar="D", help="First day of publication, such as 2025-03-14.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="D", help="Last day.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, max=1000, help="Statements to show, the latest.")
    ] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """List one person's or body's statements over time, with contradictions.

    Each once, with the outlets that report it and from how many origins; and pairs of them that may
    contradict each other, with the words that differ. Which of the two is right, sayso does not say. Names
    that may be somebody else's are left out, and told.

    [bold]Examples[/bold]

      sayso speaker "Ilena Brask" --ledger news.ledger

      sayso speaker "Karvia's defence ministry" --ledger news.ledger --since 2025-03-01

      sayso speaker Brask --ledger news.ledger --json | jq '.clashes[].words'
    """
    with open_up_to_date(ledger) as opened:
        from sayso.ledger.across.speakers import speaker as find

        found = find(opened, name, since=since, until=until, limit=limit)
    if json:
        from sayso.export.json import clean
        from sayso.schema.plain import to_plain

        line = clean(plain_json.dumps(to_plain(found), ensure_ascii=False))
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
        return
    from sayso.cli.printing import print_plainly
    from sayso.cli.statements import shown

    print_plainly(shown(found))

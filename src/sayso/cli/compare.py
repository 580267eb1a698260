"""`sayso compare`: two outlets side by side."""

from __future__ import annotations

import json as plain_json
import sys
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_up_to_date


def compare(
    one: Annotated[str, typer.Argument(metavar="OUTLET", help="A name, however it is written.")],
    other: Annotated[str, typer.Argument(metavar="OUTLET", help="Another one.")],
    ledger: Annotated[str, LEDGER] = "",
    since: Annotated[
        str | None, typer.Option(metavar="D", help="First day of publication, such as 2025-03-14.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="D", help="Last day.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="Of each list.")] = 10,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Lay two outlets side by side: what both tell, and how differently.

    How much of either has one origin with the other; the events that both tell of, those first that they tell
    differently; what the one tells and the other is silent on; how their claims are sourced, and whom only
    one of them quotes. It counts what the ledger has of either.

    [bold]Examples[/bold]

      sayso compare "Dorsk Daily" "The Telmara Courier" --ledger news.ledger

      sayso compare dorskdaily.com "Telmara Courier" --ledger news.ledger --json | jq '.both[].differs'
    """
    with open_up_to_date(ledger) as opened:
        from sayso.ledger.across.outlets import compare as find

        found = find(opened, one, other, since=since, until=until, limit=limit)
    if json:
        from sayso.export.json import clean
        from sayso.schema.plain import to_plain

        line = clean(plain_json.dumps(to_plain(found), ensure_ascii=False))
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
        return
    from sayso.cli.printing import print_plainly
    from sayso.cli.sidebyside import shown

    print_plainly(shown(found))

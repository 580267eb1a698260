"""`sayso origins`: how many independent accounts there are, and why documents were counted as one."""

from __future__ import annotations

import json as plain_json
import sys
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_up_to_date


def origins(
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="Of a document, for its origin; of an event or claim (54ed65:v2), for those of all that tell"
            " it. All documents, if left out.",
        ),
    ] = None,
    ledger: Annotated[str, LEDGER] = "",
    level: Annotated[
        float,
        typer.Option(
            metavar="PART",
            help="The part of a text's own words, 0 to 1, that must be another's for it to rest on that.",
        ),
    ] = 0.4,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Count independent accounts, not addresses, and show why.

    Which documents are copies, abridgements or retellings of one, which credit one, and why each was put with
    the others. What cannot be told is said to be unsure.

    [bold]Examples[/bold]

      sayso origins --ledger news.ledger

      sayso origins 54ed6592

      sayso origins 54ed6592:v2 --json
    """
    with open_up_to_date(ledger) as opened:
        from sayso.ledger.across.origins import origins as find
        from sayso.ledger.across.origins import origins_json

        found = find(opened, id, level=level)
        if json:
            from sayso.export.json import clean

            line = clean(plain_json.dumps(origins_json(opened, found), ensure_ascii=False))
            sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
            return
        from sayso.cli.beginnings import shown
        from sayso.cli.printing import print_plainly

        print_plainly(shown(opened, found))

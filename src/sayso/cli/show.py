"""`sayso show`: one record of a ledger and where it comes from."""

from __future__ import annotations

import json as plain_json
import sys
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_for


def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Of a document, or its beginning; DOCUMENT:c3, :v2, :a1, :e1; of an entity, or its name.",
        ),
    ],
    ledger: Annotated[str, LEDGER] = "",
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Show a document, claim, event, attribution or entity, and where it comes from.

    Its place in the text, the chain of who says it, where the text was found, how it was coded, and what
    persons corrected. Of an event each who takes part has an id, as `sayso correct` takes it; of an entity it
    tells with whom it was merged.

    [bold]Examples[/bold]

      sayso show 54ed6592 --ledger news.ledger

      sayso show 54ed6592:c3 --ledger news.ledger

      sayso show 54ed6592:v2 --ledger news.ledger --json

      sayso show "Ilena Brask" --ledger news.ledger
    """
    with open_for(ledger) as opened:
        from sayso.ledger.showing import show as find

        record = find(opened, id)
    if json:
        from sayso.export.json import clean
        from sayso.schema.plain import to_plain

        line = clean(plain_json.dumps(to_plain(record), ensure_ascii=False))
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
        return
    from sayso.cli.printing import print_plainly
    from sayso.cli.provenance import shown

    print_plainly(shown(record))

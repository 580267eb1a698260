"""`sayso export`: the records of a ledger to other programs."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.outfile import written
from sayso.cli.refusing import refusing


class Target(StrEnum):
    """How records are written."""

    jsonl = "jsonl"


def export(
    ledger: Annotated[str, LEDGER] = "",
    to: Annotated[Target, typer.Option("--to", help="How to write the records.")] = Target.jsonl,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="A file instead of standard output.")
    ] = None,
) -> None:
    """Write every record of a ledger, in an order that hangs on nothing but the records.

    OUT appears when it is whole; what was called so before stays until then.

    [bold]jsonl[/bold]: one object to a record; `sayso ingest` reads it into any other ledger

    [bold]Examples[/bold]

      sayso export --to jsonl --ledger news.ledger > news.jsonl

      sayso export --ledger news.ledger | jq 'select(.record == "event" and .standing == "denied")'
    """
    with refusing(), open_for(ledger) as opened:
        from sayso.export.json import clean
        from sayso.ledger.exporting import export as records

        with written(out) as file:
            for record in records(opened):
                file.write(clean(json.dumps(record, ensure_ascii=False)) + "\n")

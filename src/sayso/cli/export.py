"""`sayso export`: the records of a ledger to other programs."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_for
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

    [bold]jsonl[/bold]: one object to a record; `sayso ingest` reads it into any other ledger

    [bold]Examples[/bold]

      sayso export --to jsonl --ledger news.ledger > news.jsonl

      sayso export --ledger news.ledger | jq 'select(.record == "event" and .standing == "denied")'
    """
    with refusing(), open_for(ledger) as opened:
        from sayso.export.json import clean
        from sayso.ledger.exporting import export as records
        from sayso.runs.sparing import spare_ledgers

        spare_ledgers(out)
        file = out.open("w", encoding="utf-8", newline="\n") if out else sys.stdout
        try:
            for record in records(opened):
                file.write(clean(json.dumps(record, ensure_ascii=False)) + "\n")
        finally:
            if out:
                file.close()

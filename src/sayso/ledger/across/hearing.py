"""In whose hearing a claim was made: "told the Courier"."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger.across.records import Record
from sayso.ledger.across.ties import batches
from sayso.ledger.tables import credits, locations


def heard_by(connection: Connection, claims: Sequence[Record]) -> dict[str, tuple[str, ...]]:
    """For each of some claims, by its id, the names of the outlets that it was told to, where known."""
    ids = {(record.document, record.value.id.rpartition(":")[2]): record.value.id for record in claims}
    given = [
        (ids[document, record], outlet, credit["name"], credit["sure"])
        for document, outlet, credit, records in _told(connection, sorted({each[0] for each in ids}))
        for record in records
        if (document, record) in ids
    ]
    known = _outlets(connection, {outlet for _, outlet, _, sure in given if not sure})
    found: dict[str, dict[str, None]] = {}
    for id, outlet, name, sure in given:
        if sure or outlet in known:
            found.setdefault(id, {})[name] = None
    return {id: tuple(names) for id, names in found.items()}


def _told(connection: Connection, documents: list[int]) -> list[tuple[int, str, dict[str, Any], list[str]]]:
    """The credits that say to whom something was told, with the records that rest on them."""
    found = []
    for some in batches(documents):
        rows = select(credits.c.document, credits.c.outlet, credits.c.credit, credits.c.records).where(
            credits.c.document.in_(some), credits.c.records != ""
        )
        for document, outlet, written, records in connection.execute(rows.order_by(credits.c.number)):
            credit = json.loads(written)
            if credit["way"] == "told":
                found.append((document, outlet, credit, records.split()))
    return found


def _outlets(connection: Connection, keys: set[str]) -> set[str]:
    """Those that published something in the ledger: "told Vesper" tells no outlet by itself."""
    found: set[str] = set()
    wanted = sorted(keys)
    for at in range(0, len(wanted), 500):
        rows = select(locations.c.publisher).where(locations.c.publisher.in_(wanted[at : at + 500]))
        found.update(connection.scalars(rows.distinct()))
    return found

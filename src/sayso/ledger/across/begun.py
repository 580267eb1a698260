"""With which document the account of each document begins, as it is settled."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from sayso.ledger.across.ties import batches
from sayso.ledger.tables import stories


def begun(connection: Connection, numbers: Collection[int]) -> dict[int, int]:
    """For each document the number of the one that its account begins with; its own, where that is not settled."""
    found: dict[int, int] = {number: number for number in numbers}
    for some in batches(sorted(found)):
        rows = select(stories.c.document, stories.c.origin).where(
            stories.c.document.in_(some), stories.c.origin.is_not(None)
        )
        found |= {number: origin for number, origin in connection.execute(rows)}
    return found

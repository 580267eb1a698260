"""Lists a page at a time: `limit`, and `cursor`, which is `next` of the page before."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from sayso.ledger.errors import LedgerError

Limit = Annotated[int, Query(ge=1, le=1000, description="How many at most.")]
Cursor = Annotated[
    str | None,
    Query(max_length=100, description="`next` of the page before; left out for the first page."),
]
_FURTHEST = 10_000_000


def number(cursor: str | None) -> int:
    """How many come before, where that is what a cursor tells.

    Raises:
        LedgerError: it is none of ours.
    """
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdecimal()) or len(cursor) > 8 or int(cursor) > _FURTHEST:
        raise LedgerError(f"{cursor!r:.60} is no place to go on from; give `next` of the page before")
    return int(cursor)

"""The order of publication as one whole number: the day, and within a day by the document's id.

It hangs on nothing but the document, so that "the first five" are the same five in whatever order documents
came into the ledger. 47 bits, which SQLite keeps in six bytes.
"""

from __future__ import annotations

from datetime import date

_BITS = 30
_FIRST = date(1800, 1, 1).toordinal()
_LAST = (1 << 17) - 2  # days from the first, which is the year 2158
UNDATED = (_LAST + 1) << _BITS


def rank_of(published: str | None, id: str) -> int:
    """The rank of a document; what has no date comes behind all that have one.

    Args:
        published: ISO date or interval, whose first day counts.
        id: hexadecimal, at least eight characters.
    """
    return (_day(published) << _BITS) + (int(id[:8], 16) >> 2)


def window(rank: int, days: int) -> tuple[int, int]:
    """The ranks, both included, from so many days before until so many days after this one's day.

    For what has no date that is everything.
    """
    if rank >= UNDATED:
        return 0, UNDATED + (1 << _BITS)
    day = rank >> _BITS
    return max(0, day - days) << _BITS, (min(_LAST, day + days) + 1 << _BITS) - 1


def _day(published: str | None) -> int:
    try:
        day = date.fromisoformat((published or "").split("/")[0][:10]).toordinal()
    except ValueError:
        return _LAST + 1
    return min(max(0, day - _FIRST), _LAST)

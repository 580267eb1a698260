"""The day a text came out, from what is known of it."""

from __future__ import annotations

from datetime import date

_DAY = len("2025-03-14")


def first_day(published: str | None) -> str | None:
    """The first of the days on which it may have come out, as an ISO date; None where that is not known.

    Args:
        published: an ISO date or an interval, as in `Document`.
    """
    told = (published or "").partition("/")[0][:_DAY]
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return None

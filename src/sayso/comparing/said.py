"""A statement with what of it is compared, worked out once, so that millions of pairs are cheap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.comparing.naming import Speaker
from sayso.comparing.speaker import speaker
from sayso.comparing.statement import Order, Statement
from sayso.comparing.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with what of it is compared."""

    statement: Statement
    speaker: Speaker
    wording: Wording
    day: int | None
    order: Order


def day_of(statement: Statement) -> int | None:
    """The day that a statement is of, as a proleptic ordinal, or None."""
    return date.fromisoformat(statement.day).toordinal() if statement.day else None


@lru_cache(maxsize=1 << 14)
def said(statement: Statement) -> Said:
    """The same for each statement, kept."""
    words = wording(statement.content)
    return Said(
        statement=statement,
        speaker=speaker(statement),
        wording=words,
        day=day_of(statement),
        order=statement.order,
    )

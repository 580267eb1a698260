"""What the patterns for distances mean: "two days ago", "three years earlier", "in the past 24 hours"."""

from __future__ import annotations

from typing import cast

from sayso.linguistics.timing.amounts import Amount, amount
from sayso.linguistics.timing.calendar import Unit
from sayso.linguistics.timing.grammar import Found
from sayso.linguistics.timing.moments import InTime, Moment, Open, Stretch, Turned

_BEFORE = ("earlier", "before")
# Behind "the day before" the clause goes on; anything else names what it was before.
_CLAUSE_ENDS = (
    "",
    ",",
    ".",
    ";",
    ":",
    "!",
    "?",
    ")",
    "”",
    '"',
    "’",
    "–",
    "—",
    "-",
    "and",
    "but",
    "when",
    "as",
)
# "The worst attack in two years": how long there was none, not when.
_SUPERLATIVES = ("first", "most", "worst", "time", "second", "third")
_DISTANCE = 6


def ago(found: Found) -> Moment | None:
    """Reads "two days ago", "weeks ago", "36 hours ago"."""
    told = amount(found)
    if told.hours:
        return Turned("day", -told.high, 0 if told.high == 1 else -told.low, direction="past")
    return Turned(told.unit, -told.high, -told.low)


def long_ago(found: Found) -> Moment | None:
    return Open("past")


def relative(found: Found) -> Moment | None:
    """Reads "three years earlier", "two days later"; "two days after the flood" is left open."""
    way = found.said("way")
    if way in ("before", "after") and found.after() not in _CLAUSE_ENDS:
        return Open()
    if found.after() == "than":
        return None
    told = amount(found) if found.has("amount") else None
    if told is None or told.hours:
        return Open()
    low, high = (-told.high, -told.low) if way in _BEFORE else (told.low, told.high)
    return Turned(told.unit, low, high, anaphoric=True)


def the_day_before(found: Found) -> Moment | None:
    """Reads "the day before", "the week after"; "the day after the vote" is left open."""
    if found.after() not in _CLAUSE_ENDS:
        return Open()
    step, unit = -1 if found.said("way") == "before" else 1, str(found.value("unit") or "day")
    if unit in ("hour", "minute", "fortnight"):
        return Open()
    return Turned(cast(Unit, unit), step, step, anaphoric=True)


def from_now(found: Found) -> Moment | None:
    """Reads "in two weeks' time", "a week from now"."""
    told = amount(found)
    return Turned(told.unit, 0 if told.hours else told.low, told.high)


def in_time(found: Found) -> Moment | None:
    """Reads "in two weeks", unless it tells how long something took or had not been."""
    first = found.match.start()
    words = [found.text.plain(word) for word in range(max(0, first - _DISTANCE), first)]
    superlative = any(word in _SUPERLATIVES or (word.endswith("est") and len(word) > 5) for word in words)
    if superlative or found.after() in ("of", "-", "old"):
        return None
    told, within = amount(found), found.said("lead") != "in"
    return InTime(told.unit, 0 if told.hours else told.low, told.high, within or told.hours)


def stretch(found: Found) -> Moment | None:
    """Reads "in the past 24 hours", "the last two years", "recent weeks", "over the coming days"."""
    way, counted = found.kind("way"), found.has("amount")
    if not counted and not _may_stand_uncounted(found, way):
        return None
    if way in ("previous", "following"):
        return Open() if counted else None
    told = _of_stretch(found)
    return Stretch(told.unit, told.high, forward=way in ("next", "coming"))


def _of_stretch(found: Found) -> Amount:
    told = amount(found)
    if found.has("amount") or found.kind("unit") == "units":
        return told
    return Amount(told.unit, 1, 2 if found.said("unit") == "fortnight" else 1, told.hours)


def _may_stand_uncounted(found: Found, way: str) -> bool:
    """Reads "recent weeks", "the past week", "over the next month"; "last week" is of the calendar."""
    if way in ("recent", "past", "coming") or found.kind("unit") == "units":
        return way != "recent" or found.kind("unit") == "units"
    lead = found.said("lead") if found.has("lead") else ""
    return found.has("the") and lead in ("in", "over", "within", "during", "throughout", "for")

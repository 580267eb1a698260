"""What the patterns for stretches and bounds mean: "last week", "late March", "since 2014"."""

from __future__ import annotations

from typing import cast

from sayso.lexicon.times import word_set
from sayso.linguistics.timing.calendar import Unit
from sayso.linguistics.timing.compounds import Bound, Bounded, Joined, Part, SoFar, WeekOf
from sayso.linguistics.timing.grammar import Found
from sayso.linguistics.timing.moments import Moment, Open, Told, Turned
from sayso.linguistics.timing.turns import steps

_THIRDS = {"early": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "final": 2, "last": 2}


def inner(found: Found) -> Moment | None:
    return found.moment("date")


def led(found: Found) -> Moment | None:
    """A day behind a preposition; in "in March 20 people died" the number counts the people."""
    words = found.words("date")
    counting = found.kind_of(words[-1]) == "day" and len(words) == 2 and "month" in found.kind_of(words[0])
    return None if counting and found.said().startswith("in ") else found.moment("date")


def opened(found: Found) -> Moment | None:
    """A bare month, year or season behind a preposition; "by May" and "of May" may be a name."""
    doubtful = found.kind("date") == "doubtful_month" and found.kind("lead") != "in"
    return None if doubtful else found.moment("date")


def turned(found: Found) -> Moment | None:
    """Reads "last week", "this year", "the following month", "that day"."""
    group = "turn" if "turn" in found.match.groupdict() else "which"
    name = str(found.value("unit"))
    count, anaphoric = steps(found, group)
    said = found.said(group).split()
    # "The next day" comes after a day told before.
    anaphoric = anaphoric or (said[0] == "the" and "next" in said)
    if name in ("hour", "minute"):
        return Open() if anaphoric else None
    unit, length = cast(Unit, "week" if name == "fortnight" else name), 1 + (name == "fortnight")
    if unit == "day" and not anaphoric:
        return Turned("day", 0, 0) if said == ["this"] else None
    return Turned(unit, count * length, count * length, anaphoric)


def night(found: Found) -> Moment | None:
    """Reads "last night" (begun yesterday), "this morning", "that evening" (of the day told before)."""
    count, anaphoric = steps(found, "which")
    said = found.said("which").split()
    if said[0] == "the" and "next" in said:
        count, anaphoric = 1, True
    return Turned("day", count, count, anaphoric)


def day_word(found: Found) -> Moment | None:
    days = found.number("day")
    return Turned("day", days, days)


def overnight(found: Found) -> Moment | None:
    """The night to the day of publication."""
    return Turned("day", -1, 0, direction="past")


def recently(found: Found) -> Moment | None:
    return Open("past")


def soon(found: Found) -> Moment | None:
    return Open("future")


def open_part(found: Found) -> Moment | None:
    return Open()


def current_unit(found: Found) -> Moment | None:
    """Reads "the year" in "by the end of the year"."""
    name = str(found.value("unit"))
    return None if name in ("hour", "minute", "fortnight") else Turned(cast(Unit, name), 0, 0)


def part(found: Found) -> Moment | None:
    """Reads "late March", "the end of last year", "the first half of 2018"."""
    whole = found.moment("date")
    if whole is None:
        return None
    which = found.kind("which")
    if which == "ordinal" and found.number("which") > 2:
        return None
    if "half" in found.said():
        return Part(whole, found.number("which") - 1 if which == "ordinal" else 1, 2)
    return Part(whole, _THIRDS[which], 3) if which in _THIRDS else None


def units_part(found: Found) -> Moment | None:
    """Reads "the second week of June", "the last quarter of 2018", "the first day of March"."""
    whole, unit = found.moment("date"), str(found.value("unit"))
    if whole is None:
        return None
    number = found.number("which") if found.kind("which") == "ordinal" else -1
    if unit == "week":
        return WeekOf(whole, number)
    if unit == "quarter":
        return Part(whole, number - 1 if number > 0 else 3, 4, "month") if number <= 4 else None
    return None if unit in ("hour", "minute") else Part(whole, 2 if number < 0 else 0, 3)


def so_far(found: Found) -> Moment | None:
    """Reads "earlier this month", "later that week"."""
    whole = found.moment("date")
    return SoFar(whole, later=found.kind("which") == "later") if whole else None


def week_of(found: Found) -> Moment | None:
    """Reads "the week of 12 June"."""
    if "week" not in found.said().split():
        return None
    day = found.moment("date")
    return WeekOf(day) if day else None


def joined(found: Found) -> Moment | None:
    first, last = found.moment("first"), found.moment("last")
    return Joined(first, last) if first and last else None


def bounded(found: Found) -> Moment | None:
    """Reads "since 2014"; "before Friday's vote" and "after the March talks" date the vote and the talks."""
    date, bound = found.moment("date"), found.said("bound")
    if date is None or (found.kind("date") == "doubtful_month" and bound in ("by", "before", "after")):
        return None
    if bound in ("before", "after") and _goes_on(found):
        return date
    limits: dict[str, Bound] = {"since": "since", "before": "before", "after": "after"}
    return Bounded(limits.get(bound, "until"), date)


def _goes_on(found: Found) -> bool:
    after = found.after()
    return after == "'s" or (after.isalpha() and after not in word_set("clause_openers"))


def since_then(found: Found) -> Moment | None:
    return Bounded("since", Told())

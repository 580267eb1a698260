"""What the patterns for stretches, distances and bounds mean: "two days ago", "late March", "since 2014"."""

from __future__ import annotations

from typing import cast

from sayso.lexicon.times import word_set
from sayso.linguistics.amounts import Amount, amount
from sayso.linguistics.calendar import Unit
from sayso.linguistics.compounds import Bound, Bounded, Joined, Part, SoFar, WeekOf
from sayso.linguistics.datebuilders import steps
from sayso.linguistics.moments import InTime, Moment, Open, Stretch, Told, Turned
from sayso.linguistics.timegrammar import Found

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

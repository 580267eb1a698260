"""What the patterns for days mean: "3 March 2018", "last Friday", "12-15 June"."""

from __future__ import annotations

from sayso.lexicon.times import word_set
from sayso.linguistics.timing.calendar import Period, a_day, months
from sayso.linguistics.timing.compounds import Joined, Within
from sayso.linguistics.timing.grammar import Found
from sayso.linguistics.timing.moments import Fixed, Moment, Turned
from sayso.linguistics.timing.printed import Weekday, Yearly
from sayso.linguistics.timing.turns import steps, turn, years_of
from sayso.linguistics.timing.years import two_years

# "On 9/11": the one date that is told as a fraction.
_FAMOUS = {"9/11": (2001, 9, 11)}
_TWO_DIGITS = range(50, 100)


def full_date(found: Found) -> Moment | None:
    """Reads "Tuesday 06 August", "3 March 2018", "12 June last year", "14 NOV 89"."""
    day, month, groups = found.number("day"), found.number("month"), found.match.groupdict()
    if groups.get("short"):
        year = found.number("short")
        return Fixed(a_day(1900 + year, month, day)) if year in _TWO_DIGITS else None
    if groups.get("year"):
        return Fixed(a_day(found.number("year"), month, day))
    if groups.get("turn"):
        years = years_of(found)
        return Within(Yearly(month, day), years) if years else None
    return Yearly(month, day, weekday=found.number("weekday") if groups.get("weekday") else None)


def iso_date(found: Found) -> Moment | None:
    year, _, month, _, day = (found.text.values[word] for word in found.words())
    return Fixed(a_day(int(year), int(month), int(day)))


def slashed_date(found: Found) -> Moment | None:
    """Reads "03/15/2001": the month is what cannot be the day; where both can, only the year is told."""
    said = str(found.value("slashed"))
    if said in _FAMOUS:
        return Fixed(a_day(*_FAMOUS[said]))
    numbers = [int(part) for part in said.split("/")]
    if len(numbers) == 2:
        return two_years(*numbers) if len(said) == len("2014/15") else None
    year = next((number for number in (numbers[0], numbers[2]) if number >= 1000), None)
    if year is None:
        return None
    if year == numbers[0]:
        return Fixed(a_day(year, numbers[1], numbers[2]))
    return Fixed(_either(year, numbers[0], numbers[1]))


def _either(year: int, first: int, second: int) -> Period | None:
    days = {day for day in (a_day(year, first, second), a_day(year, second, first)) if day}
    if len(days) == 1:
        return days.pop()
    return months(year * 12, 12, "year") if days else None


def weekday(found: Found) -> Moment | None:
    """Reads "last Friday", "this coming Friday"; "Good Friday" and "the Sunday Courier" are no days."""
    at = found.match.start("weekday")
    named = found.text.plain(at - 1) in word_set("names_before_weekday")
    behind = found.text.word(at + 1)
    titled = behind[:1].isupper() and behind.lower() in word_set("names_behind_weekday")
    # "The Mail on Sunday" is a paper.
    paper = found.text.plain(at - 1) == "on" and found.text.plain(at - 2) in (
        "mail",
        "independent",
        "scotland",
    )
    if named or paper or (titled and not behind.isupper()):
        return None
    return Weekday(found.number("weekday"), turn(found))


def weekday_of_week(found: Found) -> Moment | None:
    """Reads "Friday of last week"."""
    if str(found.text.values[found.words("turn").stop - 1]) != "week":
        return None
    count, anaphoric = steps(found)
    return Within(Weekday(found.number("weekday")), Turned("week", count, count, anaphoric))


def day_range(found: Found) -> Moment | None:
    """Reads "from 12 to 15 June", "12-15 June 2018"."""
    month = next(
        (int(found.text.values[word]) for word in found.words("date") if _is_month(found, word)), None
    )
    last = found.moment("date")
    return Joined(Yearly(month, found.number("day")), last) if month and last else None


def _is_month(found: Found, word: int) -> bool:
    return found.kind_of(word) in ("month", "doubtful_month")


def short_range(found: Found) -> Moment | None:
    """Reads "June 12-15, 2018"."""
    month, first, last = found.number("month"), found.number("first"), found.number("last")
    if first >= last:
        return None
    if not found.has("year"):
        return Joined(Yearly(month, first), Yearly(month, last))
    return Joined(Yearly(month, first), Fixed(a_day(found.number("year"), month, last)))

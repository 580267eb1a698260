"""What the patterns for days, months, seasons and years mean."""

from __future__ import annotations

from sayso.lexicon.times import fixed_feasts, word_set
from sayso.linguistics.calendar import Period, a_day, months
from sayso.linguistics.compounds import Joined, Within
from sayso.linguistics.moments import Fixed, Moment, Open, Turned
from sayso.linguistics.printed import Turn, Weekday, Weekend, Yearly
from sayso.linguistics.timegrammar import Found

_TURNS: dict[str, Turn] = {
    "last": "last",
    "past": "last",
    "next": "next",
    "coming": "next",
    "this": "this",
    "previous": "previous",
    "following": "following",
}
# "19 of 30" and "page 1066": a number this old or young is a year only where words say so.
_LIKELY_YEARS = range(1800, 2100)
# "On 9/11": the one date that is told as a fraction.
_FAMOUS = {"9/11": (2001, 9, 11)}
_HYPHENS = ("-", "–", "/", "+", "=")
_TWO_DIGITS = range(50, 100)


def turn(found: Found, group: str = "turn") -> Turn | None:
    """Which of many: "last", "the following"; "this coming" is the next, "that" and "the same" no turn."""
    said = [word for word in found.said(group).split() if word not in ("the", "of")]
    return next((_TURNS[kind] for kind in map(_role, reversed(said)) if kind in _TURNS), None)


def _role(word: str) -> str:
    return {"upcoming": "coming", "forthcoming": "coming", "current": "this", "these": "this"}.get(
        word, {"preceding": "previous", "prior": "previous", "ensuing": "following"}.get(word, word)
    )


def steps(found: Found, group: str = "turn") -> tuple[int, bool]:
    """How many units on, and whether from the date told before: "last" (-1), "that" (0, anaphoric)."""
    kinds = {_role(word) for word in found.said(group).split()}
    if kinds & {"previous", "following", "same", "that"}:
        return (-1 if "previous" in kinds else 1 if "following" in kinds else 0), True
    return -1 if "last" in kinds else 1 if kinds & {"next", "coming"} else 0, False


def _years(found: Found) -> Moment | None:
    """The year of "last year" in a group `turn`, None where another unit stands there."""
    if str(found.text.values[found.words("turn").stop - 1]) != "year":
        return None
    count, anaphoric = steps(found)
    return Turned("year", count, count, anaphoric)


def full_date(found: Found) -> Moment | None:
    """Reads "Tuesday 06 August", "3 March 2018", "12 June last year", "14 NOV 89"."""
    day, month, groups = found.number("day"), found.number("month"), found.match.groupdict()
    if groups.get("short"):
        year = found.number("short")
        return Fixed(a_day(1900 + year, month, day)) if year in _TWO_DIGITS else None
    if groups.get("year"):
        return Fixed(a_day(found.number("year"), month, day))
    if groups.get("turn"):
        years = _years(found)
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
        return _two_years(*numbers) if len(said) == len("2014/15") else None
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


def _two_years(first: int, second: int) -> Moment | None:
    """Reads "2014/15", "2014-15"."""
    if first not in _LIKELY_YEARS or second != (first + 1) % 100:
        return None
    return Fixed(months(first * 12, 24, "year"))


def doubled_year(found: Found) -> Moment | None:
    return _two_years(found.number("first"), found.number("last"))


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


def month_of_year(found: Found) -> Moment | None:
    """Reads "March 2018", "October last year"."""
    month = found.number("month")
    if found.has("year"):
        return Fixed(months(found.number("year") * 12 + month - 1, 1, "month"))
    years = _years(found)
    return Within(Yearly(month), years) if years else None


def turned_month(found: Found) -> Moment | None:
    return Yearly(found.number("month"), turn=turn(found))


def month(found: Found) -> Moment | None:
    return Yearly(found.number("month"))


def season(found: Found) -> Moment | None:
    """Reads "last summer", "the winter"."""
    turned = turn(found) if "turn" in found.match.groupdict() else None
    if turned is None and found.kind("season") == "doubtful_season":
        return None
    return Yearly(season=found.number("season"), turn=turned)


def season_of_year(found: Found) -> Moment | None:
    return Fixed(Yearly(season=found.number("season")).of(found.number("year")))


def weekend_of(found: Found) -> Moment | None:
    return Weekend(turn(found) if "turn" in found.match.groupdict() else None)


def decade(found: Found) -> Moment | None:
    return Fixed(months(found.number("decade") * 12, 120, "year"))


def century(found: Found) -> Moment | None:
    if str(found.value("unit")) != "century":
        return None
    first = found.number("number") * 1200 - 1200 + 12
    return Fixed(months(first, 1200, "year"))


def printed_year(found: Found) -> Moment | None:
    """Reads "the year 2014"."""
    return Fixed(months(found.number("year") * 12, 12, "year"))


def year(found: Found) -> Moment | None:
    """A bare "2014" that numbers nothing and counts nothing."""
    value, at = found.number("year"), found.match.start("year")
    before, after = found.text.plain(at - 1), found.text.plain(at + 1)
    if value not in _LIKELY_YEARS or before in word_set("numbered") or after in word_set("counted"):
        return None
    # "2000 villages", but "the 2014 elections"
    counts = (
        value % 50 == 0 and after.endswith("s") and not after.startswith("'") and after not in ("was", "is")
    )
    return None if counts else printed_year(found)


def year_alone(found: Found) -> Moment | None:
    """Reads "2014" without a preposition; beside a hyphen or dot a number may be anything else."""
    return None if found.after() in _HYPHENS or found.before() in (*_HYPHENS, ".") else year(found)


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


def feast(found: Found) -> Moment | None:
    """Reads "New Year's Eve"; "Ramadan" and "Harbour Day" are left open, "Ramadan 2015" is that year."""
    words = list(found.words())
    if found.kind_of(words[-1]) == "feast_head":
        return _feast_day(found, words)
    value = found.text.values[words[-1]]
    if found.kind_of(words[-1]) == "year" and int(value) in _LIKELY_YEARS:
        return Fixed(months(int(value) * 12, 12, "year"))
    # "Lent" and "Tet" are written with a capital, the verb is not.
    return Open() if any(found.text.word(word)[:1].isupper() for word in words[-1:]) else None


def _feast_day(found: Found, words: list[int]) -> Moment | None:
    """A day with a name: every word of it has a capital."""
    names = [word for word in words if found.text.plain(word) not in ("on", "at", "in", "the", "'s")]
    if len(names) < 2 or not all(found.text.word(word)[:1].isupper() for word in names):
        return None
    said = " ".join(found.text.plain(word) for word in words if found.kind_of(word) not in ("on", "at", "in"))
    fixed = fixed_feasts().get(said)
    return Yearly(*fixed) if fixed else Open()

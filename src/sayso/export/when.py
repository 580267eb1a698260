"""The date of an event in words: days, months and years as people write them, as finely as the text tells."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.schema.event import EventDate, Precision

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def when(told: EventDate) -> str:
    """The days and the words that tell them: "14 March 2025 (“on Friday”)"; "" where nothing is told."""
    days = interval(told)
    said = " ".join(told.span.text.split()) if told.span else ""
    if not days:
        return f"“{said}”" if said else ""
    if not said:
        return f"{days} (date of publication)"
    return days if days.casefold() in said.casefold() else f"{days} (“{said}”)"


def published(told: str | None) -> str:
    """The day of publication: "14 March 2025"; both days of an interval, and what is no day as it stands."""
    return " – ".join(_in_words(one) for one in told.split("/")) if told else ""


def _in_words(told: str) -> str:
    try:
        return _day(date.fromisoformat(told[:10]))
    except ValueError:
        return told


def interval(told: EventDate) -> str:
    """The days without the words that tell them, "" where neither bound is known."""
    start = date.fromisoformat(told.start) if told.start else None
    end = date.fromisoformat(told.end) if told.end else None
    if start and end:
        return _closed(start, end, told.precision)
    if start:
        since = _point(start, told.precision)
        return f"from {since} on" if told.relation == "future" else f"since {since}"
    return f"before {_point(end, told.precision)}" if end else ""


def _closed(start: date, end: date, precision: Precision) -> str:
    """From the first day to the one before `end`; coarse words with odd bounds say how coarse they are."""
    last = end - _DAY
    if start >= last:
        return _day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 1, 1):
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
    if start.day == end.day == 1:
        return _months(start, last)
    if precision == "week" and end - start <= _WEEK:
        return f"week of {_days(start, last)}"
    near = f", to within a {precision}" if precision in ("week", "month", "year") else ""
    return _days(start, last) + near


def _months(start: date, last: date) -> str:
    if (start.year, start.month) == (last.year, last.month):
        return f"{start:%B %Y}"
    return f"{start:%B}–{last:%B %Y}" if start.year == last.year else f"{start:%B %Y} – {last:%B %Y}"


def _days(start: date, last: date) -> str:
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{_day(last)}"
    first = f"{start.day} {start:%B}" if start.year == last.year else _day(start)
    return f"{first} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _point(day: date, precision: Precision) -> str:
    """One bound as finely as the words tell it: "2014" for "since 2014"."""
    if precision == "year":
        return str(day.year)
    return f"{day:%B} {day.year}" if precision == "month" else _day(day)

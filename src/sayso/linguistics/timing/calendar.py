"""Stretches of days: weeks, months and years around a day, counted without ever leaving the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Precision = Literal["day", "week", "month", "year", "unknown"]
Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

ORDER: tuple[Precision, ...] = ("day", "week", "month", "year", "unknown")
PRECISION: dict[Unit, Precision] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "month",
    "year": "year",
    "decade": "year",
    "century": "year",
}
_DAYS: dict[Unit, int] = {"day": 1, "week": 7}
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
# The twentieth century begins with 1901, the nineties with 1990.
_OFFSET: dict[Unit, int] = {"century": 12}
# A stretch of this many days is known to the day, the week, the month, the year.
_LENGTHS: tuple[tuple[int, Precision], ...] = ((1, "day"), (7, "week"), (31, "month"), (366, "year"))


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to but not including `end`.

    Attributes:
        start: first day, None where the beginning is open.
        end: the day after the last, None where the end is open.
        precision: how finely the words tell it, which may be finer than the period is long.
    """

    start: date | None
    end: date | None
    precision: Precision

    @property
    def last(self) -> date | None:
        """The last day, None where the end is open."""
        return add_days(self.end, -1) if self.end else None


def add_days(day: date, days: int) -> date | None:
    """The day that many days on; None outside of the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def a_day(year: int, month: int, day: int) -> Period | None:
    """One day; None where there is no such day (31 February)."""
    try:
        start = date(year, month, day)
    except ValueError:
        return None
    return between(start, add_days(start, 1), "day")


def between(start: date | None, end: date | None, precision: Precision) -> Period | None:
    """The period; None where a bound is missing or there is no day between them."""
    return Period(start, end, precision) if start and end and start < end else None


def months(first: int, count: int, precision: Precision) -> Period | None:
    """`count` months from the month with this number on (`year * 12 + month - 1`)."""
    return between(_month(first), _month(first + count), precision)


def unit_around(unit: Unit, day: date, turn: int = 0) -> Period | None:
    """The unit of the calendar that holds a day (weeks begin on Monday), or the one `turn` units on."""
    if length := _DAYS.get(unit):
        first = day - timedelta(days=min(day.weekday(), day.toordinal() - 1)) if unit == "week" else day
        start = add_days(first, turn * length)
        return between(start, add_days(start, length), PRECISION[unit]) if start else None
    count, offset = _MONTHS[unit], _OFFSET.get(unit, 0)
    month = (month_number(day) - offset) // count * count + offset
    return months(month + turn * count, count, PRECISION[unit])


def shifted(day: date, unit: Unit, count: int) -> date | None:
    """The same day `count` units on, or the last of its month where that is shorter."""
    if length := _DAYS.get(unit):
        return add_days(day, count * length)
    target = months(month_number(day) + count * _MONTHS[unit], 1, "month")
    if target is None or target.start is None or target.last is None:
        return None
    return min(add_days(target.start, day.day - 1) or target.last, target.last)


def hull(first: Period, second: Period) -> Period:
    """The shortest period over both, open where one of them is; as precise as its length allows."""
    if first == second:
        return first
    starts, ends = (first.start, second.start), (first.end, second.end)
    start = min(day for day in starts if day) if all(starts) else None
    end = max(day for day in ends if day) if all(ends) else None
    return Period(start, end, coarsest((first.precision, second.precision, _by_length(start, end))))


def coarsest(precisions: Iterable[Precision]) -> Precision:
    return max(precisions, key=ORDER.index)


def month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> date | None:
    year, month = divmod(number, 12)
    return date(year, month + 1, 1) if MINYEAR <= year <= MAXYEAR else None


def _by_length(start: date | None, end: date | None) -> Precision:
    """How precise a period of this length is; one that is open on a side adds nothing."""
    if start is None or end is None:
        return "day"
    return next((precision for most, precision in _LENGTHS if (end - start).days <= most), "unknown")

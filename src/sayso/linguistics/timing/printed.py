"""Dates that come back every week or year, as newspapers print them: "Friday", "in March", "last summer"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.linguistics.timing.calendar import Period, a_day, add_days, between, months, unit_around
from sayso.linguistics.timing.moments import Plain, Viewpoint

Turn = Literal["last", "this", "next", "following", "previous"]

_ANAPHORIC = ("following", "previous")
# After at most so many years every day of a year has been every weekday, 29 February too.
_CYCLE = 40
# So many years apart two 29 Februaries can be.
_LEAP = 8
_SATURDAY = 5
# A day of the month that comes within so many days is meant rather than that of last year.
_SOON = 31
_WINTER = 4


def _one_day(day: date | None) -> Period | None:
    return between(day, add_days(day, 1), "day") if day else None


@dataclass(frozen=True, slots=True)
class Weekday(Plain):
    """A day of the week, from Monday 0: the latest up to today, where the future is spoken of the next."""

    weekday: int
    turn: Turn | None = None

    def period(self, view: Viewpoint) -> Period | None:
        today = view.antecedent("day") if self.turn in _ANAPHORIC else view.today
        if today is None:
            return None
        return _one_day(add_days(today, self._days(today.weekday(), future=view.future)))

    def _days(self, today: int, *, future: bool) -> int:
        """How many days from a weekday on, negative for days back."""
        if self.turn in ("next", "following"):
            return (self.weekday - today - 1) % 7 + 1
        if self.turn in ("last", "previous"):
            return -((today - self.weekday - 1) % 7 + 1)
        if self.turn == "this":
            return self.weekday - today
        return (self.weekday - today) % 7 if future else -((today - self.weekday) % 7)


@dataclass(frozen=True, slots=True)
class Weekend(Plain):
    """Saturday and Sunday: of this week, of one before or after; without a turn the latest or the next."""

    turn: Turn | None = None

    def period(self, view: Viewpoint) -> Period | None:
        today = view.antecedent("week") if self.turn in _ANAPHORIC else view.today
        week = unit_around("week", today, self._weeks(today.weekday(), view.future)) if today else None
        start = add_days(week.start, _SATURDAY) if week and week.start else None
        return between(start, add_days(start, 2), "day") if start else None

    def _weeks(self, today: int, future: bool) -> int:
        if self.turn in ("last", "previous"):
            return -1
        if self.turn in ("next", "following"):
            return 1
        # On a Monday "this weekend" looks back, unless somebody will do something then.
        late = today >= _SATURDAY or (self.turn == "this" and today > 0)
        return 0 if future or late else -1


@dataclass(frozen=True, slots=True)
class Yearly(Plain):
    """A month, a day of a month or a season, without its year.

    Attributes:
        month: from January 1; 0 where a season is meant.
        day: of the month, None for all of it.
        season: from spring 1; 0 where a month is meant.
        weekday: from Monday 0; with a day of a month it tells the year.
    """

    month: int = 0
    day: int | None = None
    season: int = 0
    weekday: int | None = None
    turn: Turn | None = None

    def period(self, view: Viewpoint) -> Period | None:
        today = view.antecedent("year") if self.turn in _ANAPHORIC else view.today
        if today is None:
            return self._of_told_year(view)
        if self.weekday is not None and self.day is not None:
            return self._of_weekday(today)
        return self._turned(today, future=view.future)

    def of(self, year: int) -> Period | None:
        """That of one year; the winter of a year is the one that begins in it."""
        if self.season:
            return months(year * 12 + 3 * self.season - 1, 3, "month")
        if self.day is None:
            return months(year * 12 + self.month - 1, 1, "month")
        return a_day(year, self.month, self.day)

    def _of_weekday(self, today: date) -> Period | None:
        """The nearest to today that fell on the weekday; None for a day that no year has."""
        near = (p.start for p in self._years(today.year, -_CYCLE, _CYCLE) if p.start)
        fitting = (day for day in near if day.weekday() == self.weekday)
        return _one_day(min(fitting, key=lambda day: abs((day - today).days), default=None))

    def _of_told_year(self, view: Viewpoint) -> Period | None:
        """That of the last year told before in which it fell on the weekday."""
        years = (period.start.year for period in reversed(view.told) if period.start)
        days = (day for day in map(self.of, years) if day and day.start)
        return next((day for day in days if day.start and day.start.weekday() == self.weekday), None)

    def _turned(self, today: date, *, future: bool) -> Period | None:
        if self.turn == "this":
            return self._this(today)
        if self.turn in ("next", "following"):
            return self._first(today, lambda p: p.start is not None and p.start > today)
        if self.turn in ("last", "previous"):
            return self._latest(today, lambda p: p.end is not None and p.end <= today)
        if future:
            return self._first(today, lambda p: p.end is not None and p.end > today)
        return self._soon(today) or self._latest(today, lambda p: p.start is not None and p.start <= today)

    def _soon(self, today: date) -> Period | None:
        """Reads "the 24 June election" on 3 June: a day of last year would be told with its year."""
        limit = add_days(today, _SOON)
        if self.day is None or limit is None:
            return None
        return self._first(today, lambda p: p.start is not None and today < p.start <= limit)

    def _this(self, today: date) -> Period | None:
        """In January "this winter" is the one that began last year."""
        return self.of(today.year - (self.season == _WINTER and today.month < 6))

    def _first(self, today: date, fits: Callable[[Period], bool]) -> Period | None:
        return next((p for p in self._years(today.year, -1, _LEAP) if fits(p)), None)

    def _latest(self, today: date, fits: Callable[[Period], bool]) -> Period | None:
        found = [p for p in self._years(today.year, -_LEAP, 1) if fits(p)]
        return found[-1] if found else None

    def _years(self, year: int, low: int, high: int) -> Iterator[Period]:
        return (p for p in map(self.of, range(year + low, year + high + 1)) if p)

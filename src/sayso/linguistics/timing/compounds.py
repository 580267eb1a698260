"""Times made of other times: "late last month", "October last year", "from 12 to 15 June", "since 2014"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sayso.linguistics.timing.calendar import (
    Period,
    Precision,
    add_days,
    between,
    coarsest,
    month_number,
    months,
    unit_around,
)
from sayso.linguistics.timing.moments import Moment, Plain, Relation, Viewpoint

Bound = Literal["since", "until", "before", "after"]

_LONG = 180


@dataclass(frozen=True, slots=True)
class Within(Plain):
    """A date inside a longer time: "October last year", "Friday of last week"."""

    inner: Moment
    outer: Moment

    def period(self, view: Viewpoint) -> Period | None:
        outer = self.outer.period(view)
        if outer is None or outer.start is None or outer.last is None:
            return None
        inner = self.inner.period(Viewpoint(outer.last, told=view.told))
        inside = inner is not None and inner.start is not None and outer.start <= inner.start <= outer.last
        return inner if inside else None


@dataclass(frozen=True, slots=True)
class Part(Plain):
    """One of several equal parts of a time: "late March" is its last third, "the second quarter" a quarter.

    Attributes:
        number: which part, from 0.
        count: how many there are.
        precision: how finely it is told; None for as finely as the whole.
    """

    whole: Moment
    number: int
    count: int
    precision: Precision | None = None

    def period(self, view: Viewpoint) -> Period | None:
        whole = self.whole.period(view)
        if whole is None or whole.start is None or whole.end is None:
            return whole
        return self._cut(whole, whole.start, whole.end) or whole

    def _cut(self, whole: Period, start: date, end: date) -> Period | None:
        precision, days = self.precision or whole.precision, (end - start).days
        long = month_number(end) - month_number(start) if start.day == end.day == 1 else 0
        # Part of a day is that day; parts of a year go by months, those of a month or week by days.
        if days < self.count:
            return None
        if long % self.count == 0 and long:
            length = long // self.count
            return months(month_number(start) + self.number * length, length, precision)
        if self.number + 1 == self.count:
            return between(add_days(start, days // self.count * self.number), end, precision)
        first = add_days(start, days // self.count * self.number)
        return between(first, add_days(first, days // self.count) if first else None, precision)


@dataclass(frozen=True, slots=True)
class WeekOf(Plain):
    """A week of a time: "the second week of June" (1), "the last week" (-1), "the week of 12 June" (0)."""

    whole: Moment
    number: int = 0

    def period(self, view: Viewpoint) -> Period | None:
        whole = self.whole.period(view)
        if whole is None or whole.start is None or whole.end is None:
            return None
        if self.number == 0:
            return unit_around("week", whole.start)
        start = add_days(whole.start, 7 * (self.number - 1)) if self.number > 0 else add_days(whole.end, -7)
        week = between(start, add_days(start, 7), "week") if start else None
        inside = week and week.start and whole.start <= week.start < whole.end
        return week if inside else None


@dataclass(frozen=True, slots=True)
class SoFar:
    """The part of a time before today, or after it: "earlier this month", "later this week"."""

    whole: Moment
    later: bool = False

    def period(self, view: Viewpoint) -> Period | None:
        whole = self.whole.period(view)
        if whole is None or whole.start is None or whole.end is None or view.today is None:
            return whole
        if not whole.start <= view.today < whole.end:
            return whole
        if self.later:
            return replace(whole, start=view.today)
        return replace(whole, end=add_days(view.today, 1))

    def relation(self, view: Viewpoint) -> Relation | None:
        whole = self.whole.period(view)
        if whole is None or view.today is None or whole.start is None or whole.end is None:
            return None
        inside = whole.start <= view.today < whole.end
        return ("future" if self.later else "past") if inside else None


@dataclass(frozen=True, slots=True)
class Joined(Plain):
    """From one date to another: "between 2011 and 2014", "Monday to Friday"."""

    first: Moment
    last: Moment

    def period(self, view: Viewpoint) -> Period | None:
        """Around today where the last time it came back lies half a year back: 12 to 15 June, on the 13th."""
        behind, ahead = self._joined(view), self._joined(replace(view, future=True))
        if behind is None or ahead is None or view.today is None or behind.end is None or ahead.start is None:
            return behind or ahead
        return ahead if ahead.start <= view.today and (view.today - behind.end).days > _LONG else behind

    def _joined(self, view: Viewpoint) -> Period | None:
        last = self.last.period(view)
        if last is None or last.start is None or last.end is None:
            return None
        first = self.first.period(Viewpoint(last.start, told=view.told))
        if first is None or first.start is None:
            return None
        return between(first.start, last.end, coarsest((first.precision, last.precision)))


@dataclass(frozen=True, slots=True)
class Bounded:
    """From a date on or up to it: "since 2014", "until Friday", "before dawn on 3 March"."""

    bound: Bound
    moment: Moment

    def period(self, view: Viewpoint) -> Period | None:
        period = self.moment.period(view)
        if period is None or period.start is None or period.end is None:
            return None
        if self.bound == "since":
            return Period(period.start, self._now(period.start, view.today), period.precision)
        if self.bound == "after":
            return Period(period.end, None, period.precision)
        end = period.end if self.bound == "until" else period.start
        return Period(self._still(end, view.today), end, period.precision)

    def relation(self, view: Viewpoint) -> Relation | None:
        period = self.period(view)
        if self.bound == "since" or period is None or view.today is None:
            return None
        if self.bound == "after":
            return "future" if period.start and period.start > view.today else None
        return "future" if period.start == view.today else "past"

    def _now(self, start: date, today: date | None) -> date | None:
        """What began once lasts until today."""
        return add_days(today, 1) if today and start <= today else None

    def _still(self, end: date, today: date | None) -> date | None:
        """What lasts until a day to come is looked at from today on."""
        return today if today and today < end and add_days(today, 1) != end else None

"""What a time expression means, before anybody asks from which day on it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from sayso.linguistics.timing.calendar import (
    ORDER,
    PRECISION,
    Period,
    Precision,
    Unit,
    add_days,
    between,
    hull,
    shifted,
    unit_around,
)

Relation = Literal["past", "present", "future"]

# "A few days" are less than a week, "recent weeks" less than a month or so: else the longer unit were named.
MOST: dict[Unit, int] = {"day": 6, "week": 4, "month": 11, "quarter": 3, "year": 9, "decade": 9, "century": 9}


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where a time expression is looked at.

    Attributes:
        today: the day of publication, or None where it is not known.
        future: whether the words around it speak of what is to come ("will meet on Friday").
        told: the periods told before in the text, in reading order.
    """

    today: date | None
    future: bool = False
    told: tuple[Period, ...] = ()

    def antecedent(self, precision: Precision) -> date | None:
        """The first day of the last period that was told finely enough to count units of it from there."""
        fine = (p for p in reversed(self.told) if ORDER.index(p.precision) <= ORDER.index(precision))
        return next((period.start for period in fine if period.start), None)


class Moment(Protocol):
    """The meaning of a time expression."""

    def period(self, view: Viewpoint) -> Period | None:
        """The days that are meant, None where they cannot be told."""

    def relation(self, view: Viewpoint) -> Relation | None:
        """Past, present or future where the words themselves tell it; else the calendar does."""


class Plain:
    """Leaves it to the calendar whether it is past."""

    __slots__ = ()

    def relation(self, view: Viewpoint) -> Relation | None:
        return None


@dataclass(frozen=True, slots=True)
class Fixed(Plain):
    """Told in full: "3 March 2018", "2014", "the 1990s". None: there is no such day."""

    days: Period | None

    def period(self, view: Viewpoint) -> Period | None:
        return self.days


@dataclass(frozen=True, slots=True)
class Open:
    """A time that no calendar tells: "at dawn", "during Ramadan", "recently"."""

    direction: Relation | None = None

    def period(self, view: Viewpoint) -> Period | None:
        return None

    def relation(self, view: Viewpoint) -> Relation | None:
        return self.direction


@dataclass(frozen=True, slots=True)
class Turned:
    """The calendar units from `low` to `high` units away: "last week", "two days ago", "a few weeks ago".

    Attributes:
        anaphoric: whether they are counted from the date told before ("three years earlier") or from today.
        direction: what the words tell where the calendar does not ("overnight").
    """

    unit: Unit
    low: int
    high: int
    anaphoric: bool = False
    direction: Relation | None = None

    def period(self, view: Viewpoint) -> Period | None:
        day = view.antecedent(PRECISION[self.unit]) if self.anaphoric else view.today
        if day is None:
            return None
        first, last = unit_around(self.unit, day, self.low), unit_around(self.unit, day, self.high)
        return between(first.start, last.end, PRECISION[self.unit]) if first and last else None

    def relation(self, view: Viewpoint) -> Relation | None:
        if self.direction or self.anaphoric or view.today:
            return self.direction
        return "past" if self.high < 0 else "future" if self.low > 0 else None


@dataclass(frozen=True, slots=True)
class Told(Plain):
    """Reads "then": the period told before, whatever it is."""

    def period(self, view: Viewpoint) -> Period | None:
        return view.told[-1] if view.told else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days up to today, or from today on: "in the past 24 hours", "over the next two weeks"."""

    unit: Unit
    count: int
    forward: bool = False

    def period(self, view: Viewpoint) -> Period | None:
        if view.today is None:
            return None
        far = shifted(view.today, self.unit, self.count if self.forward else -self.count)
        first, last = (view.today, far) if self.forward else (far, view.today)
        return between(first, add_days(last, 1), PRECISION[self.unit]) if last else None

    def relation(self, view: Viewpoint) -> Relation | None:
        return "future" if self.forward else "past"


@dataclass(frozen=True, slots=True)
class InTime:
    """Says "in two weeks": a date where the future is spoken of, else how long something took.

    Attributes:
        within: whether any day up to then is meant.
    """

    unit: Unit
    low: int
    high: int
    within: bool = False

    def period(self, view: Viewpoint) -> Period | None:
        if not view.future:
            return None
        if self.within:
            return Stretch(self.unit, self.high, forward=True).period(view)
        return Turned(self.unit, self.low, self.high).period(view)

    def relation(self, view: Viewpoint) -> Relation | None:
        return "future" if view.future else None


def seen_from_both(moment: Moment, first: Viewpoint, last: Viewpoint) -> Period | None:
    """The days that may be meant where the day of publication lies between two days."""
    early, late = moment.period(first), moment.period(last)
    return hull(early, late) if early and late else None

"""How the answers of a question are spread over time, weighted by independent accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from sayso.ledger.across.answers import Answer, Weight, answers, weight
from sayso.ledger.asking import Filter
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import ask

Step = Literal["day", "week", "month", "year"]
STEPS: tuple[Step, ...] = get_args(Step)
MOST_STRETCHES = 400
_WANTED = 62  # stretches that can be told apart in one picture


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, a week from Monday, a month or a year.

    Attributes:
        first, last: days, both included.
        weight: of the records whose day it holds.
    """

    first: date
    last: date
    weight: Weight


@dataclass(frozen=True, slots=True)
class Spread:
    """Stretches of time that have answers.

    Attributes:
        step: how long each is.
        steps: that would not be too many for one picture.
        stretches: in order; those between two of them have no answer.
        before, after: records of days too far away to be in one picture with the others.
        records: that were looked at; `capped` where more answer.
        undated: those without a day.
    """

    step: Step
    steps: tuple[Step, ...]
    stretches: tuple[Stretch, ...]
    before: int
    after: int
    records: int
    capped: bool
    undated: int


def spread(
    ledger: Ledger,
    words: str = "",
    filter: Filter | None = None,
    *,
    kind: Kind = "events",
    step: Step | None = None,
) -> Spread:
    """The answers by time, of which at most 10,000 are looked at.

    Args:
        step: None, or one that would be too fine, for the finest that can be seen.

    Raises:
        LedgerError: the question cannot be understood.
    """
    with ledger.transaction() as connection:
        found, capped = answers(ask(ledger, connection, words, filter, kind=kind))
    days = [(day, one) for one in found if (day := _day(one.day))]
    told = sorted(day for day, _ in days)
    first, last = _core(told)
    fitting = tuple(one for one in STEPS if one == "year" or _number(first, last, one) <= MOST_STRETCHES)
    if step in fitting:
        chosen, most = step, MOST_STRETCHES
    else:
        chosen, most = _fitting(first, last), _WANTED
    first, last = _window(told, chosen, most)
    held: dict[date, list[Answer]] = defaultdict(list)
    for day, one in days:
        if first <= day <= last:
            held[begin(day, chosen)].append(one)
    return Spread(
        chosen,
        fitting,
        tuple(Stretch(at, end(at, chosen), weight(held[at])) for at in sorted(held)),
        sum(day < first for day in told),
        sum(day > last for day in told),
        len(found),
        capped,
        len(found) - len(days),
    )


def begin(day: date, step: Step) -> date:
    """The first day of the stretch that holds this one."""
    if step == "week":
        # the first days of year 1 have no Monday before them
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    if step == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if step == "year" else day


def end(first: date, step: Step) -> date:
    """The last day of the stretch that begins there."""
    if step == "week":
        return date.fromordinal(min(first.toordinal() + 6 - first.weekday(), date.max.toordinal()))
    if step == "month":
        following = first.replace(day=28) + timedelta(days=3)
        return following if following.month == first.month else _before_first(following)
    return first.replace(month=12, day=31) if step == "year" else first


def _before_first(following: date) -> date:
    return following - timedelta(days=following.day)


def _core(told: Sequence[date]) -> tuple[date, date]:
    """From where to where all but the first and the last twentieth of the days lie."""
    if not told:
        return date.min, date.min
    aside = len(told) // 20
    return told[aside], told[-1 - aside]


def _window(told: Sequence[date], step: Step, most: int) -> tuple[date, date]:
    """As many of the days around the core as fit: one event of 1898 must not press a year into one bar."""
    first, last = _core(told)
    for day in reversed(told):
        if day < first and _number(day, last, step) <= most:
            first = day
    for day in told:
        if day > last and _number(first, day, step) <= most:
            last = day
    return begin(first, step), end(begin(last, step), step)


def _fitting(first: date, last: date) -> Step:
    return next((one for one in STEPS if _number(first, last, one) <= _WANTED), "year")


def _number(first: date, last: date, step: Step) -> int:
    """Stretches from one day to another, also those without answers."""
    if step in ("day", "week"):
        return (last - first).days // (7 if step == "week" else 1) + 1
    months = 12 * (last.year - first.year) + last.month - first.month
    return months + 1 if step == "month" else last.year - first.year + 1


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None

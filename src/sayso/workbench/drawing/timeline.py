"""A timeline as stacked bars, each part leading to what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.ledger.across.answers import Telling
from sayso.ledger.across.spread import Spread, Step, Stretch
from sayso.workbench.asking import Asked
from sayso.workbench.pictures import WORDS, between, split, told_so

WIDTH, HEIGHT = 1000, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 8, 12, 28
_WIDEST = 46
_LABELS = 11  # at most, under the bars


@dataclass(frozen=True, slots=True)
class Part:
    """What of a bar is told one way: a rectangle, in words, and the address of the answers."""

    telling: Telling
    x: float
    y: float
    width: float
    height: float
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time.

    Attributes:
        named: the stretch in words.
        parts: from the ground up.
        split: origins by how they tell it, with the address of each.
        origins, records: how many there are.
        address: of all its answers.
    """

    named: str
    parts: tuple[Part, ...]
    split: tuple[tuple[Telling, int, str], ...]
    origins: int
    records: int
    address: str

    @property
    def parted(self) -> tuple[tuple[Telling, int], ...]:
        """The same without addresses: claims cannot be asked for by how they are told."""
        return tuple((how, count) for how, count, _ in self.split)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes.

    Attributes:
        bars: in order of time.
        lines: (height from above, number) of the scale.
        labels: (from the left, day, month or year) under the bars.
    """

    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, int], ...]
    labels: tuple[tuple[float, str], ...]


def drawn(spread: Spread, question: Asked) -> Drawing:
    """The timeline of a question."""
    if not spread.stretches:
        return Drawing((), (), ())
    first = spread.stretches[0].first
    count = _steps(first, spread.stretches[-1].first, spread.step) + 1
    room = (WIDTH - _LEFT - _RIGHT) / max(count, 6)
    every = max(sum(number for _, number in one.weight.split) for one in spread.stretches)
    ticks = _ticks(every)
    unit = (HEIGHT - _TOP - _BOTTOM) / ticks[-1]
    bars = []
    for one in spread.stretches:
        middle = _LEFT + room * (_steps(first, one.first, spread.step) + 0.5)
        bars.append(_bar(one, spread.step, middle, min(_WIDEST, room * 0.82), unit, question))
    lines = tuple((round(HEIGHT - _BOTTOM - unit * tick, 1), tick) for tick in ticks)
    return Drawing(tuple(bars), lines, tuple(_labels(first, count, spread.step, room)))


def _bar(one: Stretch, step: Step, middle: float, width: float, unit: float, question: Asked) -> Bar:
    within = between(question, one.first, one.last)
    told = tuple((how, count, told_so(within, how).address()) for how, count in split(one.weight))
    named = stretch(one.first, one.last, step)
    parts, ground = [], float(HEIGHT - _BOTTOM)
    for how, count, address in told:
        if count:
            ground -= unit * count
            said = f"{named}: {count} {WORDS[how]}"
            shape = (round(middle - width / 2, 1), round(ground, 1), round(width, 1), round(unit * count, 1))
            parts.append(Part(how, *shape, said, address))
    return Bar(named, tuple(parts), told, one.weight.origins, one.weight.records, within.address())


def stretch(first: date, last: date, step: Step) -> str:
    """As in “5 Jun 2031”, “2–8 Jun 2031”, “June 2031”, “2031”."""
    if step == "day":
        return f"{first.day} {first:%b} {first.year}"
    if step == "month":
        return f"{first:%B} {first.year}"
    if step == "year":
        return str(first.year)
    start = f"{first.day}" if first.month == last.month else f"{first.day} {first:%b}"
    return f"{start}–{last.day} {last:%b} {last.year}"


def _labels(first: date, count: int, step: Step, room: float) -> Iterator[tuple[float, str]]:
    for at in range(0, count, -(-count // _LABELS)):
        day = _plus(first, at, step)
        yield round(_LEFT + room * (at + 0.5), 1), _label(day, step)


def _label(day: date, step: Step) -> str:
    if step == "year":
        return str(day.year)
    return f"{day:%b} {day.year}" if step == "month" else f"{day.day} {day:%b}"


def _steps(first: date, other: date, step: Step) -> int:
    if step in ("day", "week"):
        return (other.toordinal() - first.toordinal()) // (7 if step == "week" else 1)
    months = 12 * (other.year - first.year) + other.month - first.month
    return months if step == "month" else other.year - first.year


def _plus(first: date, count: int, step: Step) -> date:
    if step in ("day", "week"):
        return first + timedelta(days=count * (7 if step == "week" else 1))
    months = first.year * 12 + first.month - 1 + count * (1 if step == "month" else 12)
    return date(months // 12, months % 12 + 1, 1)


def _ticks(highest: int) -> list[int]:
    """Round numbers from 0 to the highest or a little more."""
    step = next(
        size * 10**power for power in range(9) for size in (1, 2, 5) if size * 10**power * 5 >= highest
    )
    return [*range(0, highest + step, step)]

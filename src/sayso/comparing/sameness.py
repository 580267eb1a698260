"""How likely two documents tell of one event: a score of named parts.

Each part says what it compares, in its docstring, which people are shown; its value is 0 to 1, or None where
one of the two does not tell. A part speaks for one event where its value is above its middle and against it
where it is below, as loudly as its weight; it is silent where it is None. What the parts say is added up,
and the sum is a number between 0 and 1. Whether an account asserts, doubts or denies the event plays no part:
a denial is a telling of it as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, sqrt

from sayso.comparing.account import Account, Bounds
from sayso.comparing.features import Features, features

# Two accounts that reach this score tell of one event.
LEVEL = 0.5
# Days between two tellings of one event, by when it was or, where the text does not tell, by publication.
DAYS = 14

# One deed is often coded as either: men dragged off a boat are seized and are attacked.
_RELATED: tuple[tuple[str, str, float], ...] = (
    ("ASSAULT", "COERCE", 0.3),
    ("COERCE", "SANCTION", 0.3),
    ("AID", "RETREAT", 0.3),
    ("CONCEDE", "RETREAT", 0.3),
    ("REQUEST", "THREATEN", 0.3),
)
_VALUES = {pair: value for a, b, value in _RELATED for pair in ((a, b), (b, a))}
# What the day tells where one text does not tell it: news is told on the day or, mostly, on the next; what is
# older is told whenever it matters again; nobody tells on Monday what happened on Wednesday.
_ONE_TOLD = (0.4, 0.75)
_NONE_TOLD = (0.55, 0.45)
_LATER = 0.35
# Tellings of one event rarely have less than a tenth of their words in common, others rarely more: up to there
# each word counts so many times more.
_TENTH, _FIRST = 0.1, 5
# What all parts must make up for.
_OPEN = -0.75


@dataclass(frozen=True, slots=True)
class Part:
    """One thing in which two accounts agree or do not.

    Attributes:
        name: one word.
        value: 0-1, or None where one of the two does not tell.
        weight: how loudly it speaks.
        text: what it compares, for people.
    """

    name: str
    value: float | None
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Sameness:
    """How likely two accounts are of one event.

    Attributes:
        score: 0-1.
        values: of the parts, in their order; empty where something rules it out.
        against: what rules it out, or None.
    """

    score: float
    values: tuple[float | None, ...]
    against: str | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the score."""
        return tuple(
            Part(scale.name, value, scale.weight, scale.text)
            for scale, value in zip(_SCALES, self.values, strict=False)
        )


@dataclass(frozen=True, slots=True)
class _Scale:
    """How one part is measured: `weight` times what its value is above `middle` is added to the sum."""

    name: str
    weight: float
    middle: float
    value: Callable[[Features, Features], float | None]

    @property
    def text(self) -> str:
        return " ".join((self.value.__doc__ or "").split())


def same(a: Account, b: Account) -> Sameness:
    """How likely two accounts tell of one event; `same(b, a)` is the same."""
    one, other = features(a), features(b)
    against = _against(one, other)
    if against:
        return Sameness(0.0, (), against)
    total, values = _OPEN, []
    for weight, middle, measure in _MEASURES:
        value = measure(one, other)
        values.append(value)
        if value is not None:
            total += weight * (value - middle)
    return Sameness(1 / (1 + exp(-total)), tuple(values))


def related(type: str) -> tuple[str, ...]:
    """The types as which an event of this type may be coded elsewhere, itself first."""
    return (type, *sorted(other for one, other in _VALUES if one == type))


def _against(a: Features, b: Features) -> str | None:
    """What rules out that it is one event."""
    if a.type != b.type and (a.type, b.type) not in _VALUES:
        return "type"
    if a.dated and b.dated and _apart(a, b) > 1:
        return "date"
    if a.countries and b.countries and not a.countries & b.countries and not a.names & b.names:
        return "countries"
    return None


def _apart(a: Features, b: Features) -> int:
    """Days between the last of the one and the first of the other; 0 where they overlap or none is known."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return 0
    return max(0, a.first - b.last, b.first - a.last)


def _type(a: Features, b: Features) -> float | None:
    """Whether both are coded as the same type of event, or as one that the same deed may be coded as."""
    return 1.0 if a.type == b.type else _VALUES[a.type, b.type]


def _mode(a: Features, b: Features) -> float | None:
    """Whether both tell the same way of doing it."""
    return float(a.mode == b.mode) if a.mode and b.mode else None


def _date(a: Features, b: Features) -> float | None:
    """Whether the days agree; where a text tells none, whether it was published on that day or the next."""
    if a.first is None or b.first is None:
        return None
    apart = _apart(a, b)
    if a.dated and b.dated:
        return 0.0 if apart else 1.0
    if a.dated != b.dated:
        told, other = (a, b) if a.dated else (b, a)
        return 0.0 if other.first < told.first else _at(_ONE_TOLD, apart)
    return _at(_NONE_TOLD, apart)


def _at(values: tuple[float, ...], days: int) -> float:
    return values[days] if days < len(values) else _LATER


def _names(a: Features, b: Features) -> float | None:
    """How many of the names of those who take part are told in both, whoever does it to whom."""
    return _shared(a.names, b.names)


def _actors(a: Features, b: Features) -> float | None:
    """How many of the names of those who do it are told in both."""
    return _shared(a.actors, b.actors)


def _recipients(a: Features, b: Features) -> float | None:
    """How many of the names of those to whom it is done are told in both."""
    return _shared(a.recipients, b.recipients)


def _roles(a: Features, b: Features) -> float | None:
    """How many of the roles of those who take part, "police", "minister", are told in both."""
    return _shared(a.roles, b.roles)


def _place(a: Features, b: Features) -> float | None:
    """Whether both tell the same place."""
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return 1.0
    return _shared(a.place, b.place)


def _toll(a: Features, b: Features) -> float | None:
    """How near the numbers of people killed, hurt or arrested are; tellings often differ in them."""
    ratios = [_ratio(a.toll[kind], b.toll[kind]) for kind in a.toll.keys() & b.toll.keys()]
    return max(ratios, default=None)


def _words(a: Features, b: Features) -> float | None:
    """How many telling words stand around both, and in the titles; a tenth of them is nearly half the way."""
    if not a.words or not b.words:
        return None
    share = len(a.words & b.words) / sqrt(len(a.words) * len(b.words))
    return (share + _FIRST * min(share, _TENTH)) / (1 + _FIRST * _TENTH)


def _shared(a: frozenset[str], b: frozenset[str]) -> float | None:
    """The part of the shorter list that is in the longer one; short forms leave the rest out."""
    return len(a & b) / min(len(a), len(b)) if a and b else None


def _ratio(a: Bounds, b: Bounds) -> float:
    """1 where two numbers can be one, else the smaller as a part of the larger."""
    (a_low, a_high), (b_low, b_high) = _closed(a), _closed(b)
    if a_low <= b_high and b_low <= a_high:
        return 1.0
    return min(a_high, b_high) / max(a_low, b_low)


def _closed(bounds: Bounds) -> tuple[float, float]:
    low, high = bounds
    return (0 if low is None else low, inf if high is None else high)


# Fitted to the first half of the labelled set of events and rounded.
_SCALES = (
    _Scale("type", 2.0, 1.0, _type),
    _Scale("mode", 2.0, 0.4, _mode),
    _Scale("date", 4.8, 0.4, _date),
    _Scale("names", 0.6, 0.3, _names),
    _Scale("actors", 0.3, 0.2, _actors),
    _Scale("recipients", 0.3, 0.2, _recipients),
    _Scale("roles", 0.3, 0.3, _roles),
    _Scale("place", 1.0, 0.3, _place),
    _Scale("toll", 0.3, 0.5, _toll),
    _Scale("words", 6.0, 0.4, _words),
)
_MEASURES = tuple((scale.weight, scale.middle, scale.value) for scale in _SCALES)

"""In what two accounts agree, one function to each part of the score.

The docstring of a part is what people are shown. Its value is 0 to 1, or None where one of the two accounts
does not tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, sqrt

from sayso.comparing.account import Bounds
from sayso.comparing.features import Features

# What the day tells where one text does not tell it: news is told on the day or, mostly, on the next; what is
# older is told whenever it matters again; nobody tells on Monday what happened on Wednesday.
_ONE_TOLD = (0.4, 0.75)
_NONE_TOLD = (0.55, 0.45)
_LATER = 0.35
# Tellings of one event rarely have less than a tenth of their words in common, others rarely more: up to
# there each word counts so many times more.
_TENTH, _FIRST = 0.1, 20

# One deed is often coded as either: men dragged off a boat are seized and are attacked.
_ALIKE: tuple[tuple[str, str, float], ...] = (
    ("ASSAULT", "COERCE", 0.3),
    ("COERCE", "SANCTION", 0.3),
    ("AID", "RETREAT", 0.3),
    ("CONCEDE", "RETREAT", 0.3),
    ("REQUEST", "THREATEN", 0.3),
)
ALIKE = {pair: value for a, b, value in _ALIKE for pair in ((a, b), (b, a))}


@dataclass(frozen=True, slots=True)
class Scale:
    """How one part is measured, and how it counts.

    Attributes:
        name: one word.
        weight: how loudly it speaks.
        middle: the value above which it speaks for one event, and below which against it.
        value: of two accounts.
    """

    name: str
    weight: float
    middle: float
    value: Callable[[Features, Features], float | None]

    @property
    def text(self) -> str:
        """What it compares, for people."""
        return " ".join((self.value.__doc__ or "").split())


def days_apart(a: Features, b: Features) -> int:
    """Days between the last of the one and the first of the other; 0 where they overlap or none is known."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return 0
    return max(0, a.first - b.last, b.first - a.last)


def _type(a: Features, b: Features) -> float | None:
    """Whether both are coded as the same type of event, or as one that the same deed may be coded as."""
    return 1.0 if a.type == b.type else ALIKE.get((a.type, b.type), 0.0)


def _mode(a: Features, b: Features) -> float | None:
    """Whether both tell the same way of doing it."""
    return float(a.mode == b.mode) if a.mode and b.mode else None


def _date(a: Features, b: Features) -> float | None:
    """Whether the days agree; where a text tells none, whether it was published on that day or the next."""
    if a.first is None or b.first is None:
        return None
    apart = days_apart(a, b)
    if a.dated and b.dated:
        return 0.0 if apart else 1.0
    if a.dated != b.dated:
        told, other = (a.first, b.first) if a.dated else (b.first, a.first)
        return 0.0 if other < told else _at(_ONE_TOLD, apart)
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
    """How many words of the name of the place are told in both; a country is no other place than a town."""
    found = _shared(a.place, b.place)
    return None if found == 0.0 and (a.land or b.land) else found


def _location(a: Features, b: Features) -> float | None:
    """Whether the gazetteer has both places as one: two towns shelled on one day are two events."""
    if a.geonameid is None or b.geonameid is None or a.land or b.land:
        return None
    return float(a.geonameid == b.geonameid)


def _toll(a: Features, b: Features) -> float | None:
    """How near the numbers of people killed, hurt or arrested are; tellings of one event often differ."""
    ratios = [_ratio(a.toll[kind], b.toll[kind]) for kind in a.toll.keys() & b.toll.keys()]
    return max(ratios, default=None)


def _words(a: Features, b: Features) -> float | None:
    """How many telling words stand around both and in their titles; a tenth of them is much already."""
    if not a.words or not b.words:
        return None
    share = len(a.words & b.words) / sqrt(len(a.words) * len(b.words))
    return (share + _FIRST * min(share, _TENTH)) / (1 + _FIRST * _TENTH)


def _clause(a: Features, b: Features) -> float | None:
    """How many of the words of the event's own clause, of the shorter one, are in the other."""
    return _shared(a.clause, b.clause) or 0.0


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


# Fitted to the first half of the labelled set of events (benchmarks/clusters.py) and rounded.
SCALES = (
    Scale("type", 2.0, 1.0, _type),
    Scale("mode", 2.0, 0.4, _mode),
    Scale("date", 4.8, 0.4, _date),
    Scale("names", 0.6, 0.3, _names),
    Scale("actors", 0.3, 0.2, _actors),
    Scale("recipients", 0.3, 0.2, _recipients),
    Scale("roles", 0.3, 0.3, _roles),
    Scale("place", 1.0, 0.3, _place),
    # not fitted: what was invented for the set is in no gazetteer
    Scale("location", 6.0, 0.95, _location),
    Scale("toll", 0.3, 0.5, _toll),
    # the words of the clause tell which event of a story it is: a shelling, or the ambush; those around tell
    # the story, and are looked at last, since they are many
    Scale("clause", 4.0, 0.4, _clause),
    Scale("words", 5.0, 0.7, _words),
)
# What the parts together must make up for.
OPENING = -0.5

"""How likely two documents tell of one event: a score of named parts.

A part speaks for one event where its value is above its middle and against it where it is below, as loudly as
its weight; it is silent where one of the two accounts does not tell. What the parts say is added up, and the
logistic function makes a number between 0 and 1 of the sum. Whether an account asserts, doubts or denies the
event plays no part: a denial is a telling of it as well. So are two that differ in how many were killed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Literal

from sayso.comparing.account import Account
from sayso.comparing.features import Features, days_of, features
from sayso.comparing.scales import ALIKE, OPENING, SCALES, days_apart

# Two accounts that reach this score tell of one event.
LEVEL = 0.5
_LEAST = log(LEVEL / (1 - LEVEL))  # of the sum
# Days between two tellings of one event, by when it was or, where the text does not tell, by publication.
DAYS = 7
# "Late on Monday" and "early on Tuesday" may be one night; days that are further apart are two events.
ONE_NIGHT = 1

Contradiction = Literal["type", "date", "countries"]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing in which two accounts agree or do not.

    Attributes:
        name: one word.
        value: 0-1, or None where one of the two does not tell.
        weight: how loudly it speaks.
        says: what it adds to the sum: above 0 for one event, below 0 against it.
        text: what it compares, for people.
    """

    name: str
    value: float | None
    weight: float
    says: float
    text: str


@dataclass(frozen=True, slots=True)
class Sameness:
    """How likely two accounts are of one event.

    Attributes:
        score: 0-1; 0 where something rules it out.
        values: of the parts, in their order; empty where something rules it out.
        against: what rules it out, or None.
    """

    score: float
    values: tuple[float | None, ...]
    against: Contradiction | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What the score is made of."""
        return tuple(
            Part(
                scale.name,
                value,
                scale.weight,
                says=0.0 if value is None else scale.weight * (value - scale.middle),
                text=scale.text,
            )
            for scale, value in zip(SCALES, self.values, strict=False)
        )


# From this score on accounts are surely of one event, if both name somebody or some place of it: of a hundred
# such pairs some five are not.
SURE = 0.8
_NAMED = ("names", "place", "location")
_MEASURES = tuple((scale.weight, scale.middle, scale.value) for scale in SCALES)
# After each part, what all that are left can add at most.
_MOST_LEFT = tuple(sum(s.weight * (1 - s.middle) for s in SCALES[at + 1 :]) for at in range(len(SCALES)))
_NEARLY = 1e-9  # sums of floats in another order differ by less


def same(a: Account, b: Account) -> Sameness:
    """How likely two accounts tell of one event; `same(b, a)` is the same."""
    return compare(features(a), features(b))


def sure(sameness: Sameness) -> bool:
    """Whether two accounts are surely of one event: a shelling and a fire that kill people in the same days
    are told in the same words.
    """
    named = (part.value for part in sameness.parts if part.name in _NAMED)
    return sameness.score >= SURE and any(named)


def reached(one: Features, other: Features) -> float | None:
    """The score where it reaches LEVEL, else None; this is what runs for millions of pairs, so it stops where
    LEVEL is out of reach.
    """
    if _against(one, other):
        return None
    total = OPENING
    for (weight, middle, measure), left in zip(_MEASURES, _MOST_LEFT, strict=True):
        value = measure(one, other)
        if value is not None:
            total += weight * (value - middle)
        if total + left < _LEAST - _NEARLY:
            return None
    score = _logistic(total)
    return score if score >= LEVEL else None


def compare(one: Features, other: Features) -> Sameness:
    """The same for accounts whose features are at hand."""
    against = _against(one, other)
    if against:
        return Sameness(0.0, (), against)
    total = OPENING
    values: list[float | None] = []
    for weight, middle, measure in _MEASURES:
        value = measure(one, other)
        values.append(value)
        if value is not None:
            total += weight * (value - middle)
    return Sameness(_logistic(total), tuple(values))


def _logistic(total: float) -> float:
    return 1 / (1 + exp(-total))


def related(type: str) -> tuple[str, ...]:
    """The types as which an event of this type may be coded elsewhere, itself first; all others score 0."""
    return (type, *sorted(other for one, other in ALIKE if one == type))


def possible(a: Account, b: Account) -> bool:
    """Whether two accounts may be of one event, as far as their days tell; quick, for all the pairs that need
    not be looked at.
    """
    if not (a.dated and b.dated):
        return True
    (a_first, a_last, a_dated), (b_first, b_last, b_dated) = days_of(a), days_of(b)
    if None in (a_first, a_last, b_first, b_last) or not (a_dated and b_dated):
        return True
    return max(a_first - b_last, b_first - a_last) <= ONE_NIGHT  # type: ignore[operator]


@cache
def group(type: str) -> str:
    """The first, by the alphabet, of all types that one deed leads to from this one; accounts of two groups
    never tell of one event.
    """
    found = {type}
    ahead = [type]
    while ahead:
        fresh = set(related(ahead.pop())) - found
        found |= fresh
        ahead += sorted(fresh)
    return min(found)


def _against(a: Features, b: Features) -> Contradiction | None:
    """What rules out that it is one event.

    Countries do where nobody who takes part has a name in common: "Velmora hit the port" and "Karvian port
    burns" may be one event, of two countries.
    """
    if a.type != b.type and (a.type, b.type) not in ALIKE:
        return "type"
    if a.dated and b.dated and days_apart(a, b) > ONE_NIGHT:
        return "date"
    if a.countries and b.countries and not a.countries & b.countries and not a.names & b.names:
        return "countries"
    return None

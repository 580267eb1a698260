"""How well a candidate fits: what it is by itself, and what stands around it in the document.

All parts are on one scale, natural logarithms of odds, so that a confidence can be read off.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.resolution.gazetteer_entry import Entry, Kind
from sayso.resolution.places_names import FAR, Candidate

# What kind of place a newspaper means when it gives a bare name.
_KINDS = {
    Kind.country: 6.5,
    Kind.region: 7.5,
    Kind.water: 7.5,
    Kind.landmark: 7.0,
    Kind.division1: -2.5,
    Kind.division2: -1.0,
    Kind.capital: 2.2,
    Kind.city: 0.0,
    Kind.quarter: -0.7,
    Kind.spot: -2.0,
}
# What ten times as many people are worth.
# Small countries are written about as well as big ones, small divisions are not.
_TENFOLD = {Kind.country: 0.5, Kind.division1: 1.5}
_TENFOLD_OF_OTHERS = 1.0
_TOWNS = frozenset({Kind.city, Kind.capital})
_ALTERNATE = 1.0
# Aleppo is the town, unless "province" follows, where it has this share of the division's people.
_SEAT_SHARE = 0.05
_SEAT = 0.5
_COUNTRY = 3.2
_DIVISION = 1.2
_NEAR = 2.0
_NEAR_KM = 120.0
_OUTLET = 0.8
_WITHIN = 6.0
# What a far-fetched reading loses where the document does not name its country.
_ALONE = 10.0
_DEGREE_KM = 111.2
# Countries, seas and regions are points on paper only.
_POINTS = frozenset({Kind.division2, Kind.capital, Kind.city, Kind.quarter, Kind.spot})
_MOST_POINTS = 40


@dataclass(frozen=True, slots=True)
class Pick:
    """The place that a name is taken for at the moment, and how often the name occurs."""

    entry: Entry
    times: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the document's picks and hints say together.

    Attributes:
        countries: weight by alpha-3.
        divisions: number of names by (country, division).
        points: the picks that are places on the ground, most frequent first.
        outlet: alpha-3, or None.
    """

    countries: Counter[str]
    divisions: Counter[tuple[str, str]]
    points: tuple[Entry, ...]
    outlet: str | None


def surroundings(picks: Sequence[Pick], *, countries: Counter[str], outlet: str | None) -> Surroundings:
    weights, divisions = Counter(countries), Counter[tuple[str, str]]()
    for pick in picks:
        if pick.entry.country:
            weights[pick.entry.country] += weight(pick)
        if pick.entry.country and pick.entry.admin1:
            divisions[pick.entry.country, pick.entry.admin1] += 1
    frequent = sorted(picks, key=lambda pick: -pick.times)
    points = [pick.entry for pick in frequent if pick.entry.kind in _POINTS][:_MOST_POINTS]
    return Surroundings(weights, divisions, tuple(points), outlet)


def weight(pick: Pick) -> int:
    """A name's say in where the document is: more for a second mention, not for a tenth."""
    return min(3, pick.times)


@dataclass(frozen=True, slots=True)
class Rivals:
    """What else the name of a town may mean.

    Attributes:
        country: whether a country has the name for its own.
        seats: priors of the towns that share their name with their division, by (country, division).
    """

    country: bool = False
    seats: Mapping[tuple[str | None, str | None], float] = field(default_factory=dict)


def rivals(found: Sequence[Candidate], cities: Container[Entry]) -> Rivals:
    """The rivals among a name's candidates.

    Args:
        cities: the towns that may add "City" to the name: Mexico is not Mexico City.
    """
    country = any(one.entry.kind is Kind.country and not one.entry.alternate for one in found)
    lands = {
        (one.entry.country, one.entry.admin1): one.entry.population * _SEAT_SHARE
        for one in found
        if one.entry.kind is Kind.division1
    }
    seats: dict[tuple[str | None, str | None], float] = {}
    for one in found:
        town, place = one.entry, (one.entry.country, one.entry.admin1)
        if town.kind in _TOWNS and town not in cities and town.population > lands.get(place, math.inf):
            seats[place] = max(prior(one, Rivals()), seats.get(place, -math.inf))
    return Rivals(country, seats)


def prior(candidate: Candidate, rivals: Rivals) -> float:
    """What the candidate is worth by itself."""
    entry = candidate.entry
    tenfold = _TENFOLD.get(entry.kind, _TENFOLD_OF_OTHERS)
    # Jerusalem is called Salem as well, but hardly by a newspaper.
    kind = Kind.city if entry.alternate and entry.kind is Kind.capital else entry.kind
    score = _KINDS[kind] + tenfold * math.log10(1 + entry.population) - candidate.cost
    if entry.alternate:
        score -= _ALTERNATE * (2 if rivals.country and entry.kind in _TOWNS else 1)
    if entry.kind is Kind.division1:
        return min(score, rivals.seats.get((entry.country, entry.admin1), math.inf) - _SEAT)
    return score


def fit(candidate: Candidate, around: Surroundings, own: Pick | None) -> float:
    """What the rest of the document adds; `own` is the name's pick in it, which must not vouch for itself."""
    entry = candidate.entry
    if candidate.cost >= FAR and not supported(entry, around, own):
        return -_ALONE
    return _country(entry, around, own) + _division(entry, around, own) + _nearness(entry, around, own)


def _country(entry: Entry, around: Surroundings, own: Pick | None) -> float:
    if entry.country is None:
        return _COUNTRY / 2
    mine = weight(own) if own and own.entry.country else 0
    total = sum(around.countries.values()) - mine
    here = around.countries[entry.country]
    if own and own.entry.country == entry.country:
        here -= mine
    outlet = _OUTLET if entry.country == around.outlet else 0.0
    return outlet + (_COUNTRY * math.sqrt(max(0, here) / total) if total > 0 else 0.0)


def _division(entry: Entry, around: Surroundings, own: Pick | None) -> float:
    if not entry.country or not entry.admin1:
        return 0.0
    place = entry.country, entry.admin1
    mine = own is not None and (own.entry.country, own.entry.admin1) == place
    return _DIVISION * min(2, around.divisions[place] - mine)


def _nearness(entry: Entry, around: Surroundings, own: Pick | None) -> float:
    if entry.kind not in _POINTS:
        return 0.0
    others = (point for point in around.points if own is None or point is not own.entry)
    nearest = min((kilometres(entry, point) for point in others), default=math.inf)
    return _NEAR * math.exp(-nearest / _NEAR_KM)


def supported(entry: Entry, around: Surroundings, own: Pick | None) -> bool:
    """Whether the document names the place's country, or another place in it."""
    if entry.country is None:
        return True
    mine = weight(own) if own and own.entry.country == entry.country else 0
    return around.countries[entry.country] > mine or entry.country == around.outlet


def kilometres(one: Entry, other: Entry) -> float:
    """Distance on the ground, a little too long for far places."""
    north = one.lat - other.lat
    east = (one.lon - other.lon + 180) % 360 - 180
    return _DEGREE_KM * math.hypot(north, east * math.cos(math.radians((one.lat + other.lat) / 2)))


def contained(entry: Entry, holders: Iterable[Entry]) -> float:
    """What "Tripoli, Lebanon" says for a place in Lebanon; 0 where it does not lie in any of the holders."""
    return _WITHIN if any(_lies_in(entry, holder) for holder in holders) else 0.0


def _lies_in(entry: Entry, holder: Entry) -> bool:
    if entry.country is None or entry.country != holder.country or entry.kind is Kind.country:
        return False
    if holder.kind is Kind.country:
        return True
    if holder.kind is Kind.division1:
        return entry.admin1 == holder.admin1 and entry.kind is not Kind.division1
    same = holder.kind is Kind.division2 and entry.admin1 == holder.admin1
    return same and entry.kind in _POINTS and kilometres(entry, holder) < _NEAR_KM

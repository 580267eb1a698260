"""Places of a gazetteer as the actor engine asks for them: a name to its country, or none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from sayso.resolution.context import Places
from sayso.resolution.gazetteer_entry import Kind

# One place of a name is meant where it has so many times the people of the next in another country.
OUTWEIGHS = 4
# Smaller places have names that people have, too, where no preposition tells them apart.
SMALLEST = 5_000
KEPT = 10_000
DIVISIONS = frozenset((Kind.country, Kind.division1))


class Placed(Protocol):
    """A place of a gazetteer: what it is, alpha-3 of its country or None, and inhabitants or 0."""

    @property
    def kind(self) -> Kind: ...

    @property
    def country(self) -> str | None: ...
    @property
    def population(self) -> int: ...


class Finding(Protocol):
    """A gazetteer: the places of a name, the biggest first."""

    def find(self, name: str) -> Sequence[Placed]: ...


def places_of(gazetteer: Finding) -> Places:
    """Tells the country of a name whose places agree on it, or of which one outweighs the others."""

    @lru_cache(maxsize=KEPT)
    def country(name: str) -> str | None:
        found = gazetteer.find(name)
        if not found:
            return None
        first = found[0]
        others = [place for place in found if place.country != first.country]
        rival = max((place.population for place in others), default=0)
        is_known = first.population >= SMALLEST or first.kind in DIVISIONS
        is_meant = is_known and (not others or first.population >= OUTWEIGHS * max(rival, 1))
        return first.country if is_meant else None

    return country

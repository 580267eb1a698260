"""What the gazetteer knows about one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Kind(IntEnum):
    """What sort of place; the numbers stand in the file and never change.

    A landmark is what newspapers know by name, a desert, a mountain or a square; any other such thing
    is a spot.
    """

    country = 0
    region = 1
    water = 2
    landmark = 3
    division1 = 4
    division2 = 5
    capital = 6
    city = 7
    quarter = 8
    spot = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    Attributes:
        name: as GeoNames writes it.
        kind: what sort of place.
        country: ISO 3166-1 alpha-3, or None where it belongs to none or to several.
        admin1: name of the first-order division, or None.
        lat, lon: degrees, WGS 84, to a thousandth.
        population: to about 5 %; 0 where unknown.
        geonameid: in GeoNames, or None where our source does not tell.
        alternate: whether it was found under a name that GeoNames has besides, often of another language.
    """

    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None
    alternate: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One place on its way into a gazetteer; the fields of `Entry` where they share a name.

    Attributes:
        country: ISO 3166-1 alpha-2, or "" for none.
        division: GeoNames code of the first-order division, or "".
        names: what GeoNames has besides.
        known_as: other names as good as the first.
        sounds: keys of `sayso.resolution.toponyms.sound`.
    """

    name: str
    kind: Kind
    country: str
    division: str
    lat: float
    lon: float
    population: int
    geonameid: int
    names: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()

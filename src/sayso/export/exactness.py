"""How exact the point of a place is: a country's is somewhere in its middle, and nobody's address."""

from __future__ import annotations

from functools import lru_cache

from sayso.resolution.gazetteer_choosing import open_gazetteer
from sayso.resolution.gazetteer_entry import Entry, Kind
from sayso.schema.event import Place

UNKNOWN = "unknown"
# Such a place is wider than any map symbol; its point lies somewhere in it.
_WIDE = frozenset((Kind.country, Kind.region, Kind.water, Kind.landmark, Kind.division1, Kind.division2))
_COARSE = frozenset((*(kind.name for kind in _WIDE), UNKNOWN))
_MEANS = {
    Kind.country.name: "a point in the middle of the country; the text names nothing finer",
    Kind.region.name: "a point in the middle of the region; the text names nothing finer",
    Kind.water.name: "a point in the middle of the water; the text names nothing finer",
    Kind.landmark.name: "a point somewhere in what the text names, which may be wide",
    Kind.division1.name: "a point in the middle of the province; the text names nothing finer",
    Kind.division2.name: "a point in the middle of the district; the text names nothing finer",
    Kind.capital.name: "the middle of the city, and no address",
    Kind.city.name: "the middle of the town, and no address",
    Kind.quarter.name: "the middle of the quarter, and no address",
    Kind.spot.name: "the place that the text names",
    UNKNOWN: "a point of which it is not known how exact it is",
}


def precision(place: Place) -> str:
    """What the point stands for: `country`, `division1`, `city` …; `unknown` where the gazetteer lacks it.

    Raises:
        GazetteerError: the gazetteer cannot be read.
    """
    return _precision(place.name, place.country, place.lat, place.lon, place.geonameid)


def is_coarse(precision: str) -> bool:
    """Whether the point may lie far from where it happened."""
    return precision in _COARSE


def meaning(precision: str) -> str:
    """In words for whoever looks at the point."""
    return _MEANS[precision]


@lru_cache(maxsize=4096)
def _precision(
    name: str, country: str | None, lat: float | None, lon: float | None, geonameid: int | None
) -> str:
    for entry in open_gazetteer().find(name):
        if _is(entry, country, lat, lon, geonameid):
            return entry.kind.name
    return UNKNOWN


def _is(
    entry: Entry, country: str | None, lat: float | None, lon: float | None, geonameid: int | None
) -> bool:
    if geonameid is not None:
        return entry.geonameid == geonameid
    return (entry.country, entry.lat, entry.lon) == (country, lat, lon)

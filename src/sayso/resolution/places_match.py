"""The place that a toponym of a document means."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolution.gazetteer_entry import Kind


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A toponym resolved.

    Attributes:
        name: as GeoNames writes it.
        country: ISO 3166-1 alpha-3, or None where it belongs to none or to several.
        admin1: name of the first-order division, or None.
        lat, lon: degrees, WGS 84.
        geonameid: in GeoNames, or None where the gazetteer does not tell.
        kind: what sort of place.
        confidence: 0-1, how far it leads the other places of that name.
        unsure: whether another place of that name is nearly as likely.
    """

    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    geonameid: int | None
    kind: Kind
    confidence: float
    unsure: bool

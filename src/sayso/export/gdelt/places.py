"""Where an event is said to have happened, in GDELT's terms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.export.exactness import precision
from sayso.resolution.gazetteer_choosing import open_gazetteer
from sayso.resolution.tables import table
from sayso.schema.event import Place

_SIDE = "ActionGeo_"
_NOWHERE, _COUNTRY, _US_STATE, _US_CITY, _CITY, _STATE = range(6)
_WIDE = frozenset(("division1", "division2", "region"))


def place(where: Place | None) -> Mapping[str, str]:
    """The columns of `ActionGeo`. The codes of divisions and features are those of other gazetteers."""
    if where is None:
        return {f"{_SIDE}Type": str(_NOWHERE)}
    fips: Any = table("actor_gdelt")["fips"]
    return {
        f"{_SIDE}Type": str(_type(where)),
        f"{_SIDE}FullName": _full_name(where),
        f"{_SIDE}CountryCode": fips.get(where.country, ""),
        f"{_SIDE}Lat": "" if where.lat is None else f"{where.lat:.4f}",
        f"{_SIDE}Long": "" if where.lon is None else f"{where.lon:.4f}",
    }


def _type(where: Place) -> int:
    if where.lat is None:
        return _NOWHERE
    kind, american = precision(where), where.country == "USA"
    if kind == "country":
        return _COUNTRY
    if kind in _WIDE:
        return _US_STATE if american else _STATE
    return _US_CITY if american else _CITY


def _full_name(where: Place) -> str:
    """As "Karatu, Arusha, Tanzania"."""
    country = _countries().get(where.country, where.country) if where.country else None
    return ", ".join(dict.fromkeys(part for part in (where.name, where.admin1, country) if part))


@cache
def _countries() -> Mapping[str, str]:
    return {alpha3: name for alpha3, name, *_ in open_gazetteer().tables["countries"].values()}

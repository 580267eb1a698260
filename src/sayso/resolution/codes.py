"""The codes that an actor can have: countries, PLOVER's words for none, and sectors."""

from __future__ import annotations

from functools import cache

from sayso.codebook import load_codebook
from sayso.resolution.tables import table

INTERNATIONAL = ("IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM")
# PLOVER writes KOS for Kosovo; ISO lets users assign XKX, which most do.
SAME = {"KOS": "XKX"}


@cache
def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-3, XKX, and PLOVER's words for actors of no one country."""
    return frozenset((*table("actor_countries")["codes"], *INTERNATIONAL))


@cache
def sector_codes() -> tuple[str, ...]:
    """PLOVER's sectors, in the order of the codebook."""
    return tuple(sector.code for sector in load_codebook().sectors)


def same_country(code: str) -> str:
    """The code as sayso writes it."""
    return SAME.get(code, code)

"""Cells of event tables as values: days, numbers, countries, types. What cannot be read is not known."""

from __future__ import annotations

import math
import re
from datetime import date
from functools import cache, lru_cache

from sayso.codebook import Codebook, load_codebook
from sayso.codebook.terms import CameoCode
from sayso.resolution.cameo import Cameo
from sayso.resolution.codes import country_codes, same_country
from sayso.resolution.tables import table
from sayso.schema.imported import NOBODY, Party
from sayso.text.folding import fold

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ T]00:00(?::00)?)?")
_NUMBER = re.compile(r"\d{1,12}(?:\.0)?")
_LISTED = re.compile(r"\s*[;,|]\s*")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_CODE = re.compile(r"[A-Z]{3}")
# A column of countries knows no state of the USA, and has another name for the larger Congo.
_IN_COLUMNS = {
    "georgia": "GEO",
    "congo": "COG",
    "occupied palestinian territory": "PSE",
    "timor leste": "TLS",
}


class CellError(ValueError):
    """A cell holds what it cannot hold; the message says which and what was expected."""


@lru_cache(maxsize=1 << 14)
def day_of(cell: str) -> str | None:
    """The ISO day of "2031-06-04" or "20310604"; None of an empty cell.

    Raises:
        CellError: it is no day.
    """
    if not cell:
        return None
    match = _DAY.fullmatch(cell)
    try:
        return date(*map(int, match.groups())).isoformat() if match else _no_day(cell)
    except ValueError as error:
        if isinstance(error, CellError):
            raise
        return _no_day(cell)


def _no_day(cell: str) -> str:
    raise CellError(f"{cell!r:.40} is no day; expected such as 2031-06-04 or 20310604")


def number_of(cell: str) -> int | None:
    """A whole number, or None."""
    return int(cell.removesuffix(".0")) if _NUMBER.fullmatch(cell) else None


def coordinates_of(lat: str, lon: str) -> tuple[float | None, float | None]:
    """Degrees, both or neither."""
    try:
        here = float(lat), float(lon)
    except ValueError:
        return None, None
    known = all(map(math.isfinite, here)) and abs(here[0]) <= 90 and abs(here[1]) <= 180
    return here if known else (None, None)


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, each once."""
    return tuple(dict.fromkeys(filter(None, _LISTED.split(cell.strip()))))


@lru_cache(maxsize=1 << 14)
def country_of(told: str) -> str | None:
    """ISO 3166-1 alpha-3 of a code or a country's name, as columns of countries have them; else None."""
    told = told.strip().replace("’", "'")
    if _CODE.fullmatch(told):
        return same_country(told) if same_country(told) in country_codes() else None
    name, comma, rest = told.partition(", ")
    # "Iran, Islamic Republic of"
    return _named(f"{rest} {name}" if comma else told) or (_named(name) if comma else None)


def _named(name: str) -> str | None:
    key = " ".join(fold(word) for word in _WORD.findall(name)).removeprefix("the ")
    known: str = table("actor_countries")["phrases"].get(key, "")
    kind, _, codes = known.partition(" ")
    return codes if kind == "name" and _CODE.fullmatch(codes) else _IN_COLUMNS.get(key)


def cameo_type(code: str) -> CameoCode | None:
    """What a code of CAMEO's for events is in PLOVER; None for statements, appeals, and what is no code.

    A table that took codes for numbers lost their first zero; where that leaves two readings ("10" for 010
    or 10), none is taken.
    """
    known = _codebook()
    return known.from_cameo(code) or (known.from_cameo(f"0{code}") if _lost_zero(code) else None)


def _lost_zero(code: str) -> bool:
    return code.isdecimal() and code > "20" and (len(code) == 2 or code > "210")


def plover_type(name: str) -> str | None:
    """The name of a type of PLOVER however it is written, or None."""
    wanted = name.strip().upper()
    return wanted if wanted in _types() else None


def plover_mode(type_name: str | None, name: str) -> str | None:
    """The mode of that name, as the type has it; None where it has none of this name."""
    wanted = name.strip().casefold().replace("_", "-")
    modes = _codebook().modes(type_name) if type_name else ()
    return next((mode.name for mode in modes if mode.name.casefold() == wanted), None)


@lru_cache(maxsize=1 << 14)
def cameo_party(code: str, name: str | None = None) -> Party:
    """Who a code of CAMEO's for actors means; `name` is what is written beside it."""
    if not code and not name:
        return NOBODY
    country, sectors = _cameo().read(code)
    return Party(name or code, (country,) if country else (), sectors)


@cache
def _cameo() -> Cameo:
    return Cameo(table("actor_cameo")["media"]["CAMEO"])


@cache
def _codebook() -> Codebook:
    return load_codebook()


@cache
def _types() -> frozenset[str]:
    return frozenset(one.name for one in _codebook().types)

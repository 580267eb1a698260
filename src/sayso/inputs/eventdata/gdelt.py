"""GDELT events: CAMEO codes, no header; 57 or 58 columns in version 1.0, 61 in version 2.0."""

from __future__ import annotations

import re

from sayso.inputs.eventdata.layout import Cells, Layout, filled
from sayso.inputs.eventdata.values import (
    cameo_party,
    cameo_type,
    coordinates_of,
    country_of,
    day_of,
    number_of,
)
from sayso.schema.imported import Dataset, Imported, Party

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_EVENT = (
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
)  # fmt: skip
_HEAD = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    *_EVENT,
)  # fmt: skip
_PLACES = ("Actor1Geo", "Actor2Geo", "ActionGeo")


def _geo(*names: str) -> tuple[str, ...]:
    return tuple(f"{place}_{name}" for place in _PLACES for name in names)


FIRST = (
    *_HEAD,
    *_geo("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID"),
    *("DATEADDED", "SOURCEURL"),
)
SECOND = (
    *_HEAD,
    *_geo("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"),
    *("DATEADDED", "SOURCEURL"),
)
# The backfile until March 2013 has no addresses.
UNTIL_2013 = FIRST[:-1]
_DIGITS = re.compile(r"\d{1,20}")
_DATE = re.compile(r"\d{8}")
_CAMEO = re.compile(r"\d{2,4}")
_NEEDED = frozenset(("GLOBALEVENTID", "SQLDATE", "Actor1Code", "Actor2Code", "EventCode"))


def _fits(cells: Cells) -> bool:
    wanted = (("GLOBALEVENTID", _DIGITS), ("SQLDATE", _DATE), ("EventRootCode", _CAMEO))
    return all(pattern.fullmatch(cells[name]) for name, pattern in wanted)


def _read(cells: Cells, dataset: Dataset) -> Imported:
    known = cameo_type(cells["EventCode"])
    lat, lon = coordinates_of(cells.get("ActionGeo_Lat", ""), cells.get("ActionGeo_Long", ""))
    place = cells.get("ActionGeo_FullName") or None
    return Imported(
        dataset=dataset,
        id=cells["GLOBALEVENTID"],
        day=day_of(cells["SQLDATE"]),
        type=known.type if known else None,
        mode=known.mode if known else None,
        code=cells["EventCode"],
        actor=_party(cells, 1),
        recipient=_party(cells, 2),
        place=place,
        # its codes of countries are FIPS's, of two letters; the name ends with the country's
        country=country_of(place.rpartition(", ")[2]) if place else None,
        lat=lat,
        lon=lon,
        mentions=number_of(cells.get("NumMentions", "")),
        sources=number_of(cells.get("NumSources", "")),
        url=_url(cells.get("SOURCEURL", "")),
        row=filled(cells),
    )


def _party(cells: Cells, number: int) -> Party:
    return cameo_party(cells[f"Actor{number}Code"], cells.get(f"Actor{number}Name") or None)


def _url(told: str) -> str | None:
    """An address; older rows have the name of an outlet there, or nothing."""
    return told if told.startswith(("http://", "https://")) else None


def _first(cells: Cells) -> Imported:
    return _read(cells, "gdelt1")


def _second(cells: Cells) -> Imported:
    return _read(cells, "gdelt2")


GDELT1, GDELT1_OLD = (
    Layout(
        dataset="gdelt1",
        family="gdelt",
        says=f"GDELT 1.0 ({len(columns)} columns, no header)",
        columns=columns,
        needed=_NEEDED,
        headless=True,
        fits=_fits,
        read=_first,
    )
    for columns in (FIRST, UNTIL_2013)
)
GDELT2 = Layout(
    dataset="gdelt2",
    family="gdelt",
    says=f"GDELT 2.0 ({len(SECOND)} columns, no header)",
    columns=SECOND,
    needed=_NEEDED | {"ActionGeo_ADM2Code"},
    headless=True,
    fits=_fits,
    read=_second,
)

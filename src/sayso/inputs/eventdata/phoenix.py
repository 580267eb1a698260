"""Phoenix of the Open Event Data Alliance: CAMEO codes, 26 columns, mostly without a header."""

from __future__ import annotations

import re

from sayso.inputs.eventdata.layout import Cells, Layout, filled
from sayso.inputs.eventdata.values import cameo_party, cameo_type, coordinates_of, country_of, day_of, listed
from sayso.schema.imported import Imported, Party

COLUMNS = (
    "EventID", "Date", "Year", "Month", "Day",
    "SourceActorFull", "SourceActorEntity", "SourceActorRole", "SourceActorAttribute",
    "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute",
    "EventCode", "EventRootCode", "QuadClass", "GoldsteinScore", "Issues", "Lat", "Lon",
    "LocationName", "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
)  # fmt: skip
# The headers that different releases come with.
_OTHERS = {
    "PentaClass": "QuadClass",
    "ActionLat": "Lat",
    "ActionLong": "Lon",
    "Latitude": "Lat",
    "Longitude": "Lon",
    "GeoLocationName": "LocationName",
    "GeoStateName": "StateName",
    "GeoCountryName": "CountryCode",
    "CountryName": "CountryCode",
    "Sources": "NewsSources",
}
_DATE = re.compile(r"\d{8}|\d{4}-\d{2}-\d{2}")
_CAMEO = re.compile(r"\d{2,4}")


def _fits(cells: Cells) -> bool:
    dated = _DATE.fullmatch(cells["Date"]) and cells["Date"].startswith(cells["Year"] or "-")
    return bool(cells["EventID"] and dated and _CAMEO.fullmatch(cells["EventCode"]))


def _read(cells: Cells) -> Imported:
    known = cameo_type(cells["EventCode"])
    lat, lon = coordinates_of(cells.get("Lat", ""), cells.get("Lon", ""))
    urls, outlets = listed(cells.get("URLs", "")), listed(cells.get("NewsSources", ""))
    return Imported(
        dataset="phoenix",
        id=cells["EventID"],
        day=day_of(cells["Date"]),
        type=known.type if known else None,
        mode=known.mode if known else None,
        code=cells["EventCode"],
        actor=_party(cells, "Source"),
        recipient=_party(cells, "Target"),
        place=cells.get("LocationName") or None,
        country=country_of(cells.get("CountryCode", "")),
        lat=lat,
        lon=lon,
        sources=len(outlets) or None,
        outlet="; ".join(outlets) or None,
        url=next((url for url in urls if url.startswith(("http://", "https://"))), None),
        row=filled(cells),
    )


def _party(cells: Cells, side: str) -> Party:
    return cameo_party(cells[f"{side}ActorFull"])


PHOENIX = Layout(
    dataset="phoenix",
    family="phoenix",
    says="Phoenix (26 columns, with a header or without: EventID, Date, Year … SourceActorFull …)",
    columns=COLUMNS,
    needed=frozenset(("EventID", "Date", "SourceActorFull", "TargetActorFull", "EventCode")),
    headless=True,
    fits=_fits,
    read=_read,
    others=_OTHERS,
)

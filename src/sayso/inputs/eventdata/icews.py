"""ICEWS: CAMEO codes, twenty columns with a header (Boschee and others 2015)."""

from __future__ import annotations

from sayso.inputs.eventdata.layout import Cells, Layout, filled
from sayso.inputs.eventdata.values import cameo_type, coordinates_of, country_of, day_of, listed
from sayso.schema.imported import Imported, Party

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number",
    "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
# Of ICEWS's hundreds of sectors those that say the same as one of PLOVER's.
_SECTORS = {
    "Government": "GOV",
    "Executive": "GOV",
    "Military": "MIL",
    "Police": "COP",
    "Judicial": "JUD",
    "Legislative / Parliamentary": "LEG",
    "Rebel": "REB",
    "Insurgents": "REB",
    "Opposition": "OPP",
    "Business": "BUS",
    "Education": "EDU",
    "Labor": "LAB",
    "Legal": "JUD",
    "News": "JRN",
    "Refugees": "REF",
    "General Population / Civilian / Social": "CVL",
    "Criminals / Gangs": "CRM",
}


def _read(cells: Cells) -> Imported:
    code = cells["CAMEO Code"].removesuffix(".0")
    known = cameo_type(code)
    lat, lon = coordinates_of(cells.get("Latitude", ""), cells.get("Longitude", ""))
    return Imported(
        dataset="icews",
        id=cells["Event ID"],
        day=day_of(cells["Event Date"]),
        type=known.type if known else None,
        mode=known.mode if known else None,
        code=code,
        actor=_party(cells, "Source"),
        recipient=_party(cells, "Target"),
        place=cells.get("City") or cells.get("District") or cells.get("Province") or None,
        country=country_of(cells.get("Country", "")),
        lat=lat,
        lon=lon,
        outlet=cells.get("Publisher") or None,
        row=filled(cells),
    )


def _party(cells: Cells, side: str) -> Party:
    """Of the sectors those that PLOVER has; all of them stay in the row."""
    country = country_of(cells.get(f"{side} Country", ""))
    told = listed(cells.get(f"{side} Sectors", ""))
    sectors = dict.fromkeys(_SECTORS[one] for one in told if one in _SECTORS)
    return Party(cells.get(f"{side} Name") or None, (country,) if country else (), tuple(sectors))


ICEWS = Layout(
    dataset="icews",
    family="icews",
    says="ICEWS (20 columns with a header: Event ID, Event Date, Source Name … CAMEO Code …)",
    columns=COLUMNS,
    needed=frozenset(("Event ID", "Event Date", "Source Name", "CAMEO Code", "Target Name")),
    read=_read,
)

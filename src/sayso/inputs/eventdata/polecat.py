"""POLECAT: PLOVER types and modes, forty columns with a header (Halterman and others 2023)."""

from __future__ import annotations

from sayso.codebook import polecat
from sayso.inputs.eventdata.layout import Cells, Layout, filled
from sayso.inputs.eventdata.values import (
    coordinates_of,
    country_of,
    day_of,
    listed,
    plover_mode,
    plover_type,
)
from sayso.schema.imported import Imported, Party, part_of

COLUMNS = polecat.POLECAT


def _read(cells: Cells) -> Imported:
    """The row; an event with two actors and one recipient is two rows with one Event ID."""
    actor, recipient = _party(cells, "Actor"), _party(cells, "Recipient")
    kind = plover_type(cells["Event Type"])
    lat, lon = coordinates_of(cells.get("Latitude", ""), cells.get("Longitude", ""))
    return Imported(
        dataset="polecat",
        id=cells["Event ID"],
        part=part_of(actor.name or "", recipient.name or ""),
        day=day_of(cells["Event Date"]),
        type=kind,
        mode=plover_mode(kind, cells.get("Event Mode", "")),
        code=cells["Event Type"],
        actor=actor,
        recipient=recipient,
        place=cells.get("Placename") or cells.get("City") or None,
        country=country_of(cells.get("Country", "")),
        lat=lat,
        lon=lon,
        outlet=cells.get("Source") or None,
        row=filled(cells),
    )


def _party(cells: Cells, side: str) -> Party:
    name = cells.get(f"{side} Name Raw") or cells.get(f"{side} Name") or None
    countries = (country_of(one) for one in listed(cells.get(f"{side} Country", "")))
    sectors = (cells.get(f"Primary {side} Sector", ""), *listed(cells.get(f"{side} Sectors", "")))
    return Party(name, tuple(dict.fromkeys(filter(None, countries))), _each_once(sectors))


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


POLECAT = Layout(
    dataset="polecat",
    family="polecat",
    says="POLECAT (40 columns with a header: Event ID, Event Date, Event Type, Event Mode …)",
    columns=COLUMNS,
    needed=frozenset(COLUMNS),  # all its releases have them all, so a table with fewer was cut
    read=_read,
)

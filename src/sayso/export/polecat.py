"""Events as rows of POLECAT: its forty columns in order, then what sayso adds on whose word each stands.

Columns of POLECAT (Halterman, Bagozzi, Beger, Schrodt & Scarborough 2023, doi:10.7910/DVN/AJGVIT), tab
separated. An event with two actors and one recipient is two rows with one Event ID.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.codebook import Codebook
from sayso.codebook.polecat import POLECAT
from sayso.export import words
from sayso.export.cells import cell, paragraph
from sayso.export.dyads import dyads
from sayso.export.vouched import deniers, vouching
from sayso.schema.attribution import Attribution
from sayso.schema.event import Event, Role
from sayso.schema.reading import Reading

OURS = (
    "Standing", "Vouched For By", "Denied By", "Holder", "Source Text", "Source Kind", "Source Country",
    "Source Sector", "Cue", "Anchor", "Passage",
)  # fmt: skip
COLUMNS = (*POLECAT, *OURS)

# Characters of its paragraph on either side of an anchor that its row shows.
_REACH = 150
# An interval of publication stands as its first day.
_DAY = len("2025-03-14")


def rows(reading: Reading, codebook: Codebook) -> Iterator[dict[str, str]]:
    """Column -> value for each event, actor and recipient of one document, in reading order; see `dyads`."""
    story = _story(reading)
    known = {attribution.id: attribution for attribution in reading.attributions}
    for event in reading.events:
        common = story | _event(reading, event, codebook) | _standing(reading, event, known)
        for actor, recipient in dyads(event):
            row = common | _role("Actor", actor) | _role("Recipient", recipient)
            yield {column: cell(row.get(column, "")) for column in COLUMNS}


def event_id(reading: Reading, event: Event) -> str:
    """The same in whatever file."""
    return f"{reading.document.id}-{event.id}"


def heading(more: Sequence[str] = ()) -> str:
    """The names of the columns, and of more behind them, as a line without its end."""
    return "\t".join((*COLUMNS, *more))


def line(row: Mapping[str, str], more: Sequence[str] = ()) -> str:
    """One row, and more values behind it, as a line without its end or any tab or line end inside a value."""
    return "\t".join(_unquoted(value) for value in (*(row[column] for column in COLUMNS), *map(cell, more)))


def _unquoted(value: str) -> str:
    """A value that begins with a quotation mark would be read as a quoted one, up to some later row."""
    return " " + value if value.startswith('"') else value


def _story(reading: Reading) -> dict[str, str]:
    document = reading.document
    named: dict[str, list[str]] = {"person": [], "organisation": [], "location": []}
    for entity in reading.entities:
        if entity.kind in named:
            named[entity.kind].append(entity.name)
    return {
        "Source": document.outlet or "",
        "Publication Date": (document.published or "")[:_DAY],
        "Story People": "; ".join(named["person"]),
        "Story Organizations": "; ".join(named["organisation"]),
        "Story Locations": "; ".join(named["location"]),
        "Language": document.language or "",
        "Version": f"sayso {reading.sayso}, encoder {reading.encoder}",
    }


def _event(reading: Reading, event: Event, codebook: Codebook) -> dict[str, str]:
    intensity = codebook.intensity(event.type, event.mode)
    place = event.place
    return {
        "Event ID": event_id(reading, event),
        "Event Date": event.date.start or (reading.document.published or "")[:_DAY],
        "Event Type": event.type,
        "Event Mode": event.mode or "",
        "Intensity": "" if intensity is None else f"{intensity:g}",
        "Quad Code": (event.quad or "").upper(),
        "Contexts": "; ".join(event.contexts),
        "Placename": place.name if place else "",
        "Province": (place.admin1 or "") if place else "",
        "Country": (place.country or "") if place else "",
        "Latitude": "" if place is None or place.lat is None else f"{place.lat:.5f}",
        "Longitude": "" if place is None or place.lon is None else f"{place.lon:.5f}",
        "GeoNames ID": "" if place is None or place.geonameid is None else str(place.geonameid),
        "Raw Placename": place.text if place else "",
    }


def _role(side: str, role: Role | None) -> dict[str, str]:
    if role is None:
        return {}
    resolved = role.resolved.text if role.resolved else role.text
    return {
        f"{side} Name": role.name or resolved,
        f"{side} Country": role.country or "",
        f"Primary {side} Sector": role.sector or "",
        f"{side} Sectors": role.sector or "",
        f"{side} Name Raw": role.text,
    }


def _standing(reading: Reading, event: Event, known: Mapping[str, Attribution]) -> dict[str, str]:
    inner = known[event.attributions[0]] if event.attributions else None
    return {
        "Standing": event.standing,
        "Vouched For By": " < ".join(vouching(event, known)),
        "Denied By": "; ".join(deniers(reading, event)),
        "Holder": " < ".join(words.who(known[one].source) for one in event.attributions) or "the author",
        "Source Text": (inner.source.text or "") if inner else "",
        "Source Kind": inner.source.identity if inner else "",
        "Source Country": (inner.source.country or "") if inner else "",
        "Source Sector": (inner.source.sector or "") if inner else "",
        "Cue": inner.cue.text if inner and inner.cue else "",
        "Anchor": event.anchor.text,
        "Passage": paragraph(reading.document.text, event.anchor, reach=_REACH),
    }

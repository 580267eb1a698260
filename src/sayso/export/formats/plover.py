"""PLOVER's JSON (manual of the Open Event Data Alliance, chapter "Data Fields"): one event to a line.

The manual allows fields of one's own. `standing` and what follows it are sayso's, and stand before all that
a program could take for something that happened; `comment` says the same in words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sayso.codebook import Codebook, load_codebook
from sayso.export import polecat, words
from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.quads import QUADS
from sayso.export.reach import reach
from sayso.export.vouched import deniers, sayings, vouching
from sayso.schema.event import Count, Event, EventDate, Magnitude, Place, Role
from sayso.schema.plain import to_plain
from sayso.schema.reading import Reading

_DAY = len("2025-03-14")
_SIZES = {"dead": "killed", "injured": "injured", "arrested": "arrested"}


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The lines; a piece to each document."""
    book = load_codebook()
    for one in documents:
        records = (_record(one, event, book) for event in one.reading.events if one.wants(event.id))
        yield "".join(clean(json.dumps(record, ensure_ascii=False)) + "\n" for record in records).encode()


def _record(one: Exported, event: Event, book: Codebook) -> dict[str, Any]:
    document = one.reading.document
    found = {
        "id": polecat.event_id(one.reading, event),
        **_standing(one, event),
        **_dates(event.date, document.published),
        "actor": [_somebody(role) for role in event.actors],
        "recipient": [_somebody(role) for role in event.recipients],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "quad_code": QUADS.get(event.quad or ""),
        "event_scale": book.intensity(event.type, event.mode),
        "event_loc": _place(event.place),
        "event_text": [span.text for span in event.mentions],
        "size": _sizes(event.magnitude),
        "link": reach(one, event).cluster,
        "text_info": {"start": event.anchor.start, "end": event.anchor.end},
        "cite_info": _cited(one.reading),
        "coder": f"sayso {one.reading.sayso}, encoder {one.reading.encoder}",
    }
    # what is not known has no field, but a record says of every event who does it
    return {name: value for name, value in found.items() if value not in (None, [], {}) or name == "actor"}


def _standing(one: Exported, event: Event) -> dict[str, Any]:
    vouch, deny = vouching(event, sayings(one.reading)), deniers(one.reading, event)
    return {
        "standing": event.standing,
        "vouched_for_by": vouch,
        "denied_by": deny,
        "why": [{"kind": reason.kind, **to_plain(reason.span)} for reason in event.why],
        "told": to_plain(reach(one, event)),
        "review": one.reviews.get(event.id),
        "confidence": event.confidence,
        "comment": _comment(event, vouch, deny),
    }


def _comment(event: Event, vouch: list[str], deny: list[str]) -> str:
    """As "denied; vouched for by drivers < the minister; denied by Ostrand"."""
    told = [words.STANDING[event.standing]]
    told += [f"vouched for by {' < '.join(vouch)}"] if vouch else []
    return "; ".join([*told, *([f"denied by {', '.join(deny)}"] if deny else [])])


def _dates(told: EventDate, published: str | None) -> dict[str, str | None]:
    """The day of publication where the text tells none; the last day where there are several."""
    first = told.start or (published or "")[:_DAY] or None
    last = _day_before(told.end) if told.end else None
    return {
        "date": first,
        "enddate": last if last != first else None,
        "date_precision": told.precision if told.start else "publication",
    }


def _day_before(day: str) -> str | None:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except ValueError:
        return None


def _somebody(role: Role) -> dict[str, str]:
    told = {
        "code": role.country,
        "sector": role.sector,
        "entity_text": role.text,
        "identifier_text": role.name,
    }
    return {name: value for name, value in told.items() if value}


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    told = {
        "extracted_place": place.text,
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "province": place.admin1,
        "country_code": place.country,
    }
    return {name: value for name, value in told.items() if value is not None}


def _sizes(magnitude: Magnitude) -> dict[str, Any]:
    told = {name: getattr(magnitude, ours) for name, ours in _SIZES.items()}
    return {name: _size(count) for name, count in told.items() if count is not None}


def _size(count: Count) -> int | list[int | None] | None:
    """A number, or the least and the most where the text leaves it open."""
    return count.low if count.low == count.high else [count.low, count.high]


def _cited(reading: Reading) -> dict[str, str]:
    document = reading.document
    told = {
        "url": document.url,
        "title": document.title,
        "language": document.language,
        "publication": document.outlet,
        "codebook": "plover",
    }
    return {name: value for name, value in told.items() if value}

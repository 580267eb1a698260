"""GeoJSON (RFC 7946): one point to each event whose place is known, with who vouches for it.

A feature is an account of an event, and no event: `standing` says how it is told. Degrees are WGS 84,
longitude first. A coarse place says so in `precision`, `coarse` and `point`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.export import words
from sayso.export.eventwords import toll
from sayso.export.exactness import is_coarse, meaning, precision
from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.vouched import deniers, name, sayings, telling, vouching
from sayso.schema.attribution import Attribution
from sayso.schema.event import Event, Place, Role

_HEAD = (
    '{"type":"FeatureCollection",\n'
    '"note":"Each feature is an account of an event, not an event: read its standing.'
    ' Where coarse is true the point stands for a wide area.",\n'
    '"features":['
)


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The collection, a line to each feature."""
    yield _HEAD.encode()
    before = "\n"
    for one in documents:
        for feature in _features(one):
            line = json.dumps(feature, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
            yield (before + clean(line)).encode()
            before = ",\n"
    yield b"\n]}\n"


def _features(one: Exported) -> Iterator[dict[str, Any]]:
    said = sayings(one.reading)
    for event in one.reading.events:
        place = event.place
        if place is None or place.lat is None or place.lon is None or not one.wants(event.id):
            continue
        yield {
            "type": "Feature",
            "id": f"{one.reading.document.id}:{event.id}",
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {
                **_standing(one, event, said),
                **_told(event),
                **_place(place),
                **_document(one),
                **_elsewhere(one, event),
            },
        }


def _standing(one: Exported, event: Event, said: Mapping[str, Attribution]) -> dict[str, Any]:
    chain = telling(event, said)
    return {
        "standing": event.standing,
        "standing_means": words.STANDING_MEANS[event.standing],
        "vouched_for_by": vouching(event, said),
        "denied_by": deniers(one.reading, event),
        "told_by": [name(each) for each in chain],
        "cues": [_flat(each.cue.text) for each in chain if each.cue is not None],
        "why": [f"{reason.kind}: {_flat(reason.span.text)}" for reason in event.why],
    }


def _told(event: Event) -> dict[str, Any]:
    return {
        "event_type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "contexts": list(event.contexts),
        "anchor": _flat(event.anchor.text),
        "start": event.anchor.start,
        "end": event.anchor.end,
        "actors": _names(event.actors),
        "recipients": _names(event.recipients),
        "date_start": event.date.start,
        "date_end": event.date.end,
        "date_precision": event.date.precision,
        "date_relation": event.date.relation,
        "toll": toll(event.magnitude),
        "confidence": event.confidence,
    }


def _place(place: Place) -> dict[str, Any]:
    how = precision(place)
    return {
        "place": _flat(place.name),
        "place_in_text": _flat(place.text),
        "country": place.country,
        "admin1": place.admin1,
        "geonameid": place.geonameid,
        "precision": how,
        "coarse": is_coarse(how),
        "point": meaning(how),
    }


def _document(one: Exported) -> dict[str, Any]:
    document = one.reading.document
    return {
        "document": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "url": document.url,
    }


def _elsewhere(one: Exported, event: Event) -> dict[str, Any]:
    """How far it is told in other documents; one that stands alone has one account."""
    count = one.counts.get(event.id)
    return {
        "review": one.reviews.get(event.id),
        "same_event": count.cluster if count else f"{one.reading.document.id}:{event.id}",
        "documents": count.documents if count else 1,
        "publishers": count.publishers if count else 1,
        "origins": count.origins if count else 1,
        "origins_against": count.against if count else 0,
    }


def _names(roles: Iterable[Role]) -> list[str]:
    return list(dict.fromkeys(_flat(words.name(role)) for role in roles))


def _flat(text: str) -> str:
    return " ".join(text.split())

"""What a search finds, one JSON object to a line: the claims and events, and what they rest on.

Every record of a ledger, which can be ingested again, is written by `ledger.exporting` and not here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.reach import reach
from sayso.export.resting import resting
from sayso.schema.claim import Claim
from sayso.schema.event import Event
from sayso.schema.plain import to_plain
from sayso.schema.ready import FORMAT


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The lines; a piece to each document."""
    yield _line({"record": "selection", "format": FORMAT})
    for one in documents:
        yield b"".join(map(_line, _records(one)))


def _line(record: dict[str, Any]) -> bytes:
    return clean(json.dumps(record, ensure_ascii=False)).encode() + b"\n"


def _records(one: Exported) -> Iterator[dict[str, Any]]:
    """The document, the attributions that are referred to, the events, the claims."""
    reading = one.reading
    claims = [claim for claim in reading.claims if one.wants(claim.id)]
    events = [event for event in reading.events if one.wants(event.id)]
    needed = resting(reading.attributions, claims, events)
    coding = {"sayso": reading.sayso, "encoder": reading.encoder}
    yield {
        "record": "document",
        **to_plain(reading.document),
        "locations": to_plain(one.locations),
        "coding": coding,
        "notices": to_plain(reading.notices),
    }
    for said in reading.attributions:
        if said.id in needed:
            yield {"record": "attribution", "document": reading.document.id, **to_plain(said)}
    for event in events:
        yield {"record": "event", **_told(one, event)}
    for claim in claims:
        yield {"record": "claim", **_told(one, claim)}


def _told(one: Exported, record: Claim | Event) -> dict[str, Any]:
    review = one.reviews.get(record.id)
    told = {"document": one.reading.document.id, **to_plain(record)}
    return told | ({"review": review} if review else {}) | {"told": to_plain(reach(one, record))}

"""A document as a report of STIX, behind all that it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.exported import Exported
from sayso.export.stix.notes import claim_note, event_note, verdict_notes
from sayso.export.stix.opinions import opinions, sightings
from sayso.export.stix.shared import SAYSO, UNDATED, Object, created, extended, made, modified
from sayso.export.telling import NEVER, flat
from sayso.export.urns import uuid_of, web
from sayso.export.vouched import sayings

_LONGEST = 120  # characters of a text that has no title


def objects(one: Exported) -> Iterator[Object]:
    """Of a document; an identity may come more than once."""
    report = f"report--{uuid_of(f'stix:report:{one.reading.document.id}')}"
    refs: dict[str, None] = {}
    for each in _records(one, report):
        refs[each["id"]] = None
        yield each
    yield _report(one, list(refs))


def _records(one: Exported, report: str) -> Iterator[Object]:
    said = sayings(one.reading)
    for claim in one.reading.claims:
        if one.wants(claim.id):
            note, who = claim_note(one, claim, said, report)
            yield from (*who, note)
            yield from verdict_notes(one, claim, note["id"])
    for event in one.reading.events:
        if one.wants(event.id):
            note, who = event_note(one, event, said, report)
            yield from (*who, note)
            yield from opinions(one, event, said, note["id"])
            yield from sightings(one, event, note["id"])


def _report(one: Exported, refs: list[str]) -> Object:
    """It refers to what it tells, or, where that is nothing, to whom it was read by."""
    reading, day = one.reading, created(one)
    return made(
        "report",
        reading.document.id,
        day,
        modified(one),
        created_by_ref=SAYSO["id"],
        name=flat(reading.document.title or reading.document.text[:_LONGEST]) or reading.document.id,
        description=f"What a text says, and on whose word. {NEVER}",
        published=day,
        labels=["undated"] if day == UNDATED else [],
        object_refs=refs or [SAYSO["id"]],
        external_references=_places(one),
        extensions=extended(
            record=reading.document.id, language=reading.document.language, encoder=reading.encoder
        ),
    )


def _places(one: Exported) -> list[Object]:
    """The text by its id, and every place where it was found."""
    found: list[Object] = [{"source_name": "sayso", "external_id": one.reading.document.id}]
    for place in one.locations:
        told: Object = {"source_name": place.outlet or "unknown outlet"}
        page = web(place.url)
        found.append(told | ({"url": page} if page else {"description": place.name}))
    return found

"""Claims and events as notes of STIX, and verdicts of persons on claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.export.exported import Exported
from sayso.export.speakers import Speaker
from sayso.export.stix.identities import claimants, identity, references, tellers
from sayso.export.stix.shared import SAYSO, Object, created, extended, key, made, modified
from sayso.export.telling import claim_story, claim_title, event_story, event_title
from sayso.export.urns import web
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.event import Event
from sayso.schema.span import Span


def claim_note(
    one: Exported, claim: Claim, said: Mapping[str, Attribution], report: str
) -> tuple[Object, list[Object]]:
    """The note of a claim, and the identities of those who make it."""
    who = claimants(one, claim, said)
    note = _note(
        one,
        claim.id,
        [*references(who), report],
        abstract=claim_title(claim, said),
        content=claim_story(claim, said),
        extensions=extended(
            record=f"{one.reading.document.id}:{claim.id}",
            attitude=claim.attitude,
            holder_refs=references(who),
            spans=_places(claim.content),
            review=one.reviews.get(claim.id),
        ),
    )
    return note, who


def event_note(
    one: Exported, event: Event, said: Mapping[str, Attribution], report: str
) -> tuple[Object, list[Object]]:
    """The note of an event, and the identities of those in whose words it is told. Who is said to take part
    in it is told in words alone: a link from somebody to an attack would read as if they had done it.
    """
    who = tellers(one, event, said)
    note = _note(
        one,
        event.id,
        [*references(who), report],
        abstract=event_title(event, said),
        content=event_story(one.reading, event, said),
        extensions=extended(
            record=f"{one.reading.document.id}:{event.id}",
            standing=event.standing,
            event_type=event.type,
            mode=event.mode,
            holder_refs=references(who),
            spans=_places([event.anchor]),
            confidence=event.confidence,
            review=one.reviews.get(event.id),
        ),
    )
    return note, who


def verdict_notes(one: Exported, claim: Claim, note: str) -> Iterator[Object]:
    """What persons found out about a claim, each with the identity of the person; the note is the claim's."""
    for each in one.corrections:
        if each.action == "verdict" and one.about.get(each.id) == claim.id:
            person = identity(Speaker(each.by, named=True, kind="person"), one)
            yield person
            yield _verdict(one, each, person["id"], note)


def _verdict(one: Exported, verdict: Correction, person: str, note: str) -> Object:
    words, page = verdict.value["verdict"], verdict.value["url"]
    return made(
        "note",
        verdict.id,
        verdict.at,
        created_by_ref=person,
        external_references=[{"source_name": verdict.by, "url": web(page) or page}],
        abstract=f"Verdict of {verdict.by}: {words}",
        content=f"{verdict.by} says of this claim: “{words}”. Reasons: {page}. It is no verdict of sayso.",
        authors=[verdict.by],
        object_refs=[note],
        extensions=extended(record=f"{one.reading.document.id}:{one.about[verdict.id]}", verdict=words),
    )


def _note(
    one: Exported, record: str, refs: list[str], *, abstract: str, content: str, extensions: Object
) -> Object:
    return made(
        "note",
        key(one, record),
        created(one),
        modified(one),
        created_by_ref=SAYSO["id"],
        abstract=abstract,
        content=content,
        object_refs=refs,
        extensions=extensions,
    )


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

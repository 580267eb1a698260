"""W3C Web Annotation (Recommendation of 23 February 2017) as one AnnotationPage in JSON-LD.

An annotation to each source, cue, content and anchor of an event. Each target is the stored text, by the
place (TextPositionSelector, in code points) and by the words (TextQuoteSelector). Where the page is known
that the text was found on, the same words on that page are a target as well, by the words alone, since a page
has other places than its text. Written without a library: it is plain JSON.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.export import words
from sayso.export.dating import first_day
from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.selecting import quote
from sayso.export.telling import NEVER, called, chain_of, event_title, flat
from sayso.export.urns import TERMS, urn, web
from sayso.export.vouched import sayings
from sayso.schema.attribution import Attribution
from sayso.schema.event import Event
from sayso.schema.span import Span

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": TERMS}]
NOTE = "Each annotation tells how a text puts it, and on whose word. None says that it is so."


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The page, an annotation to a line; its id comes last, since it is made from all of them."""
    head = {"@context": CONTEXT, "type": "AnnotationPage", "sayso:note": NOTE}
    yield (_line(head)[:-1] + ',"items":[').encode()
    told, before = hashlib.sha256(), "\n"
    for one in documents:
        for annotation in _annotations(one):
            line = _line(annotation)
            told.update(line.encode())
            yield (before + line).encode()
            before = ",\n"
    yield f'\n],"id":"{urn("annotations", told.hexdigest()[:16])}"}}\n'.encode()


def _line(value: Any) -> str:
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _annotations(one: Exported) -> Iterator[dict[str, Any]]:
    """Of the attributions of all that was asked for, in reading order, then of the events."""
    said = sayings(one.reading)
    needed = _needed(one)
    for each in one.reading.attributions:
        if needed is None or each.id in needed:
            yield from _of_attribution(one, each)
    for event in one.reading.events:
        if needed is None or event.id in needed:
            yield _of_event(one, event, said)


def _needed(one: Exported) -> set[str | None] | None:
    """The ids of what was asked for, and of what it comes from or stands on; None for all."""
    if one.chosen is None:
        return None
    claims = [claim for claim in one.reading.claims if one.wants(claim.id)]
    events = [event for event in one.reading.events if one.wants(event.id)]
    found: set[str | None] = {claim.event for claim in claims} | {event.id for event in events}
    said = sayings(one.reading)
    found |= {each.id for claim in claims for each in chain_of(claim, said)}
    return found | {id for event in events for id in event.attributions}


def _of_attribution(one: Exported, said: Attribution) -> Iterator[dict[str, Any]]:
    who = called(said)
    if said.source.span is not None:
        tags = [f"source: {words.kind(said.source)}"]
        told = f"{who} is who says it" if who != flat(said.source.text or "") else "who says it"
        yield _annotation(one, f"{said.id}:source", "identifying", [said.source.span], told, tags)
    if said.cue is not None:
        told = f"the words that say that {who} says it"
        yield _annotation(one, f"{said.id}:cue", "classifying", [said.cue], told, ["cue"])
    tags = [f"attitude: {said.attitude}", f"form: {said.form}"]
    told = f"{words.ATTITUDE[said.attitude].capitalize()} by {who}. {NEVER}"
    yield _annotation(one, f"{said.id}:content", "describing", said.content, told, tags)


def _of_event(one: Exported, event: Event, said: Mapping[str, Attribution]) -> dict[str, Any]:
    told = f"{event_title(event, said)}. {words.STANDING_MEANS[event.standing]}"
    tags = [f"standing: {event.standing}", f"type: {event.type}"]
    return _annotation(one, f"{event.id}:anchor", "classifying", [event.anchor], told, tags)


def _annotation(
    one: Exported, part: str, motivation: str, spans: Sequence[Span], told: str, tags: Sequence[str]
) -> dict[str, Any]:
    document = one.reading.document
    bodies = [{"type": "TextualBody", "purpose": "describing", "value": told, "language": "en"}]
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    return {
        "id": urn(document.id, part),
        "type": "Annotation",
        "motivation": motivation,
        "generator": {
            "id": urn("software", one.reading.sayso),
            "type": "Software",
            "name": f"sayso {one.reading.sayso}, encoder {one.reading.encoder}",
        },
        "body": bodies,
        "target": [*(_in_text(one, span) for span in spans), *_on_page(one, spans)],
    }


def _in_text(one: Exported, span: Span) -> dict[str, Any]:
    document = one.reading.document
    source: dict[str, Any] = {"id": urn(document.id), "type": "Text", "format": "text/plain"}
    source |= {"language": document.language} if document.language else {}
    source |= {"sayso:published": day} if (day := first_day(document.published)) else {}
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [_quoted(one, span), place]}


def _on_page(one: Exported, spans: Sequence[Span]) -> Iterator[dict[str, Any]]:
    page = web(one.reading.document.url)
    if page is not None:
        yield from ({"source": page, "selector": _quoted(one, span)} for span in spans)


def _quoted(one: Exported, span: Span) -> dict[str, Any]:
    found = quote(one.reading.document.text, span)
    return {
        "type": "TextQuoteSelector",
        "exact": found.exact,
        "prefix": found.prefix,
        "suffix": found.suffix,
    }

"""The records of a reading as marks on its text, one to each annotation."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.export.uima.layers import STATE
from sayso.export.vouched import deniers, sayings, vouching
from sayso.schema.attribution import Attribution, Source
from sayso.schema.event import Event, Role
from sayso.schema.plain import to_plain
from sayso.schema.reading import Reading

Value = TypeVar("Value", str, tuple[str, ...])
# Of the marks: a file of another format is not compared with these.
_FORMAT = 1
_WORD = re.compile(r"\S+")
EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation.

    Attributes:
        layer: name of a layer of `LAYERS`.
        record: its id, one of its own in the document.
        start, end: half-open characters.
        values: feature -> value, for those that have one.
        links: feature -> records of the marks that it points to.
    """

    layer: str
    record: str
    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def marks_of(reading: Reading, reviews: Mapping[str, str]) -> list[Mark]:
    """All marks of a document; the first is that of the export, where there is a word to put it on.

    Args:
        reviews: id of a claim or event -> accepted or edited, where a person decided.
    """
    claims = {claim.attribution: claim.id for claim in reading.claims if claim.attribution is not None}
    found = [mark for one in reading.attributions for mark in _saying(one, claims.get(one.id), reviews)]
    found += [mark for event in reading.events for mark in _happening(event, reading, reviews)]
    first = _WORD.search(reading.document.text)
    if first is None:
        return []
    values = {STATE: state(found)}
    return [Mark("Export", EXPORT, first.start(), first.end(), values), *found]


def state(marks: Sequence[Mark]) -> str:
    """What marks say, as 16 hexadecimal digits; another mark or value makes another state."""
    plain = json.dumps([_FORMAT, to_plain([to_plain(mark) for mark in marks])], sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _saying(one: Attribution, claim: str | None, reviews: Mapping[str, str]) -> Iterator[Mark]:
    source, contents = _source(one), list(_contents(one))
    yield from (source,) if source else ()
    yield from contents
    place = one.cue or one.content[0]
    values = {
        "claim": claim,
        "attitude": one.attitude,
        "form": one.form,
        "channel": one.channel,
        "inside": one.parent,
        "implied": None if one.cue else "yes",
        "review": reviews.get(claim or ""),
    }
    links = {
        "source": (source.record,) if source else (),
        "content": tuple(content.record for content in contents),
    }
    yield Mark("Cue", one.id, place.start, place.end, _given(values), _given(links))


def _source(one: Attribution) -> Mark | None:
    source: Source = one.source
    if source.span is None:
        return None
    values = {
        "identity": source.identity,
        "naming": source.naming,
        "affiliation": source.affiliation,
        "role": source.role,
        "country": source.country,
        "sector": source.sector,
        "stands_for": source.resolved.text if source.resolved else None,
    }
    return Mark("Source", f"{one.id}.source", source.span.start, source.span.end, _given(values))


def _contents(one: Attribution) -> Iterator[Mark]:
    for number, span in enumerate(one.content, 1):
        yield Mark("Content", f"{one.id}.content.{number}", span.start, span.end)


def _happening(event: Event, reading: Reading, reviews: Mapping[str, str]) -> Iterator[Mark]:
    said = sayings(reading)
    actors = list(_participants(event, "actor", event.actors))
    recipients = list(_participants(event, "recipient", event.recipients))
    yield from actors
    yield from recipients
    date = event.date
    values = {
        "event_type": event.type,
        "mode": event.mode,
        "standing": event.standing,
        "contexts": ", ".join(event.contexts),
        "vouched_for_by": " < ".join(vouching(event, said)),
        "denied_by": ", ".join(deniers(reading, event)),
        "place": event.place.name if event.place else None,
        "date": f"{date.start or ''}/{date.end or ''}" if date.start or date.end else None,
        "review": reviews.get(event.id),
    }
    links = {
        "actors": tuple(mark.record for mark in actors),
        "recipients": tuple(mark.record for mark in recipients),
        "cues": tuple(id for id in event.attributions if id in said),
    }
    yield Mark("Event", event.id, event.anchor.start, event.anchor.end, _given(values), _given(links))


def _participants(event: Event, side: str, roles: Sequence[Role]) -> Iterator[Mark]:
    for number, role in enumerate(roles, 1):
        values = {"name": role.name, "country": role.country, "sector": role.sector}
        yield Mark("Participant", f"{event.id}.{side}.{number}", role.start, role.end, _given(values))


def _given(values: Mapping[str, Value | None]) -> dict[str, Value]:
    """Only what there is."""
    return {name: value for name, value in values.items() if value}

"""Claims and events as rows whose values nest, with the names of `arrow`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sayso.export import claimtable, words
from sayso.export.cells import paragraph
from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.reach import reach
from sayso.export.vouched import deniers, sayings, vouching
from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.event import Count, Event, EventDate, Place, Role
from sayso.schema.plain import to_plain

_REACH = 400  # characters of a paragraph on either side of an anchor


def events(one: Exported) -> Iterator[dict[str, Any]]:
    """A row to each event that was asked for, in reading order."""
    said = sayings(one.reading)
    for event in one.reading.events:
        if one.wants(event.id):
            yield _cleaned(_around(one, event) | _event(one, event, said))


def claims(one: Exported) -> Iterator[dict[str, Any]]:
    """A row to each claim that was asked for, in reading order."""
    said = sayings(one.reading)
    for claim in one.reading.claims:
        if one.wants(claim.id):
            yield _cleaned(_around(one, claim) | _claim(one, claim, said))


def _around(one: Exported, record: Claim | Event) -> dict[str, Any]:
    document = one.reading.document
    names = ("title", "outlet", "url", "authors", "published", "language", "wire")
    return {
        "id": f"{document.id}:{record.id}",
        "document": document.id,
        **{name: getattr(document, name) for name in names},
        "review": one.reviews.get(record.id),
        **to_plain(reach(one, record)),
        "sayso": one.reading.sayso,
        "encoder": one.reading.encoder,
    }


def _event(one: Exported, event: Event, said: Mapping[str, Attribution]) -> dict[str, Any]:
    return {
        "standing": event.standing,
        "vouched_for_by": vouching(event, said),
        "denied_by": deniers(one.reading, event),
        **{name: getattr(event, name) for name in ("type", "mode", "contexts", "quad", "confidence")},
        "anchor": to_plain(event.anchor),
        "actors": [_role(role) for role in event.actors],
        "recipients": [_role(role) for role in event.recipients],
        "place": _place(event.place),
        "date": _date(event.date),
        "magnitude": {
            name: _count(getattr(event.magnitude, name)) for name in ("killed", "injured", "arrested")
        },
        "sayings": [_saying(said[id]) for id in event.attributions],
        "factuality": to_plain(event.factuality),
        "why": [{"kind": one.kind, **to_plain(one.span)} for one in event.why],
        "passage": paragraph(one.reading.document.text, event.anchor, reach=_REACH),
    }


def _claim(one: Exported, claim: Claim, said: Mapping[str, Attribution]) -> dict[str, Any]:
    saying = said.get(claim.attribution or "")
    held = claimtable.events_of(one.reading, claim)
    return {
        "attitude": claim.attitude,
        "holder": claimtable.holders(claim, said),
        "words": claimtable.content(claim),
        "content": to_plain(claim.content),
        "source": _source(claim.source),
        "cue": to_plain(saying.cue) if saying else None,
        "form": saying.form if saying else None,
        "channel": saying.channel if saying else None,
        "hedges": (words.hedges(saying) or None) if saying else None,
        "events": [{"id": each.id, "type": each.type, "standing": each.standing} for each in held],
    }


def _saying(said: Attribution) -> dict[str, Any]:
    return {
        "id": said.id,
        "source": _source(said.source),
        "cue": to_plain(said.cue),
        "form": said.form,
        "attitude": said.attitude,
        "channel": said.channel,
        "hedges": words.hedges(said) or None,
    }


def _source(source: Source) -> dict[str, Any]:
    return {**to_plain(source), "name": source.resolved.text if source.resolved else source.text}


def _role(role: Role) -> dict[str, Any]:
    return {**to_plain(role), "name": words.name(role)}


def _place(place: Place | None) -> dict[str, Any] | None:
    return to_plain(place)  # type: ignore[no-any-return]


def _date(told: EventDate) -> dict[str, Any]:
    return {**to_plain(told), "start": _day(told.start), "end": _day(told.end)}


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _count(count: Count | None) -> dict[str, Any] | None:
    return None if count is None else {"low": count.low, "high": count.high, "text": count.span.text}


def _cleaned(value: Any) -> Any:
    """Without halves of surrogate pairs in any of its texts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {name: _cleaned(each) for name, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, Sequence) else value

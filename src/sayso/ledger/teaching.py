"""Corrections as examples for training: passages with what was coded in them, and what a person says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sayso.ledger.correcting import Corrected, corrected, standing_ones
from sayso.ledger.ledger import Ledger
from sayso.ledger.stretches import stretch
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.event import Event, FactValue, Standing
from sayso.schema.plain import to_plain
from sayso.schema.reading import Reading
from sayso.schema.span import Span
from sayso.text.paragraphs import paragraphs

_AT_ONCE = 50  # documents
# What the words at the anchor tell, whoever says them.
_LOCAL: Mapping[FactValue, str] = {
    "CT+": "actual",
    "PR+": "possible",
    "PS+": "possible",
    "CT-": "negated",
    "PR-": "negated",
    "PS-": "negated",
    "Uu": "planned",
}
_LOCAL_OF: Mapping[Standing, str] = {
    "fact": "actual",
    "possible": "possible",
    "planned": "planned",
    "negated": "negated",
}
_SIDES = ("actors", "recipients")
_KINDS = ("identity", "naming", "affiliation", "role", "country", "sector")


def examples(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The passages in which a person looked at a record: by document, then as they stand in the text.

    Each has `document`, `start` and `end` (half-open characters of it) and `text`; `said` and `events` as
    corrected, without what was rejected, and in `coded` the same as coded, in words of the passage;
    `complete`, whether a person looked at every claim and event of it; and `corrections`, each decision with
    the record before and after, None for one that was rejected.
    """
    about = sorted({one.document for one in ledger.corrections() if one.document is not None})
    rest = iter(about)
    while batch := list(islice(rest, _AT_ONCE)):
        for stored, known in ledger.stored_many(batch):
            # a verdict is about what is claimed, and teaches nothing about how it is read
            standing = [one for one in standing_ones(known) if one.action != "verdict"]
            if standing:
                yield from _of_document(stored.reading, standing)


@dataclass(frozen=True, slots=True)
class _Window:
    """Half-open characters of a document's text, from the start of a paragraph to the end of one."""

    text: str
    start: int
    end: int

    def holds(self, span: Span) -> bool:
        return self.start <= span.start and span.end <= self.end

    def words(self, span: Span) -> str | None:
        return stretch(self.text[self.start : self.end], span.start - self.start, span.end - self.start)


def _of_document(coded: Reading, standing: Sequence[Correction]) -> Iterator[dict[str, Any]]:
    laid = corrected(coded, standing)
    claimed = {claim.id: claim.attribution or claim.event for claim in coded.claims}
    looked_at = {claimed.get(id) or id for id in laid.reviews}
    # whoever accepts a role has not looked at the whole event
    touched = {claimed.get(id) or id for id in laid.records.values()}
    for window in _windows(coded, touched):
        yield _example(window, coded, laid, looked_at, standing)


def _example(
    window: _Window, coded: Reading, laid: Corrected, looked_at: set[str], standing: Sequence[Correction]
) -> dict[str, Any]:
    gone = {id for id, review in laid.reviews.items() if review == "rejected"}
    rejected = {claim.attribution for claim in laid.reading.claims if claim.id in gone} | gone
    claims = {claim.attribution for claim in coded.claims}
    inside = [one.id for one in coded.attributions if one.id in claims and window.holds(_extent(one))]
    inside += [event.id for event in coded.events if any(map(window.holds, event.mentions))]
    before = {"said": _said(window, coded.attributions), "events": _told(window, coded.events)}
    said = [one for one in laid.reading.attributions if one.id not in rejected]
    told = [event for event in laid.reading.events if event.id not in rejected]
    return {
        "document": coded.document.id,
        "start": window.start,
        "end": window.end,
        "text": window.text[window.start : window.end],
        "said": _said(window, said),
        "events": _told(window, told),
        "coded": before,
        "complete": all(id in looked_at for id in inside) and _whole(window, coded, before),
        "corrections": [one for each in standing for one in _decision(window, coded, each)],
    }


# -- where --


def _windows(coded: Reading, touched: set[str]) -> Iterator[_Window]:
    """Whole paragraphs, as many as hold all of every record that is in them, and apart from each other."""
    text = coded.document.text
    records: list[Attribution | Event] = [*coded.attributions, *coded.events]
    extents = [(one.id, _extent(one)) for one in records]
    tiles = list(paragraphs(text))
    for _, extent in extents:
        tiles = list(_joined(tiles, extent))
    for start, end in tiles:
        if any(id in touched and start <= extent.start < end for id, extent in extents):
            yield _Window(text, start, end)


def _joined(tiles: Iterable[tuple[int, int]], extent: Span) -> Iterator[tuple[int, int]]:
    """The tiles that a record touches as one."""
    touched: list[tuple[int, int]] = []
    for start, end in tiles:
        if start < extent.end and extent.start < end:
            touched.append((start, end))
            continue
        if touched:
            yield touched[0][0], touched[-1][1]
            touched = []
        yield start, end
    if touched:
        yield touched[0][0], touched[-1][1]


def _extent(record: Attribution | Event) -> Span:
    if isinstance(record, Event):
        spans = [record.anchor, *(role.span for role in (*record.actors, *record.recipients))]
    else:
        spans = [span for span in (record.source.span, record.cue, *record.content) if span is not None]
    return Span(min(span.start for span in spans), max(span.end for span in spans), "")


# -- what --


def _whole(window: _Window, coded: Reading, before: Mapping[str, Sequence[object]]) -> bool:
    """Whether everything that is there could be told in words."""
    said = sum(window.holds(_extent(one)) for one in coded.attributions)
    told = sum(window.holds(mention) for event in coded.events for mention in event.mentions)
    return (len(before["said"]), len(before["events"])) == (said, told)


def _said(window: _Window, attributions: Iterable[Attribution]) -> list[dict[str, Any]]:
    inside = [one for one in attributions if window.holds(_extent(one))]
    ids = {one.id for one in inside}
    found = (_saying(window, one, ids) for one in inside)
    return [one for one in found if one is not None]


def _saying(window: _Window, one: Attribution, ids: set[str]) -> dict[str, Any] | None:
    source = one.source.span
    words = window.words(source) if source else None
    content = [window.words(span) for span in one.content]
    cue = window.words(one.cue) if one.cue else None
    if None in content or (source and words is None) or (one.cue and cue is None):
        return None
    entry: dict[str, Any] = {"id": one.id}
    entry |= {"in": one.parent} if one.parent in ids else {}
    entry |= {"source": words} if words else {}
    entry |= {"cue": cue} if cue else {}
    entry |= {"content": content, "attitude": one.attitude}
    return entry | {name: getattr(one.source, name) for name in _KINDS}


def _told(window: _Window, events: Iterable[Event]) -> list[dict[str, Any]]:
    """Each event once for every word that names it."""
    found = (
        _telling(window, event, mention)
        for event in events
        for mention in event.mentions
        if window.holds(mention)
    )
    return [one for one in found if one is not None]


def _telling(window: _Window, event: Event, mention: Span) -> dict[str, Any] | None:
    anchor = window.words(mention)
    sides = {
        side: [window.words(role.span) for role in getattr(event, side) if window.holds(role.span)]
        for side in _SIDES
    }
    if anchor is None or None in (*sides["actors"], *sides["recipients"]):
        return None
    local = _LOCAL_OF.get(event.standing) or _LOCAL[event.factuality[0].value]
    entry = {"anchor": anchor, "type": event.type, "mode": event.mode, "local": local}
    return entry | sides | {"standing": event.standing}


def _decision(window: _Window, coded: Reading, one: Correction) -> Iterator[dict[str, Any]]:
    """A decision with its record, where it stands in this passage."""
    laid = corrected(coded, [one])
    id = laid.records.get(one.id)
    if id is None:
        return
    before, after = _record(coded, id), _record(laid.reading, id)
    spans = [before.anchor] if isinstance(before, Event) else before.content
    if all(window.holds(span) for span in spans):
        gone = laid.reviews.get(id) == "rejected"
        yield {
            **{name: getattr(one, name) for name in ("id", "kind", "action", "by", "at")},
            "coded": to_plain(before),
            "corrected": None if gone else to_plain(after),
        }


def _record(reading: Reading, id: str) -> Claim | Event:
    records: list[Claim | Event] = [*reading.claims, *reading.events]
    return next(one for one in records if one.id == id)

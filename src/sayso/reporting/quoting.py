"""The words of claims and events in their sentences, with the passage that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.export import eventwords, words
from sayso.ledger.correcting import Corrected
from sayso.ledger.sentences import around
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.document import Document, PassageKind
from sayso.schema.event import Event
from sayso.schema.span import Span
from sayso.workbench.marking import CUT, pieces

LONGEST = 1_500  # characters of one quotation
PASSAGE: Mapping[PassageKind | None, str] = {
    "headline": "headline",
    "summary": "standfirst",
    "byline": "byline",
    "dateline": "dateline",
    "body": "body",
    "commentary": "the author’s commentary",
    "caption": "caption",
    "correction": "correction",
    "boilerplate": "boilerplate",
    None: "text",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody on whose word something is told.

    Attributes:
        name: the fullest words for them.
        called: the words of this place, where they are others; else None.
        kind: what kind of source, in words.
        cue: the words that say that it is said, or None.
        form: how it is quoted, in words.
    """

    name: str
    called: str | None
    kind: str
    cue: str | None
    form: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim or an event as its document has it.

    Attributes:
        pieces: (characters, whether they are the record's own), the sentences around it; at most LONGEST.
        passage: in words, where it stands.
        start, end: half-open characters of the record's own words in the text.
        voices: through whom it comes, innermost first; none where it is the author's own word.
        why: the words that decided the standing of an event; else none.
        review: accepted or edited, where a person looked at it.
    """

    pieces: tuple[tuple[str, bool], ...]
    passage: str
    start: int
    end: int
    voices: tuple[Voice, ...]
    why: tuple[str, ...]
    review: str | None


def quotes(laid: Corrected, ids: Iterable[str]) -> dict[str, Quote]:
    """The quotations of some claims and events of a document, by their ids there."""
    reading = laid.reading
    known = {one.id: one for one in reading.attributions}
    records: dict[str, Claim | Event] = {one.id: one for one in reading.claims}
    records |= {one.id: one for one in reading.events}
    return {id: _quote(laid, records[id], known) for id in ids if id in records}


def _quote(laid: Corrected, record: Claim | Event, known: Mapping[str, Attribution]) -> Quote:
    document = laid.reading.document
    spans = [record.anchor] if isinstance(record, Event) else sorted(record.content)
    start, end = spans[0].start, max(span.end for span in spans)
    chain = record.attributions if isinstance(record, Event) else record.chain
    own = (record.attribution,) if isinstance(record, Claim) and record.attribution else ()
    passed = dict.fromkeys((*own, *chain))
    return Quote(
        pieces=tuple(_cut(_marked(document, spans, start, end))),
        passage=_passage(document, start),
        start=start,
        end=end,
        voices=tuple(_voice(known[id]) for id in passed if id in known),
        why=tuple(eventwords.why(record, known)) if isinstance(record, Event) else (),
        review=laid.reviews.get(record.id),
    )


def _marked(document: Document, spans: Sequence[Span], start: int, end: int) -> Iterator[tuple[str, bool]]:
    whole = around(document.text, start, end)
    inside: list[tuple[int, int]] = []
    for span in spans:
        first = max(span.start - whole.start, inside[-1][1] if inside else 0)
        if span.end - whole.start > first:
            inside.append((first, span.end - whole.start))
    return pieces(whole.text, inside)


def _cut(told: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    left = LONGEST
    for text, own in told:
        if len(text) > left:
            yield f"{text[:left].rstrip()} {CUT}", own
            return
        left -= len(text)
        yield text, own


def _passage(document: Document, at: int) -> str:
    return PASSAGE[next((one.kind for one in document.passages if one.start <= at < one.end), None)]


def _voice(one: Attribution) -> Voice:
    name = words.who(one.source)
    called = one.source.text if one.source.text and one.source.text != name else None
    return Voice(
        name, called, words.kind(one.source), one.cue.text if one.cue else None, words.FORM[one.form]
    )

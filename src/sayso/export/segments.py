"""A text cut wherever a mark begins or ends, so that nested and overlapping spans can be drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.schema.attribution import Attribution
from sayso.schema.document import Document, PassageKind
from sayso.schema.event import Event, Standing
from sayso.schema.span import Span
from sayso.text.paragraphs import paragraphs

MarkKind = Literal["source", "cue", "content", "event", "dateline"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Some characters that play a part.

    Attributes:
        start, end: half-open characters of the text.
        kind: the part they play.
        owner: id of the attribution or event, "" for a dateline.
        standing: of the event, None elsewhere.
    """

    start: int
    end: int
    kind: MarkKind
    owner: str
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that all play the same parts.

    Attributes:
        text: the characters.
        end: the place in the document after the last of them.
        marks: the marks that cover them, in a stable order.
    """

    text: str
    end: int
    marks: tuple[Mark, ...]

    def ending(self, kind: MarkKind) -> list[Mark]:
        """The marks of this kind whose last characters these are."""
        return [mark for mark in self.marks if mark.kind == kind and mark.end == self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph with the kind of passage it belongs to."""

    kind: PassageKind
    segments: tuple[Segment, ...]


def marks_of(attributions: Iterable[Attribution]) -> list[Mark]:
    """The sources, cues and contents of the attributions, in reading order."""
    marks = [mark for attribution in attributions for mark in _marks(attribution)]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _marks(attribution: Attribution) -> Iterator[Mark]:
    source, cue = attribution.source.span, attribution.cue
    yield from (_mark(span, "content", attribution.id) for span in attribution.content)
    if source is not None:
        yield _mark(source, "source", attribution.id)
    if cue is not None:
        yield _mark(cue, "cue", attribution.id)


def _mark(span: Span, kind: MarkKind, owner: str) -> Mark:
    return Mark(span.start, span.end, kind, owner)


def anchors_of(events: Iterable[Event]) -> Iterator[Mark]:
    """Every place that names an event, whichever event comes first."""
    for event in events:
        spans = dict.fromkeys((event.anchor, *event.mentions))
        yield from (Mark(s.start, s.end, "event", event.id, event.standing) for s in spans)


def blocks(
    document: Document, attributions: Iterable[Attribution], events: Iterable[Event] = ()
) -> list[Block]:
    """The whole text as paragraphs of segments; white space between paragraphs is left out."""
    datelines = (Mark(p.start, p.end, "dateline", "") for p in document.passages if p.kind == "dateline")
    marks = [*marks_of(attributions), *anchors_of(events), *datelines]
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    stretches = list(_stretches(document))
    return [
        Block(kind, tuple(_cut(document.text, start, end, inside)))
        for (kind, start, end), inside in zip(stretches, _share(marks, stretches), strict=True)
    ]


def _stretches(document: Document) -> Iterator[tuple[PassageKind, int, int]]:
    """Paragraphs, cut where a passage begins; a dateline stays with the body that follows it."""
    kinds = {
        passage.start: passage.kind
        for before, passage in pairwise((None, *document.passages))
        if passage is not None and (before is None or before.kind != "dateline")
    }
    kinds |= {p.start: "body" for p in document.passages if p.kind == "dateline"}
    kind: PassageKind = "body"
    starts = sorted(kinds)
    position = 0
    for start, end in paragraphs(document.text):
        while position < len(starts) and starts[position] <= start:
            kind = kinds[starts[position]]
            position += 1
        begin = start
        while position < len(starts) and starts[position] < end:
            yield kind, begin, starts[position]
            begin, kind = starts[position], kinds[starts[position]]
            position += 1
        yield kind, begin, end


def _share(marks: Sequence[Mark], stretches: Sequence[tuple[PassageKind, int, int]]) -> Iterator[list[Mark]]:
    """For each stretch the marks that touch it; both ascend, so one pass is enough."""
    running: list[Mark] = []
    position = 0
    for _, start, end in stretches:
        while position < len(marks) and marks[position].start < end:
            running.append(marks[position])
            position += 1
        running = [mark for mark in running if mark.end > start]
        yield list(running)


def _cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """The characters from start to end, a new segment wherever a mark begins or ends."""
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[max(start, mark.start)].append(mark)
    edges = {start, end} | {min(end, max(start, edge)) for mark in marks for edge in (mark.start, mark.end)}
    live: list[Mark] = []
    for first, last in pairwise(sorted(edges)):
        live = [mark for mark in (*live, *opening[first]) if mark.end > first]
        yield Segment(text[first:last], last, tuple(live))

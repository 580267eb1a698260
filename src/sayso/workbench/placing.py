"""A record in its place: the sentences around it, its own words apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.ledger.showing import ShownRecord
from sayso.schema.entity import Entity
from sayso.schema.event import Event
from sayso.schema.span import Span
from sayso.workbench.marking import pieces


def in_place(shown: ShownRecord) -> Iterator[tuple[str, bool]]:
    """(characters, whether they are the record's own), in order; put together they are the sentences."""
    around = shown.around
    inside = [
        (max(span.start, around.start) - around.start, min(span.end, around.end) - around.start)
        for span in sorted(_spans(shown))
        if span.overlaps(around)
    ]
    return pieces(around.text, _apart(inside))


def _spans(shown: ShownRecord) -> Sequence[Span]:
    record = shown.record
    if isinstance(record, Event):
        return [record.anchor]
    return record.mentions[:1] if isinstance(record, Entity) else record.content


def _apart(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same without what an earlier one covers."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        start = max(start, found[-1][1] if found else 0)
        if end > start:
            found.append((start, end))
    return found

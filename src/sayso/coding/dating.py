"""When an event happened or is to happen: the time expression that goes with it in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from sayso.linguistics.syntax import Syntax
from sayso.linguistics.times import (
    ResolvedTime,
    TimeExpression,
    find_times,
    reference_of,
    resolve,
    resolve_all,
)
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document
from sayso.schema.event import EventDate

# A time further away along the tree belongs to something else.
_FARTHEST = 3
# Times told before, for "the day before".
_REMEMBERED = 8


class Dating:
    """The times of one document and which event each goes with.

    Attributes:
        times: the expressions, in reading order.
    """

    def __init__(self, document: Document, analysis: Analysis, syntax: Syntax) -> None:
        words = list(zip(analysis.starts.tolist(), analysis.ends.tolist(), strict=True))
        self._syntax = syntax
        self._sentences: list[list[int]] = analysis.sentences.tolist()
        self._reference = reference_of(document.published)
        self.times = find_times(document.text, words)
        self._firsts = [time.first for time in self.times]

    @cached_property
    def _told(self) -> tuple[ResolvedTime, ...]:
        return resolve_all(self.times, self._reference)

    def of(self, anchor: int, sentence: int, others: Sequence[int], *, future: bool) -> EventDate:
        """The date of the event at `anchor`; times nearer to `others` in its sentence are theirs."""
        number = self._nearest(anchor, sentence, others)
        if number is None:
            return EventDate(None, None, "unknown", None, "future" if future else "past")
        told = [one for one in self._told[max(0, number - _REMEMBERED) : number] if one.start]
        found = resolve(self.times[number], self._reference, future=future, told=told)
        return EventDate(
            start=found.start.isoformat() if found.start else None,
            end=found.end.isoformat() if found.end else None,
            precision=found.precision,
            span=found.span,
            relation=found.relation,
        )

    def _nearest(self, anchor: int, sentence: int, others: Sequence[int]) -> int | None:
        """Number of the time that hangs closest to the anchor, and to no other event closer."""
        first, last = self._sentences[sentence]
        inside = range(bisect_left(self._firsts, first), bisect_left(self._firsts, last))
        ranked = sorted((self._steps(self.times[n], anchor), n) for n in inside)
        for steps, number in ranked:
            if steps <= _FARTHEST and all(
                self._steps(self.times[number], other) >= steps for other in others
            ):
                return number
        return None

    def _steps(self, time: TimeExpression, anchor: int) -> int:
        """Steps along the tree from the time to the event."""
        return self._syntax.steps(self._syntax.top((time.first, time.last)), anchor)

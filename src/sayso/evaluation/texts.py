"""Corpus texts read as they stand, with the way back to the offsets their annotations use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso import pipeline
from sayso.evaluation.result import Progress, silent
from sayso.evaluation.wordsets import Stretch
from sayso.reading import read_document
from sayso.schema.reading import Reading
from sayso.schema.span import Span
from sayso.text.normalise import normalise
from sayso.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class Original:
    """A reading and where its spans stand in the text that the corpus gives.

    Attributes:
        reading: what sayso says about the text as stored.
        offsets: from the stored text to the corpus's.
    """

    reading: Reading
    offsets: OffsetMap

    def place(self, span: Span) -> Stretch:
        """Half-open characters of the corpus's text."""
        if span.start == span.end:
            return self.offsets.to_original(span.start), self.offsets.to_original(span.start)
        # One past the last character, not the start of the next one: something may be cut between.
        return self.offsets.to_original(span.start), self.offsets.to_original(span.end - 1) + 1


def read_all(texts: Sequence[str], *, progress: Progress = silent) -> Iterator[Original]:
    """Read the texts with the shipped encoder and rules, in their order."""
    documents = [read_document(text, kind="plain") for text in texts]
    for n, (text, reading) in enumerate(zip(texts, pipeline.read_batch(documents), strict=True), 1):
        yield Original(reading, normalise(text).offsets)
        progress(n, len(texts))

"""Where in the stored text: the evidence under every claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the stored text, repeated so that a record can be read on its own.

    Attributes:
        start: first character, code points into `Document.text`.
        end: one past the last character (half-open).
        text: exactly `Document.text[start:end]`.
    """

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """The span `text[start:end]`; raises ValueError where the bounds leave the text."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {start}:{end} leaves a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

"""Stretches of a text as others can find them again: by their place, and by their words with those around."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.span import Span

_AROUND = 32  # characters on either side, if they are enough
_MOST_AROUND = 1024  # a text that goes on saying the same would be repeated with each of its words


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch by its words.

    Attributes:
        exact: the words.
        prefix, suffix: what stands before and behind, as much as tells it from every other place.
    """

    exact: str
    prefix: str
    suffix: str


def quote(text: str, span: Span) -> Quote:
    """The words of a span with so much around them that they stand nowhere else in the text, as far as 1,024
    characters on either side can tell.
    """
    around = _AROUND
    while True:
        prefix = text[max(0, span.start - around) : span.start]
        suffix = text[span.end : span.end + around]
        if around >= _MOST_AROUND or _is_alone(text, prefix + span.text + suffix):
            return Quote(span.text, prefix, suffix)
        around *= 2


def _is_alone(text: str, words: str) -> bool:
    first = text.find(words)
    return text.find(words, first + 1) < 0

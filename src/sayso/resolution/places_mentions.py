"""Toponyms as a document writes them: each with what it is said to lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# "Tripoli, Lebanon"; "Tripoli (Lebanon)"; "Tripoli in northern Lebanon".
_WITHIN = re.compile(r"(?:,\s{0,3}|\s{0,3}\(|\s{1,3}in\s{1,3}(?:the\s)?(?:[a-z-]{3,14}\s){0,2})(?=[A-Z])")
_WORDS = re.compile(r"[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){0,3}")
_REACH = 120


@dataclass(frozen=True, slots=True)
class Toponym:
    """One mention of a place.

    Attributes:
        name: as written.
        within: what may be the name of something that it lies in, the longest first; often none is.
    """

    name: str
    within: tuple[str, ...] = ()


def toponym(name: str) -> Toponym:
    """A name alone: "Paris, Texas" is Paris, within Texas."""
    first, comma, rest = name.partition(", ")
    return Toponym(first, tuple(_shorter(rest))) if comma and first else Toponym(name)


def toponyms_in(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Toponym, ...]:
    """The toponyms at the given characters (half-open), with what the text after each says it lies in."""
    return tuple(_at(text, start, end) for start, end in spans)


def _at(text: str, start: int, end: int) -> Toponym:
    mention = toponym(text[start:end])
    if mention.within:
        return mention
    after = text[end : end + _REACH]
    gap = _WITHIN.match(after)
    words = _WORDS.match(after, gap.end()) if gap else None
    return Toponym(mention.name, tuple(_shorter(words[0])) if words else ())


def _shorter(words: str) -> Iterator[str]:
    """New South Wales -> itself, "New South", "New": the name may be any of them."""
    parts = words.split()[:4]
    for end in range(len(parts), 0, -1):
        yield " ".join(parts[:end])

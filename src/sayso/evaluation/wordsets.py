"""Attributions as sets of words, so that commas and quotation marks cannot move a score."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

# Inner apostrophes, full stops and hyphens belong to the word: "don't", "U.N", "cease-fire".
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")

Words = frozenset[int]
Stretch = tuple[int, int]
RoleName = Literal["Source", "Cue", "Content"]
ROLES: tuple[RoleName, ...] = get_args(RoleName)


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as characters.

    Attributes:
        source, cue, content: half-open characters into the text, in text order; any may be empty.
    """

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution; each role is the set of the indices of its words in the text."""

    source: Words
    cue: Words
    content: Words

    def role(self, name: RoleName) -> Words:
        return {"Source": self.source, "Cue": self.cue, "Content": self.content}[name]

    @property
    def roles(self) -> tuple[Words, Words, Words]:
        return self.source, self.cue, self.content


class WordGrid:
    """The words of one text, to turn characters into word indices.

    Attributes:
        starts, ends: half-open characters of each word, ascending.
    """

    def __init__(self, text: str, *, words: Iterable[Stretch] | None = None) -> None:
        """`words` where they are cut in another way than for scores."""
        bounds = [match.span() for match in WORD.finditer(text)] if words is None else list(words)
        self.starts = [start for start, _ in bounds]
        self.ends = [end for _, end in bounds]

    def words(self, stretches: Iterable[Stretch]) -> Words:
        """The words that share a character with any of the stretches."""
        return frozenset(
            word
            for start, end in stretches
            for word in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        )

    def said(self, attribution: Relation) -> Said:
        return Said(
            self.words(attribution.source), self.words(attribution.cue), self.words(attribution.content)
        )


def all_said(grid: WordGrid, attributions: Iterable[Relation]) -> list[Said]:
    """The attributions as word sets; one with neither cue nor content says nothing and is dropped."""
    said = (grid.said(attribution) for attribution in attributions)
    return [one for one in said if one.cue or one.content]


def union(said: Sequence[Said], role: RoleName) -> Words:
    return frozenset().union(*(one.role(role) for one in said))


def dice(one: Words, other: Words) -> float:
    """2 |A ∩ B| / (|A| + |B|), 0 where either is empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0

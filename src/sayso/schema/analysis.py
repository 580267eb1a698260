"""What the encoder sees in a text, before anybody is asked who says it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.schema.span import Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words that names something.

    Attributes:
        kind: the encoder's label (`Person`, `Organisation`, `Location` …).
        first, last: word indices, half-open.
    """

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words that were read in one window, and what they could see there.

    Attributes:
        first, last: the words this stretch answers for, half-open.
        context: first word of the window.
        query: (words of the stretch, width) what each word looks for.
        key: (words of the window, width) what each word offers.
    """

    first: int
    last: int
    context: int
    query: Floats
    key: Floats


    def pointing(self, first: int, last: int) -> Pointing:
        query = self.query[first - self.first : last - self.first]
        raw = query[:, :-1] @ self.key.T
        nothing = query[:, -1:]
        top = np.maximum(raw.max(1, keepdims=True), nothing)
        odds, none = np.exp(raw - top), np.exp(nothing - top)
        total = odds.sum(1, keepdims=True) + none
        return Pointing(self.context, odds / total, (none / total)[:, 0])


@dataclass(frozen=True, slots=True)
class Pointing:
    """Probabilities that words point to others.

    Attributes:
        context: the first word that can be pointed to.
        targets: (words, targets) probability that each points to word `context + column`.
        nothing: (words,) probability that it points to none.
    """

    context: int
    targets: Floats
    nothing: Floats

    def mass(self, first: int, last: int) -> Floats:
        """(words,) probability of pointing into the words `first` to `last` (half-open)."""
        inside: Floats = self.targets[:, max(0, first - self.context) : max(0, last - self.context)].sum(1)
        return inside

    def sees(self, first: int, last: int) -> bool:
        return self.context < last and first < self.context + self.targets.shape[1]


@dataclass(frozen=True, slots=True)
class Links:
    """Scored pointers from words to words: the stretches tile the document."""

    stretches: tuple[Stretch, ...]

    def scores(self, first: int, last: int) -> list[Pointing]:
        """Where the words `first` to `last` (half-open) point, one answer per stretch they stand in."""
        return [
            s.pointing(max(first, s.first), min(last, s.last))
            for s in self.stretches
            if s.first < last and first < s.last
        ]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One text as words in sentences with their syntax, names and attribution scores.

    Arrays run over the words of the whole document, in reading order.

    Attributes:
        text: the stored text the offsets refer to.
        starts, ends: (words,) half-open characters of each word.
        sentences: (sentences, 2) half-open word indices, tiling the words.
        upos: (words,) universal part of speech.
        heads: (words,) index of each word's syntactic head in the document, -1 for a root.
        deprels: (words,) universal dependency relation, with subtype where UD English has one.
        mentions: named things, in reading order, without overlaps.
        roles: half-open word spans of the outermost attributions with their kind: source, cue or content.
        nested: the same for sources and cues at any depth.
        content_cue: from a word of a content to the words of its cue.
        cue_source: from a word of a cue to the words of its source, or to nothing.
    """

    text: str
    starts: Ints
    ends: Ints
    sentences: Ints
    upos: tuple[str, ...]
    heads: Ints
    deprels: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[tuple[int, int, str], ...]
    nested: tuple[tuple[int, int, str], ...]
    content_cue: Links
    cue_source: Links

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` up to but not including word `last`."""
        return Span.cut(self.text, int(self.starts[first]), int(self.ends[last - 1]))

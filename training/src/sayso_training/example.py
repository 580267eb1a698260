"""A text with what is known about it: the one shape that every corpus is turned into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.pieces import Pieces

Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NOTHING = -1


@dataclass(frozen=True)
class Pair:
    """Two phrases, and what one is said to do to the other.

    Attributes:
        first, second: indices of the words of each; none where the text does not name it.
        allowed: (labels,) True where the label may stand.
    """

    first: Ints
    second: Ints
    allowed: Bools


@dataclass(frozen=True)
class Example:
    """One document, or a stretch of one.

    What a corpus does not annotate is left open: a word for which every label is allowed, or that
    has no row among the pointers, costs nothing.

    Attributes:
        pieces: the words as the encoder reads them.
        tags: head -> (words, labels), True where the label may stand.
        pointers: head -> (pairs, 2) word and one of the words that it may point to, `NOTHING` for none.
        relations: head -> (words,) label index of the word's pointer, -1 where unknown.
        scores: head -> (words,) value, NaN where unknown.
        pairs: head -> the pairs of phrases whose label is known.
        sentences: (words,) number of each word's sentence, or None where sentences are unknown.
    """

    pieces: Pieces
    tags: dict[str, Bools] = field(default_factory=dict)
    pointers: dict[str, Ints] = field(default_factory=dict)
    relations: dict[str, Ints] = field(default_factory=dict)
    scores: dict[str, Floats] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=dict)
    sentences: Ints | None = None

    def __len__(self) -> int:
        return len(self.pieces)


def only(labels: Sequence[int], count: int) -> Bools:
    """(words,) label indices -> (words, count) with just these allowed; -1 leaves a word open."""
    given = np.asarray(labels, np.int64)
    allowed = np.zeros((len(given), count), np.bool_)
    allowed[np.arange(len(given)), np.maximum(given, 0)] = True
    allowed[given < 0] = True
    return allowed


def bio(kinds: Sequence[str]) -> list[str]:
    """The labels of a tagging scheme: outside, and begin and inside of each kind."""
    return ["O", *(f"{part}-{kind}" for kind in kinds for part in "BI")]


def bio_labels(spans: Sequence[tuple[int, int, str]], words: int, labels: Sequence[str]) -> list[int]:
    """Half-open word spans with their kind -> (words,) label indices."""
    found = [0] * words
    for first, last, kind in spans:
        for word in range(first, last):
            found[word] = labels.index(f"{'B' if word == first else 'I'}-{kind}")
    return found

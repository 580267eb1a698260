"""From log-probabilities of tags to the best allowed sequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.folder import Floats

Ints = NDArray[np.int64]

_NEVER = np.float32(-1e6)


@lru_cache(maxsize=16)
def transitions(labels: tuple[str, ...]) -> Floats:
    """(from, to) 0 where label may follow label, very low where not: inside follows only its own kind."""
    table = np.zeros((len(labels), len(labels)), np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            before = {label, f"B-{label[2:]}"}
            table[[row for row, name in enumerate(labels) if name not in before], column] = _NEVER
    return table


def best_tags(scores: Floats, sentences: Ints, labels: Sequence[str]) -> Ints:
    """(words,) the likeliest allowed label of each word (Viterbi 1967), sentence by sentence.

    scores is (words, labels); sentences is (sentences, 2) half-open word indices. A sentence may begin
    inside a span, which then goes on from the sentence before.
    """
    tags: Ints = scores.argmax(1)
    table = transitions(tuple(labels))
    broken = np.flatnonzero(table[tags[:-1], tags[1:]] < 0) + 1
    # where the likeliest label of each word makes an allowed sequence, no other is better
    wrong = np.unique(
        np.searchsorted(sentences[:, 0], broken[~np.isin(broken, sentences[:, 0])], side="right") - 1
    )
    if len(wrong):
        words = np.concatenate([np.arange(first, last) for first, last in sentences[wrong].tolist()])
        lengths = sentences[wrong, 1] - sentences[wrong, 0]
        starts = np.cumsum(lengths) - lengths
        tags[words] = _viterbi(scores[words], np.stack([starts, starts + lengths], 1), table)
    return tags


def _viterbi(scores: Floats, sentences: Ints, table: Floats) -> Ints:
    """The same for sentences that need it; all of them advance together."""
    lengths = sentences[:, 1] - sentences[:, 0]
    longest = int(lengths.max())
    padded = np.zeros((longest, len(sentences), scores.shape[1]), np.float32)
    rows = np.repeat(np.arange(len(sentences)), lengths)
    columns = np.arange(len(scores)) - np.repeat(sentences[:, 0], lengths)
    padded[columns, rows] = scores
    back = np.empty((longest, len(sentences), scores.shape[1]), np.int8)
    best = padded[0]
    for step in range(1, longest):
        paths = best[:, :, None] + table
        back[step] = paths.argmax(1)
        best = np.where((step < lengths)[:, None], paths.max(1) + padded[step], best)
    tags: Ints = _trace(best, back, lengths)[columns, rows]
    return tags


def _trace(best: Floats, back: NDArray[np.int8], lengths: Ints) -> Ints:
    """Follows the back pointers from each sentence's last word; (longest, sentences)."""
    longest, sentences, _ = back.shape
    tags = np.zeros((longest, sentences), np.int64)
    current = best.argmax(1)
    every = np.arange(sentences)
    for step in range(longest - 1, -1, -1):
        tags[step] = current
        if step:
            current = np.where(step < lengths, back[step, every, current], current)
    return tags


def spans_of(tags: Ints, labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Half-open word spans with their kind, in order: a `B-X`, or a first `I-X`, and all `I-X` after it."""
    begin, end, kind = 0, 0, ""
    for word in np.flatnonzero(tags).tolist():
        part, _, name = labels[tags[word]].partition("-")
        if kind and (part == "B" or name != kind or word != end):
            yield begin, end, kind
            kind = ""
        if not kind:
            begin, kind = word, name
        end = word + 1
    if kind:
        yield begin, end, kind

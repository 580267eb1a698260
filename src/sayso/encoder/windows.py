"""Cut a long text into the windows that the encoder reads at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.encoder.pieces import Ints, Pieces

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` (half-open) of a text, read in one go.

    Attributes:
        kept: half-open word indices of those whose answers count; the rest is context.
    """

    first: int
    last: int
    kept: tuple[int, int]


def cut_windows(pieces: Pieces, *, size: int, margin: int) -> list[Window]:
    """Windows of at most `size` pieces over all words, neighbours sharing about `2 * margin` pieces.

    Every word is kept by exactly one window. Windows are evenly long, so that a text a little
    longer than one window does not cost two full ones.
    """
    total = int(pieces.first[-1])
    if not len(pieces):
        return []
    if total <= size:
        return [Window(0, len(pieces), (0, len(pieces)))]
    stride = size - 2 * margin
    count = -(-(total - 2 * margin) // stride)
    share = (total - 2 * margin) / count
    cuts = [0, *(_word_at(pieces, margin + share * n) for n in range(1, count)), len(pieces)]
    return list(_around(pieces, cuts, size=size, margin=margin))


def _word_at(pieces: Pieces, piece: float) -> int:
    return int(np.searchsorted(pieces.first, piece, side="right")) - 1


def _around(pieces: Pieces, cuts: Sequence[int], *, size: int, margin: int) -> Iterator[Window]:
    for begin, end in itertools.pairwise(cuts):
        if begin == end:
            continue
        first = _word_at(pieces, max(0, pieces.first[begin] - margin))
        last = max(end, _word_at(pieces, min(pieces.first[-1], pieces.first[end] + margin)))
        if end == len(pieces) or pieces.first[end] + margin >= pieces.first[-1]:
            last = len(pieces)
        while pieces.first[last] - pieces.first[first] > size and last > end:
            last -= 1
        while pieces.first[last] - pieces.first[first] > size and first < begin:
            first += 1
        yield Window(first, last, (begin, end))


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, padded with zeros.

    Attributes:
        ids, case, breaks, quotation: (windows, pieces); the last three repeat the word that a
            piece is from, 0 at the special pieces.
        mask: (windows, pieces) 1 for a piece, 0 for padding.
        first: (windows, words) index of each word's first piece; 0 for padding.
        words: (windows,) how many words each window has.
    """

    ids: Ints
    case: Ints
    breaks: Ints
    quotation: Ints
    mask: Ints
    first: Ints
    words: Ints


def make_batch(cuts: Sequence[tuple[Pieces, int, int]]) -> Batch:
    """One batch of windows, each given as a text's pieces and half-open word indices."""
    width = max(int(p.first[last] - p.first[first]) for p, first, last in cuts) + 2
    words = np.array([last - first for _, first, last in cuts], np.int64)
    ids, case, breaks, quotation, mask = (np.zeros((len(cuts), width), np.int64) for _ in range(5))
    starts = np.zeros((len(cuts), int(words.max())), np.int64)
    for row, (p, first, last) in enumerate(cuts):
        begin, end = int(p.first[first]), int(p.first[last])
        size = end - begin
        lengths = np.diff(p.first[first : last + 1])
        ids[row, 0], ids[row, size + 1] = CLS, SEP
        ids[row, 1 : size + 1] = p.ids[begin:end]
        mask[row, : size + 2] = 1
        case[row, 1 : size + 1] = np.repeat(p.case[first:last], lengths)
        breaks[row, 1 : size + 1] = np.repeat(p.breaks[first:last], lengths)
        quotation[row, 1 : size + 1] = np.repeat(p.quotation[first:last], lengths)
        starts[row, : last - first] = p.first[first:last] - begin + 1
    return Batch(ids, case, breaks, quotation, mask, starts, words)

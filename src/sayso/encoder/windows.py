"""Cut a long text into the windows that the encoder reads at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.encoder.pieces import BREAKS, QUOTATION, Ints, Pieces

CLS, SEP = 101, 102
STOPS = (999, 1012, 1029)  # ! . ?

# Pieces that a cut may always give way, to fall between sentences.
PLAY = 12


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

    Every word is kept by exactly one window. As few windows as will do are cut where a paragraph ends, or
    else a sentence, so that what belongs together is read together.
    """
    if not len(pieces):
        return []
    if pieces.first[-1] <= size:
        return [Window(0, len(pieces), (0, len(pieces)))]
    return list(_around(pieces, _cuts(pieces, size - 2 * margin, margin), size=size, margin=margin))


def _cuts(pieces: Pieces, stride: int, margin: int) -> list[int]:
    """The word that each kept part begins with, and the number of words; `stride` pieces fit a part."""
    total = int(pieces.first[-1])
    # the outermost parts need no margin outside
    count = -(-(total - 2 * margin) // max(1, stride - PLAY))
    cuts = [0]
    for left in range(count - 1, 0, -1):
        begin = int(pieces.first[cuts[-1]]) or margin
        least, most = total - margin - left * stride, begin + stride
        even = begin + (total - margin - begin) / (left + 1)
        cuts.append(_best_cut(pieces, cuts[-1], (least, even, most)))
    return [*cuts, len(pieces)]


def _best_cut(pieces: Pieces, before: int, limits: tuple[int, float, int]) -> int:
    """The best word after `before` to begin a part with, from the least to the most pieces."""
    least, even, most = limits
    last = max(before + 1, _word_at(pieces, most))
    first = min(max(before + 1, int(np.searchsorted(pieces.first, least))), last)
    words = np.arange(first, min(last, len(pieces) - 1) + 1)
    if not len(words):
        return min(last, len(pieces))
    away = np.abs(pieces.first[words] - even) / pieces.first[-1]
    return int(words[(_breaks(pieces, words) + away).argmin()])


def _breaks(pieces: Pieces, words: Ints) -> Ints:
    """How much would be torn apart before each word: 0 between paragraphs, 1 between sentences, else 2."""
    closed = pieces.quotation[words - 1] == QUOTATION.index("closing")
    ends = np.isin(pieces.ids[pieces.first[words - 1 - (closed & (words > 1))]], STOPS)
    return np.where(pieces.breaks[words] == BREAKS.index("paragraph"), 0, np.where(ends, 1, 2))


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

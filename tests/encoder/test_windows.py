from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.encoder.pieces import BREAKS, QUOTATION, Pieces
from sayso.encoder.windows import CLS, SEP, cut_windows, make_batch

FULL_STOP = 1012


def pieces_of(lengths: list[int]) -> Pieces:
    first = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    words = np.zeros(len(lengths), np.int64)
    return Pieces(np.arange(first[-1]) + 1000, first, words + 1, words + 2, words)


@settings(deadline=None)
@given(st.lists(st.integers(1, 8), max_size=400), st.integers(40, 120), st.integers(0, 12))
def test_every_word_is_kept_once_and_no_window_is_too_long(
    lengths: list[int], size: int, margin: int
) -> None:
    pieces = pieces_of(lengths)
    windows = cut_windows(pieces, size=size, margin=margin)
    kept = [word for window in windows for word in range(*window.kept)]
    assert kept == list(range(len(lengths)))
    for window in windows:
        assert window.first <= window.kept[0] < window.kept[1] <= window.last
        assert pieces.first[window.last] - pieces.first[window.first] <= size


def test_neighbouring_windows_share_their_margins() -> None:
    windows = cut_windows(pieces_of([1] * 500), size=200, margin=20)
    for left, right in itertools.pairwise(windows):
        assert left.last - left.kept[1] == 20
        assert right.kept[0] - right.first == 20


def test_a_cut_falls_between_paragraphs() -> None:
    pieces = pieces_of([1] * 430)
    pieces.breaks[[90, 170, 230, 310]] = BREAKS.index("paragraph")
    windows = cut_windows(pieces, size=200, margin=20)
    assert [window.kept for window in windows] == [(0, 170), (170, 310), (310, 430)]


def test_without_paragraphs_a_cut_falls_between_sentences_and_after_their_closing_quotation_marks() -> None:
    pieces = pieces_of([1] * 300)
    pieces.ids[:] = 2000
    pieces.ids[[119, 148]] = FULL_STOP
    pieces.quotation[149] = QUOTATION.index("closing")
    first, second = cut_windows(pieces, size=200, margin=20)
    assert (first.kept, second.kept) == ((0, 150), (150, 300))


def test_cuts_cost_no_more_windows_than_the_text_needs() -> None:
    pieces = pieces_of([1] * 3000)
    pieces.breaks[::7] = BREAKS.index("paragraph")
    assert len(cut_windows(pieces, size=318, margin=16)) == 11


def test_a_text_that_fits_is_one_window() -> None:
    (window,) = cut_windows(pieces_of([2] * 50), size=100, margin=20)
    assert (window.first, window.last, window.kept) == (0, 50, (0, 50))


def test_a_batch_pads_with_zeros_and_repeats_the_words_features() -> None:
    pieces = pieces_of([1, 3, 2])
    batch = make_batch([(pieces, 0, 3), (pieces, 1, 2)])
    assert batch.ids[1].tolist() == [CLS, 1001, 1002, 1003, SEP, 0, 0, 0]
    assert batch.mask.sum(1).tolist() == [8, 5]
    assert batch.breaks[0].tolist() == [0, 2, 2, 2, 2, 2, 2, 0]
    assert batch.first.tolist() == [[1, 2, 5], [1, 0, 0]]
    assert batch.words.tolist() == [3, 1]

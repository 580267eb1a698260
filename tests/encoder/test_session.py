from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import numpy as np
import pytest

from sayso.encoder.folder import open_folder
from sayso.encoder.pieces import Pieces, Pieceworker
from sayso.encoder.session import AHEAD, Session
from sayso.encoder.windows import Window, cut_windows
from sayso.encoder.wordpiece import WordPiece
from sayso.text.words import find_words

TEXT = "The harbour master of Telmara said on Monday that the ferry would not sail. " * 12


def windows_of(text: str) -> list[tuple[Pieces, Window]]:
    words = np.array(find_words(text), np.int64)
    worker = Pieceworker(WordPiece.from_file(open_folder().path / "tokenizer.json"))
    pieces = worker.cut(text, words[:, 0], words[:, 1])
    return [(pieces, window) for window in cut_windows(pieces, size=60, margin=10)]


def test_windows_are_answered_alike_in_company_and_alone() -> None:
    windows = windows_of(TEXT)
    assert len(windows) > 3
    together = Session(open_folder(), threads=3).answers(windows)
    session = Session(open_folder(), threads=1)
    for window, answer in zip(windows, together, strict=True):
        (alone,) = session.answers([window])
        assert alone.window == answer.window == window[1]
        for name, array in alone.arrays.items():
            assert np.array_equal(array, answer.arrays[name])


def test_every_output_has_one_row_per_word_of_the_window() -> None:
    ((_, window), *_) = windows_of(TEXT)
    (answer,) = Session(open_folder(), threads=1).answers(windows_of(TEXT)[:1])
    assert {len(array) for array in answer.arrays.values()} == {window.last - window.first}


def test_no_windows_have_no_answers() -> None:
    assert list(Session(open_folder()).answers([])) == []


@pytest.mark.parametrize("threads", [1, 3])
def test_windows_are_read_only_some_way_ahead_of_who_uses_them(threads: int) -> None:
    windows = windows_of(TEXT)
    asked: list[Window] = []

    def endless() -> Iterator[tuple[Pieces, Window]]:
        for one in cycle(windows):
            asked.append(one[1])
            yield one

    answers = Session(open_folder(), threads=threads).answers(endless())
    assert [next(answers).window for _ in range(6)] == asked[:6]
    assert len(asked) <= 7 + AHEAD

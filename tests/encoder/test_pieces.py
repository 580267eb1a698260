from __future__ import annotations

import numpy as np
import pytest

from sayso.encoder.pieces import BREAKS, CASES, QUOTATION, Pieces, Pieceworker, case_of
from sayso.text.words import find_words


@pytest.fixture(scope="module")
def worker() -> Pieceworker:
    from sayso.encoder.folder import open_folder
    from sayso.encoder.wordpiece import WordPiece

    return Pieceworker(WordPiece.from_file(open_folder().path / "tokenizer.json"))


def cut(worker: Pieceworker, text: str) -> Pieces:
    words = np.array(find_words(text)).reshape(-1, 2)
    return worker.cut(text, words[:, 0], words[:, 1])


def states(worker: Pieceworker, text: str) -> list[str]:
    return [QUOTATION[n] for n in cut(worker, text).quotation]


def breaks(worker: Pieceworker, text: str) -> list[str]:
    return [BREAKS[n] for n in cut(worker, text).breaks]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("the", "lower"),
        ("Lake", "initial"),
        ("A", "single"),
        ("NATO", "upper"),
        ("McVale", "mixed"),
        ("42", "digit"),
        (",", "symbol"),
    ],
)
def test_case_is_how_a_word_is_written(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case


def test_words_between_quotation_marks_are_inside(worker: Pieceworker) -> None:
    expected = ["opening", "inside", "inside", "closing", "outside", "outside"]
    assert states(worker, "“Stay home” he said") == expected
    assert states(worker, '"Stay home" he said') == expected


def test_a_quotation_left_open_ends_with_its_paragraph(worker: Pieceworker) -> None:
    found = states(worker, "“We stay.\n\nHe left.")
    assert found == ["opening", "inside", "inside", "inside", "outside", "outside", "outside"]


def test_a_second_paragraph_opens_its_quotation_again(worker: Pieceworker) -> None:
    assert states(worker, "“We stay.\n\n“We win.”")[-4:] == ["inside", "inside", "inside", "closing"]


def test_breaks_tell_glued_words_spaces_and_paragraphs_apart(worker: Pieceworker) -> None:
    assert breaks(worker, "Ends here.\n\nNew one") == ["paragraph", "space", "glued", "paragraph", "space"]


def test_a_wrapped_line_is_a_space_and_a_short_line_a_paragraph(worker: Pieceworker) -> None:
    wrapped = "The ministry said on Tuesday that the two convoys would\nleave"
    assert breaks(worker, wrapped)[-1] == "space"
    assert breaks(worker, "Two convoys leave\nThe")[-1] == "paragraph"


def test_a_word_that_the_vocabulary_cannot_spell_is_one_unknown_piece(worker: Pieceworker) -> None:
    assert len(cut(worker, "😀").ids) == 1


def test_memory_of_words_is_bounded() -> None:
    from sayso.encoder.folder import open_folder
    from sayso.encoder.wordpiece import WordPiece

    worker = Pieceworker(WordPiece.from_file(open_folder().path / "tokenizer.json"), remember=3)
    for text in ("one two three four", "five six seven eight", "one two"):
        assert len(cut(worker, text)) == len(text.split())
    assert len(worker._seen) <= 8

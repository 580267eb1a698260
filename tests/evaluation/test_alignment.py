"""Predicted words are found again by the characters they cover, as in the CoNLL 2018 shared task."""

from __future__ import annotations

from sayso.evaluation.alignment import align, solid
from sayso.evaluation.wordsets import Stretch


def places(*words: str) -> list[Stretch]:
    """Words one after the other; "=" before a word puts it on the place of the word before."""
    found: list[Stretch] = []
    at = 0
    for word in words:
        if word.startswith("="):
            found.append(found[-1])
        else:
            found.append((at, at + len(word)))
            at += len(word)
    return found


def plain(*words: str) -> dict[int, int]:
    gold, *predicted = words
    left, right = gold.split(), predicted[0].split()
    return align(places(*left), [False] * len(left), left, places(*right), right)


def test_equal_words_are_aligned() -> None:
    assert plain("the border is closed", "the border is closed") == {0: 0, 1: 1, 2: 2, 3: 3}


def test_words_cut_otherwise_are_left_out_and_the_rest_is_found_again() -> None:
    assert plain("cease - fire holds", "cease-fire holds") == {3: 1}
    assert plain("cease-fire holds", "cease - fire holds") == {1: 3}


def test_within_a_multiword_token_forms_decide() -> None:
    gold = places("They", "don't", "=n't", "agree")
    forms = ["They", "do", "n't", "agree"]
    predicted = places("They", "do", "n't", "agree")
    assert align(gold, [False, True, True, False], forms, predicted, forms) == {0: 0, 1: 1, 2: 2, 3: 3}


def test_a_multiword_token_taken_whole_matches_none_of_its_words() -> None:
    gold = places("They", "don't", "=n't", "agree")
    forms = ["They", "do", "n't", "agree"]
    assert align(
        gold, [False, True, True, False], forms, places("They", "don't", "agree"), ["They", "don't", "agree"]
    ) == {
        0: 0,
        3: 2,
    }


def test_white_space_does_not_count() -> None:
    assert solid("a b\n\nc") == [0, 1, 1, 2, 2, 2, 3]

"""Against every tree that there is, on sentences short enough to list them all."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from sayso.encoder.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == -1 for head in heads) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node != -1 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node != -1:
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_the_tree_is_the_best_of_all_with_one_root(words: int) -> None:
    generator = np.random.default_rng(words)
    trees = [heads for heads in product(range(-1, words), repeat=words) if is_tree(heads)]
    for _ in range(40):
        scores = generator.normal(size=(words, words + 1)).astype(np.float32) * 3
        found = tuple(best_tree(scores).tolist())
        assert is_tree(found)
        assert total(scores, found) == pytest.approx(max(total(scores, heads) for heads in trees), abs=1e-4)


def test_two_words_that_both_want_to_be_root_leave_one() -> None:
    scores = np.array([[9.0, -5.0, 1.0], [8.0, 0.0, -5.0]], np.float32)
    assert best_tree(scores).tolist() == [-1, 0]


def test_a_long_sentence_of_cycles_still_gives_a_tree() -> None:
    scores = np.random.default_rng(7).normal(size=(120, 121)).astype(np.float32)
    assert is_tree(tuple(best_tree(scores).tolist()))

from __future__ import annotations

import numpy as np
import pytest

from sayso.schema.analysis import Links, Stretch

# Two windows over eight words, 0-5 and 3-8, of which each answers for four.
NOTHING = -4.0


def stretch(first: int, last: int, context: int, end: int, wanted: dict[int, int]) -> Stretch:
    """Words that point to the words they want with a score of 6, and to all others with 0."""
    key = np.eye(end - context, dtype=np.float32)
    key = np.concatenate([key, np.zeros((end - context, 1), np.float32)], 1)
    query = np.zeros((last - first, end - context + 2), np.float32)
    query[:, -1] = NOTHING
    for word, target in wanted.items():
        query[word - first, target - context] = 6.0
    return Stretch(first, last, context, query, key)


@pytest.fixture
def links() -> Links:
    return Links((stretch(0, 4, 0, 5, {0: 2, 1: 2, 3: 4}), stretch(4, 8, 3, 8, {5: 7, 6: 7})))


def test_words_point_where_their_window_says(links: Links) -> None:
    left, right = links.sighted(np.array([0, 5]), [(2, 3), (7, 8)])
    assert (left.words, left.targets) == (slice(0, 1), slice(0, 1))
    assert (right.words, right.targets) == (slice(1, 2), slice(1, 2))
    assert left.into[0, 0] > 0.98
    assert right.into[0, 0] > 0.98
    assert max(left.nothing[0], right.nothing[0]) < 0.02


def test_a_target_at_the_edge_of_two_windows_is_seen_from_both(links: Links) -> None:
    left, right = links.sighted(np.array([3, 4]), [(3, 5)])
    assert left.targets == right.targets == slice(0, 1)
    assert left.into[0, 0] > 0.98


def test_words_that_see_no_target_have_an_empty_answer(links: Links) -> None:
    (sight,) = links.sighted(np.array([6]), [(0, 2)])
    assert sight.into.shape == (1, 0)


def test_probabilities_of_a_word_sum_to_one(links: Links) -> None:
    rows = links.stretches[0].probabilities(np.arange(4))
    assert rows.shape == (4, 6)
    assert rows.sum(1) == pytest.approx(1.0)


def test_words_that_agree_point_to_a_span(links: Links) -> None:
    assert links.pointed(np.array([0, 1]), agreed=0.5, shared=0.05) == (2, 3)
    assert links.pointed(np.array([5, 6]), agreed=0.5, shared=0.05) == (7, 8)


def test_words_that_do_not_agree_point_nowhere(links: Links) -> None:
    assert links.pointed(np.array([0, 3]), agreed=0.6, shared=0.05) is None

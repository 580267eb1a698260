from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from sayso.encoder.tagging import best_tags, spans_of, transitions

LABELS = ["O", "B-cue", "I-cue", "B-source", "I-source"]


def allowed(path: tuple[int, ...]) -> bool:
    table = transitions(tuple(LABELS))
    return all(table[a, b] == 0 for a, b in pairwise(path))


def test_the_sequence_is_the_best_of_all_that_are_allowed() -> None:
    generator = np.random.default_rng(1)
    for _ in range(20):
        scores = generator.normal(size=(5, len(LABELS))).astype(np.float32)
        paths = [path for path in product(range(len(LABELS)), repeat=5) if allowed(path)]
        best = max(sum(scores[step, label] for step, label in enumerate(path)) for path in paths)
        found = tuple(best_tags(scores, np.array([[0, 5]]), LABELS).tolist())
        assert allowed(found)
        assert sum(scores[step, label] for step, label in enumerate(found)) == pytest.approx(best, abs=1e-5)


def test_sentences_read_together_give_what_each_gives_alone() -> None:
    scores = np.random.default_rng(2).normal(size=(11, len(LABELS))).astype(np.float32)
    bounds = [(0, 3), (3, 4), (4, 11)]
    together = best_tags(scores, np.array(bounds), LABELS)
    alone = [best_tags(scores[a:b], np.array([[0, b - a]]), LABELS) for a, b in bounds]
    assert together.tolist() == np.concatenate(alone).tolist()


def test_no_words_give_no_tags() -> None:
    assert len(best_tags(np.zeros((0, 5), np.float32), np.zeros((0, 2), np.int64), LABELS)) == 0


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([0, 0], []),
        ([1, 2, 0, 3], [(0, 2, "cue"), (3, 4, "source")]),
        ([1, 1, 2], [(0, 1, "cue"), (1, 3, "cue")]),
        ([2, 2, 0], [(0, 2, "cue")]),
        ([1, 4, 4], [(0, 1, "cue"), (1, 3, "source")]),
        ([0, 4], [(1, 2, "source")]),
    ],
)
def test_spans_begin_at_b_and_go_on_through_their_own_i(
    tags: list[int], spans: list[tuple[int, int, str]]
) -> None:
    assert list(spans_of(np.array(tags), LABELS)) == spans

from __future__ import annotations

import numpy as np

from sayso.attribution.linking import likeliest_cues, likeliest_sources
from sayso.schema.analysis import Links, Stretch


def links(words: int, wanted: dict[int, int | None]) -> Links:
    """One window in which each word wants another, or nothing."""
    key = np.concatenate([np.eye(words), np.zeros((words, 1))], 1).astype(np.float32)
    query = np.zeros((words, words + 2), np.float32)
    for word, target in wanted.items():
        query[word, -1 if target is None else target] = 8.0
    return Links((Stretch(0, words, 0, query, key),))


def test_a_content_belongs_to_the_cue_that_most_of_its_words_point_to() -> None:
    pointing = links(10, {3: 1, 4: 1, 5: 8})
    assert likeliest_cues(pointing, [(3, 6)], [(1, 2), (8, 9)]) == [0]


def test_a_content_without_a_cue_in_sight_has_none() -> None:
    assert likeliest_cues(links(6, {}), [(2, 4)], []) == [None]


def test_several_cues_share_a_source_and_one_has_none() -> None:
    pointing = links(12, {2: 0, 6: 0, 9: None})
    cues, sources = [(2, 3), (6, 7), (9, 10)], [(0, 2), (4, 5)]
    assert likeliest_sources(pointing, cues, sources) == [(0, 2), (0, 2), None]


def test_nothing_to_link_gives_nothing() -> None:
    assert likeliest_cues(links(3, {}), [], [(0, 1)]) == []
    assert likeliest_sources(links(3, {}), [], []) == []

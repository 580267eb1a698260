from __future__ import annotations

import numpy as np
import pytest

from sayso.linguistics.syntax import Syntax, runs
from sayso.schema.analysis import Analysis, EventScores, Links

WORDS = "The old harbour master said ships would sail .".split()
HEADS = [3, 3, 3, 4, -1, 7, 7, 4, 4]
RELATIONS = "det amod compound nsubj root nsubj:pass aux ccomp punct".split()


@pytest.fixture
def syntax() -> Syntax:
    text = " ".join(WORDS)
    starts = np.array([text.index(word) for word in WORDS])
    return Syntax(
        Analysis(
            text=text,
            starts=starts,
            ends=starts + [len(word) for word in WORDS],
            sentences=np.array([[0, len(WORDS)]]),
            upos=tuple("DET ADJ NOUN NOUN VERB NOUN AUX VERB PUNCT".split()),
            heads=np.array(HEADS),
            deprels=tuple(RELATIONS),
            mentions=(),
            roles=(),
            nested=(),
            content=np.zeros(len(WORDS), np.float32),
            content_cue=Links(()),
            cue_source=Links(()),
            events=EventScores.none(len(WORDS)),
        )
    )


def test_the_top_of_a_phrase_is_the_word_that_hangs_outside(syntax: Syntax) -> None:
    assert syntax.top((0, 4)) == 3
    assert syntax.top((5, 8)) == 7


def test_a_subtree_is_all_below_a_word_in_reading_order(syntax: Syntax) -> None:
    assert syntax.subtree(3) == [0, 1, 2, 3]
    assert syntax.subtree(4, without={3}) == [4, 5, 6, 7, 8]


def test_relations_are_compared_without_subtypes(syntax: Syntax) -> None:
    assert syntax.dependents(7, "nsubj") == [5]
    assert syntax.relation(5) == "nsubj"


def test_ancestors_come_nearest_first(syntax: Syntax) -> None:
    assert list(syntax.ancestors(5)) == [7, 4]


def test_runs_are_stretches_of_neighbours() -> None:
    assert runs({7, 1, 2, 3, 9, 8}) == [(1, 4), (7, 10)]
    assert runs(()) == []

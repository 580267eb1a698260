"""Entities are scored by exact span and type, on the corpus's own words."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.evaluation.columns import Tagged
from sayso.evaluation.counts import Counts
from sayso.evaluation.entities import score
from sayso.schema.analysis import Analysis, EventScores, Links, Mention

TEXT = "Mara Lind, a Velmoran, left Dranik."
GOLD = Tagged(
    TEXT,
    words=((0, 4), (5, 9), (9, 10), (11, 12), (13, 21), (21, 22), (23, 27), (28, 34), (34, 35)),
    entities=frozenset({(0, 2, "PER"), (4, 5, "MISC"), (7, 8, "LOC")}),
)


def analysis(*mentions: tuple[str, int, int]) -> Analysis:
    """An analysis with these mentions (type, first word, one past the last), over the corpus's words."""
    bounds = np.array(GOLD.words)
    count = len(bounds)
    nothing = Links(())
    return Analysis(
        text=TEXT,
        starts=bounds[:, 0],
        ends=bounds[:, 1],
        sentences=np.array([[0, count]]),
        upos=("X",) * count,
        heads=np.full(count, -1),
        deprels=("root",) * count,
        mentions=tuple(Mention(*mention) for mention in mentions),
        roles=(),
        nested=(),
        content=np.zeros(count, np.float32),
        content_cue=nothing,
        cue_source=nothing,
        events=EventScores.none(count),
    )


ALL = frozenset({"PER", "ORG", "LOC", "MISC"})


@pytest.mark.parametrize(
    ("mentions", "counts"),
    [
        ((("Person", 0, 2), ("Nationality", 4, 5), ("Location", 7, 8)), Counts(3, 3, 3)),
        ((("Person", 0, 1),), Counts(0, 1, 3)),
        ((("Organisation", 0, 2),), Counts(0, 1, 3)),
        ((("Temporal", 0, 2), ("Weapon", 4, 5)), Counts(0, 0, 3)),
        ((), Counts(0, 0, 3)),
    ],
)
def test_four_types_are_scored_under_the_mapping(
    mentions: tuple[tuple[str, int, int], ...], counts: Counts
) -> None:
    assert score(GOLD, analysis(*mentions), ALL) == counts


def test_a_type_that_the_corpus_never_uses_is_left_out() -> None:
    assert score(GOLD, analysis(("Nationality", 4, 5)), frozenset({"PER", "LOC"})) == Counts(0, 0, 3)


def test_other_types_are_compared_as_they_are() -> None:
    gold = Tagged(TEXT, GOLD.words, frozenset({(0, 2, "Person")}))
    assert score(gold, analysis(("Person", 0, 2)), frozenset({"Person", "Weapon"})) == Counts(1, 1, 1)
    assert score(gold, analysis(("Weapon", 0, 2)), frozenset({"Person", "Weapon"})) == Counts(0, 1, 1)
    assert score(gold, analysis(("Money", 0, 2)), frozenset({"Person", "Weapon"})) == Counts(0, 0, 1)

"""What kind of attribution it is, told from the text."""

from __future__ import annotations

import pytest

from sayso.evaluation.counts import Counts
from sayso.evaluation.strata import Strata, count_strata
from sayso.evaluation.wordsets import Relation, Said, WordGrid

TEXT = (
    "Officials said the dam held. “It held,” said Mara Lind of the “water board”. "
    "The engineers saw no cracks. She blamed “poor work” in the tunnel. It reportedly rained.\n"
    "He kept talking: “We waited all night.\n"
    "Some officials left.\n"
)


def said(source: str, content: str) -> Said:
    def place(words: str) -> tuple[tuple[int, int], ...]:
        return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()

    return WordGrid(TEXT).said(Relation(place(source), (), place(content)))


@pytest.mark.parametrize(
    ("source", "content", "kinds"),
    [
        ("Officials", "the dam held", ("indirect", "common", "inside")),
        ("Mara Lind of the “water board”", "It held", ("direct", "named", "inside")),
        ("She", "“poor work” in the tunnel", ("mixed", "pronoun", "inside")),
        ("", "It reportedly rained", ("indirect", "none")),
        ("The engineers", "poor work", ("direct", "common", "outside")),
        ("He", "We waited all night", ("direct", "pronoun", "inside")),
    ],
)
def test_form_source_and_place(source: str, content: str, kinds: tuple[str, ...]) -> None:
    assert Strata(TEXT).of(said(source, content)) == kinds


def test_a_matched_prediction_counts_where_its_gold_is() -> None:
    gold, ours = said("She", "“poor work” in the tunnel"), said("She", "poor work")
    counts = count_strata(TEXT, [gold], [ours])
    assert counts["who_said_what/mixed"] == Counts(1, 1, 1)
    assert counts["who_said_what/direct"] == Counts()


def test_an_unmatched_prediction_counts_where_it_is_itself() -> None:
    counts = count_strata(TEXT, [said("Officials", "the dam held")], [said("She", "poor work")])
    assert counts["who_said_what/direct"] == Counts(0, 1, 0)
    assert counts["who_said_what/indirect"] == Counts(0, 0, 1)

"""Scores from counts, and intervals from drawing documents."""

from __future__ import annotations

import pytest

from sayso.evaluation.counts import Counts, intervals, total


def test_precision_recall_and_f1() -> None:
    counts = Counts(matched=3, predicted=4, gold=6)
    assert (counts.precision, counts.recall, counts.f1) == (75.0, 50.0, 60.0)


def test_nothing_found_and_nothing_to_find_is_zero_not_an_error() -> None:
    assert Counts().f1 == Counts().precision == Counts().recall == 0.0


def test_documents_are_summed_by_name_even_where_one_lacks_the_name() -> None:
    documents = [{"a": Counts(1, 1, 1), "b": Counts(0, 1, 2)}, {"a": Counts(1, 2, 3)}]
    assert total(documents) == {"a": Counts(2, 3, 4), "b": Counts(0, 1, 2)}


def test_equal_documents_leave_no_doubt() -> None:
    assert intervals([{"a": Counts(1, 2, 2)}] * 5, draws=100) == {"a": (50.0, 50.0)}


def test_the_interval_holds_the_score_and_repeats_itself() -> None:
    documents = [{"a": Counts(n % 3, 2, 2)} for n in range(30)]
    low, high = intervals(documents, draws=200)["a"]
    assert low < total(documents)["a"].f1 < high
    assert intervals(documents, draws=200) == intervals(documents, draws=200)
    assert intervals(documents, draws=200, seed=1) != intervals(documents, draws=200)


def test_a_name_that_no_draw_contains_scores_zero() -> None:
    assert intervals([{"a": Counts()}], draws=10)["a"] == pytest.approx((0.0, 0.0))

"""Intervals from drawing whole units."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.evaluation.bootstrap import bootstrap, samples
from sayso.evaluation.counts import Counts, intervals, total


def mean(numbers: Sequence[float]) -> dict[str, float]:
    return {"mean": sum(numbers) / len(numbers)}


def test_nothing_to_draw_from_leaves_no_interval() -> None:
    assert bootstrap([], mean) == {}


def test_equal_units_leave_no_doubt() -> None:
    assert bootstrap([2.0] * 7, mean, draws=50) == {"mean": (2.0, 2.0)}


@settings(deadline=None)
@given(st.lists(st.floats(-100, 100), min_size=1, max_size=12), st.integers(0, 9))
def test_an_interval_lies_among_the_units_and_repeats_itself(numbers: list[float], seed: int) -> None:
    low, high = bootstrap(numbers, mean, draws=40, seed=seed)["mean"]
    assert min(numbers) - 1e-6 <= low <= high <= max(numbers) + 1e-6
    assert bootstrap(numbers, mean, draws=40, seed=seed) == {"mean": (low, high)}


def test_another_seed_draws_otherwise() -> None:
    numbers = [float(number) for number in range(20)]
    assert bootstrap(numbers, mean, draws=40) != bootstrap(numbers, mean, draws=40, seed=1)


def test_samples_are_as_long_as_what_they_are_drawn_from() -> None:
    drawn = list(samples(3, draws=5, seed=0))
    assert [len(sample) for sample in drawn] == [3] * 5
    assert {row for sample in drawn for row in sample} == {0, 1, 2}


def test_it_gives_what_the_intervals_of_f1_give() -> None:
    documents = [{"a": Counts(n % 3, 2, 2)} for n in range(30)]

    def f1(drawn: Sequence[dict[str, Counts]]) -> dict[str, float]:
        return {"a": total(drawn)["a"].f1}

    ours, theirs = bootstrap(documents, f1, draws=100), intervals(documents, draws=100)
    assert ours["a"] == pytest.approx(theirs["a"])

from __future__ import annotations

from sayso.attribution.attributing import parents_of
from sayso.attribution.linking import Link, joined


def test_hearsay_hangs_on_the_smallest_content_that_holds_it() -> None:
    outer = Link((1, 2), (0, 1), ((2, 20),))
    middle = Link((4, 5), (3, 4), ((5, 19),))
    inner = Link((8, 9), (7, 8), ((9, 15),))
    assert parents_of([outer, middle, inner]) == [None, 0, 1]


def test_two_sayings_side_by_side_have_no_parents() -> None:
    assert parents_of([Link((1, 2), (0, 1), ((2, 8),)), Link((9, 10), None, ((10, 14),))]) == [None, None]


def test_a_source_that_stands_before_what_holds_its_saying_does_not_hide_it() -> None:
    inner = Link((6, 7), (0, 1), ((7, 9),))
    outer = Link((3, 4), (2, 3), ((4, 12),))
    assert parents_of([inner, outer]) == [1, None]


def test_a_cue_outside_the_content_keeps_its_saying_out() -> None:
    outer = Link((1, 2), (0, 1), ((2, 8),))
    beside = Link((9, 10), (8, 9), ((4, 8),))
    assert parents_of([outer, beside]) == [None, None]


def test_contents_that_touch_are_one() -> None:
    assert joined([(5, 7), (1, 3), (3, 5), (9, 10)]) == [(1, 7), (9, 10)]

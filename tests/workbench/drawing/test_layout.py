"""Parties stand apart, within the picture, and the same every time."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from sayso.workbench.drawing.layout import layout

WIDTH, HEIGHT = 1000, 700
PAIRS = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=40)


@given(st.integers(0, 25), PAIRS)
def test_everybody_stands_in_the_picture(count: int, pairs: list[tuple[int, int]]) -> None:
    some = [(a, b) for a, b in pairs if a < count and b < count]
    boxes = [(60.0 + 5 * at, 40.0) for at in range(count)]
    places = layout(count, some, boxes, width=WIDTH, height=HEIGHT)
    assert len(places) == count
    for (x, y), (wide, high) in zip(places, boxes, strict=True):
        assert wide / 2 - 0.1 <= x <= WIDTH - wide / 2 + 0.1
        assert high / 2 - 0.1 <= y <= HEIGHT - high / 2 + 0.1
    assert places == layout(count, some, boxes, width=WIDTH, height=HEIGHT)


def test_names_do_not_lie_on_each_other() -> None:
    ring = [(at, (at + 1) % 40) for at in range(40)]
    boxes = [(110.0, 45.0)] * 40
    places = layout(40, ring, boxes, width=WIDTH, height=HEIGHT)
    for at, (x, y) in enumerate(places):
        for a, b in places[:at]:
            assert abs(x - a) > 109 or abs(y - b) > 44


def test_who_has_to_do_with_each_other_stands_near() -> None:
    chain = [(0, 1), (1, 2), (2, 3), (3, 4)]
    places = layout(5, chain, [(30.0, 30.0)] * 5, width=WIDTH, height=WIDTH)
    assert math.dist(places[0], places[1]) < math.dist(places[0], places[4]) / 2

"""Where the parties of a network stand: near those they have to do with, the same every time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

_ROUNDS, _PASSES = 150, 300
_STRETCH = 2.5  # of one direction more than of the other
_PUSH = 0.5  # of what two boxes share, by each of them
_APART = 1.4  # between parties that nothing connects, in longest ways between others
Floats = NDArray[np.float64]
Point = tuple[float, float]


def layout(
    count: int,
    pairs: Iterable[tuple[int, int]],
    boxes: Sequence[Point],
    *,
    width: float,
    height: float,
) -> list[Point]:
    """The middle of each box.

    Distances in the picture follow the shortest ways in the network (stress majorisation); then boxes that
    lie on each other move apart.

    Args:
        count: how many parties.
        pairs: those that have to do with each other, each from 0 to `count`.
        boxes: width and height of what is written at each.
        width, height: of the picture, which no box leaves where there is room.
    """
    if not count:
        return []
    places = _fitted(_settled(_ways(count, pairs)), boxes, width, height)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in _moved(places, boxes, width, height)]


def _ways(count: int, pairs: Iterable[tuple[int, int]]) -> Floats:
    """The shortest way from each to each, in steps."""
    ways = np.full((count, count), np.inf)
    np.fill_diagonal(ways, 0)
    for one, other in pairs:
        if one != other:
            ways[one, other] = ways[other, one] = 1
    for via in range(count):
        ways = np.minimum(ways, ways[:, via, None] + ways[None, via])
    longest = ways[np.isfinite(ways)].max()
    found: Floats = np.where(np.isfinite(ways), ways, max(2.0, _APART * min(longest, 3.0)))
    return found


def _settled(ways: Floats) -> Floats:
    """Places whose distances come near to the ways; nearer ones count more."""
    count = len(ways)
    turns = np.arange(count) * (math.pi * (3 - math.sqrt(5)))
    places = np.sqrt(np.arange(count) + 0.5)[:, None] * np.column_stack((np.cos(turns), np.sin(turns)))
    weights = 1 / np.where(ways > 0, ways, 1) ** 2
    np.fill_diagonal(weights, 0)
    for _ in range(_ROUNDS if count > 1 else 0):
        apart = places[:, None] - places[None]
        lengths = np.linalg.norm(apart, axis=2)
        pull = np.divide(weights * ways, lengths, out=np.zeros_like(ways), where=lengths > 1e-9)
        wanted = weights @ places + (pull[..., None] * apart).sum(axis=1)
        places = wanted / weights.sum(axis=1, keepdims=True)
    settled: Floats = places
    return settled


def _fitted(places: Floats, boxes: Sequence[Point], width: float, height: float) -> Floats:
    """Turned so that the longest stretch lies flat, and spread over the picture."""
    middle = places - places.mean(axis=0)
    if len(places) > 2:
        _, _, axes = np.linalg.svd(middle, full_matrices=False)
        # which way an axis points is left open; fixed here
        axes *= np.where(axes[:, :1] + axes[:, 1:] * 1e-3 < 0, -1, 1)
        middle = middle @ axes.T
    most = np.max(np.array(boxes), axis=0)
    extent = np.maximum(np.ptp(middle, axis=0), 1e-9)
    scale = np.maximum(np.array([width, height]) - most, 1) / extent
    # a chain stays a chain, however much room there is beside it
    scale = np.minimum(scale, _STRETCH * scale[::-1])
    centred = middle - (middle.min(axis=0) + middle.max(axis=0)) / 2
    found: Floats = centred * scale + np.array([width, height]) / 2
    return found


def _moved(places: Floats, boxes: Sequence[Point], width: float, height: float) -> Floats:
    """Boxes that lie on each other move apart the shorter way, within the picture."""
    sizes = np.array(boxes)
    needed = (sizes[:, None] + sizes[None]) / 2
    edge = np.minimum(sizes / 2, np.array([width, height]) / 2)
    order = np.arange(len(places))
    sides = np.where(order[:, None] < order[None], -1.0, 1.0)
    for turn in range(_PASSES):
        apart = places[:, None] - places[None]
        over = needed - np.abs(apart)
        on = (over > 0.5).all(axis=2)
        np.fill_diagonal(on, False)
        if not on.any():
            break
        # who is stuck the shorter way, at an edge or between two others, goes the other way at times
        flat = (over[..., 0] < over[..., 1]) ^ (turn % 5 == 4)
        ways = np.where(apart == 0, sides[..., None], np.sign(apart))
        steps = np.stack((np.where(flat, over[..., 0], 0), np.where(flat, 0, over[..., 1])), axis=2)
        places = places + (np.where(on[..., None], steps * ways, 0) * _PUSH).sum(axis=1)
        places = np.clip(places, edge, np.array([width, height]) - edge)
    return places

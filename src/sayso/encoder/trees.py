"""From scores of arcs to trees: the maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.folder import Floats

Ints = NDArray[np.int64]

_NEVER = -1e9
_SECOND_ROOT = 1e5


def best_tree(scores: Floats) -> Ints:
    """(words,) head of each word, -1 for the root, of the best tree with exactly one root.

    scores is (words, words + 1): how well column j heads row i, column 0 being the root.
    """
    count = len(scores)
    if count == 1:
        return np.full(1, -1)
    grid = np.full((count + 1, count + 1), _NEVER)
    grid[1:, :] = scores
    grid[np.arange(1, count + 1), np.arange(1, count + 1)] = _NEVER
    heads = _tree(grid)
    if np.count_nonzero(heads[1:] == 0) == 1:
        return heads[1:] - 1
    # a second root costs more than any tree can win
    grid[1:, 0] -= _SECOND_ROOT
    return _tree(grid)[1:] - 1


def _tree(grid: NDArray[np.float64]) -> Ints:
    """The head of each node, 0 for node 0, the root; grid[i, j] scores head j for node i."""
    heads: Ints = grid.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    return _broken(grid, heads, cycle)


def _cycle(heads: Ints) -> Ints | None:
    state = [0] * len(heads)
    state[0] = -1
    follow = heads.tolist()
    for start in range(1, len(follow)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = follow[node]
        if state[node] == start:
            found = [node]
            while follow[found[-1]] != node:
                found.append(follow[found[-1]])
            return np.array(found)
        node = start
        while state[node] == start:
            state[node] = -1
            node = follow[node]
    return None


def _broken(grid: NDArray[np.float64], heads: Ints, cycle: Ints) -> Ints:
    """Contracts the cycle to one node, solves the rest, and opens the cycle where that is cheapest."""
    inside = np.zeros(len(grid), np.bool_)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    size = len(outside)
    small = np.full((size + 1, size + 1), _NEVER)
    small[:size, :size] = grid[np.ix_(outside, outside)]
    leaving = grid[np.ix_(outside, cycle)]
    small[:size, size] = leaving.max(1)
    small[0, size] = _NEVER
    entering = grid[np.ix_(cycle, outside)] - grid[cycle, heads[cycle]][:, None]
    small[size, :size] = entering.max(0)
    solved = _tree(small)
    result = heads.copy()
    for index in range(1, size):
        head = solved[index]
        result[outside[index]] = cycle[leaving[index].argmax()] if head == size else outside[head]
    entered = int(solved[size])
    opened = cycle[entering[:, entered].argmax()]
    result[opened] = outside[entered]
    return result

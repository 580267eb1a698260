"""From scores of arcs to trees: the maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.folder import Floats

Ints = NDArray[np.int64]
Grid = NDArray[np.float64]

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
    if heads[1:].count(0) != 1:
        # a second root costs more than any tree can win
        grid[1:, 0] -= _SECOND_ROOT
        heads = _tree(grid)
    return np.array(heads[1:]) - 1


def _tree(grid: Grid) -> list[int]:
    """The head of each node, 0 for node 0, the root; grid[i, j] scores head j for node i."""
    heads: list[int] = grid.argmax(1).tolist()
    heads[0] = 0
    if _cycle(heads, [-1] + [0] * (len(heads) - 1), 1) is None:
        return heads
    return _Contracting(grid.copy(), heads).solved()


def _cycle(heads: list[int], state: list[int], start: int) -> list[int] | None:
    """The nodes of the first cycle that is come to from `start` or a later node.

    state is 0 for a node that nobody looked at, -1 where the root was come to, else the number of the walk.
    """
    for first in range(start, len(heads)):
        node = first
        while state[node] == 0:
            state[node] = first
            node = heads[node]
        if state[node] == first:
            found = [node]
            while heads[found[-1]] != node:
                found.append(heads[found[-1]])
            return found
        node = first
        while state[node] == first:
            state[node] = -1
            node = heads[node]
    return None


@dataclass(frozen=True, slots=True)
class _Contracted:
    """A cycle that one of its nodes, the first, now stands for.

    Attributes:
        nodes, heads: of the cycle, and what each of them hangs on.
        entered: (nodes of the grid,) which of the cycle would best hang on each node.
        left: (nodes of the grid,) which of the cycle is each node's best head.
    """

    nodes: list[int]
    heads: list[int]
    entered: Ints
    left: Ints


class _Contracting:
    """Contracts cycles until none is left, and opens each where that is cheapest; uses the grid up."""

    def __init__(self, grid: Grid, heads: list[int]) -> None:
        self._grid = grid
        self._heads = heads
        self._gone: set[int] = set()
        self._done: list[_Contracted] = []

    def solved(self) -> list[int]:
        """The head of each node."""
        state = [-1] + [0] * (len(self._heads) - 1)
        start = 1
        while (cycle := _cycle(self._heads, state, start)) is not None:
            start = state[cycle[0]]
            self._contract(cycle)
            # the walk that found it goes on from its beginning, over nodes that are still there
            state = [-1 if n in self._gone or was == -1 else 0 for n, was in enumerate(state)]
        for one in reversed(self._done):
            self._open(one)
        return self._heads

    def _contract(self, cycle: list[int]) -> None:
        grid, heads = self._grid, self._heads
        nodes, first = np.array(cycle), cycle[0]
        own = [heads[node] for node in cycle]
        entering, leaving = grid[nodes] - grid[nodes, own][:, None], grid[:, nodes]
        self._done.append(_Contracted(cycle, own, entering.argmax(0), leaving.argmax(1)))
        self._gone.update(cycle[1:])
        grid[first], grid[:, first] = entering.max(0), leaving.max(1)
        grid[:, nodes[1:]] = grid[first, first] = -np.inf
        inside = set(cycle)
        for node, head in enumerate(heads):
            if head in inside:
                heads[node] = first
        heads[first] = int(grid[first].argmax())

    def _open(self, one: _Contracted) -> None:
        heads, first = self._heads, one.nodes[0]
        self._gone.difference_update(one.nodes[1:])
        for node, head in enumerate(heads):
            if head == first and node not in self._gone:
                heads[node] = one.nodes[one.left[node]]
        above = heads[first]
        for node, head in zip(one.nodes, one.heads, strict=True):
            heads[node] = head
        heads[one.nodes[one.entered[above]]] = above

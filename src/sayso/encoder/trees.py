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
    cycle = _cycle(heads.tolist())
    if cycle is None:
        return heads
    merging = _Merging(grid, heads)
    while cycle is not None:
        merging.merge(cycle)
        cycle = _cycle(merging.follow)
    return merging.heads()


def _cycle(follow: list[int]) -> list[int] | None:
    """Nodes that lead to one another; node 0 leads nowhere."""
    state = [0] * len(follow)
    state[0] = -1
    for start in range(1, len(follow)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = follow[node]
        if state[node] == start:
            found = [node]
            while follow[found[-1]] != node:
                found.append(follow[found[-1]])
            return found
    return None


class _Merging:
    """Nodes that lead to one another become one node, in place, until none are left.

    Attributes:
        follow: the head of each node; of one that is part of another node, 0.
    """

    def __init__(self, grid: NDArray[np.float64], heads: Ints) -> None:
        self.follow: list[int] = heads.tolist()
        self._grid = grid.copy()
        every = np.arange(len(grid))
        self._every = every
        # the words that an arc between two nodes stands for
        self._child, self._head = (part.copy() for part in np.meshgrid(every, every, indexing="ij"))
        self._node_of = every.copy()
        self._merged: list[tuple[list[int], Ints, Ints, Ints]] = []

    def merge(self, cycle: list[int]) -> None:
        """Makes the first node of the cycle stand for all of it."""
        members, own = np.array(cycle), np.array([self.follow[node] for node in cycle])
        arcs = self._child[members, own], self._head[members, own]
        self._merged.append((cycle, *arcs, self._node_of.copy()))
        self._enter(members, self._grid[members, own])
        self._leave(members)
        self._node_of[np.isin(self._node_of, members)] = cycle[0]
        inside = set(cycle)
        self.follow = [cycle[0] if head in inside else head for head in self.follow]
        for node in cycle[1:]:
            self.follow[node] = 0
        self.follow[cycle[0]] = int(self._grid[cycle[0]].argmax())

    def _enter(self, members: Ints, own: NDArray[np.float64]) -> None:
        """Arcs into the cycle, each for the arc of the cycle that it replaces."""
        entering = self._grid[members] - own[:, None]
        best = entering.argmax(0)
        self._grid[members[0]] = entering[best, self._every]
        for ends in (self._child, self._head):
            ends[members[0]] = ends[members[best], self._every]

    def _leave(self, members: Ints) -> None:
        """Arcs out of the cycle; those inside it, and its nodes but the first, are no more."""
        leaving = self._grid[:, members]
        best = leaving.argmax(1)
        self._grid[:, members[0]] = leaving[self._every, best]
        for ends in (self._child, self._head):
            ends[:, members[0]] = ends[self._every, members[best]]
        self._grid[members[0], members] = _NEVER
        self._grid[:, members[1:]] = _NEVER

    def heads(self) -> Ints:
        """Opens every cycle where the arc into it enters."""
        follow = np.array(self.follow)
        child, head = self._child[self._every, follow], self._head[self._every, follow]
        for cycle, children, heads, node_of in reversed(self._merged):
            entered, by = child[cycle[0]], head[cycle[0]]
            child[cycle], head[cycle] = children, heads
            child[node_of[entered]], head[node_of[entered]] = entered, by
        head[0] = 0
        return head

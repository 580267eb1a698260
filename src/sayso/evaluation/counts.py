"""Counting what matched, and how sure a corpus of this size lets us be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.evaluation.bootstrap import DRAWS, SEED, highest, lowest, samples


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, how many were predicted, how many there are.

    Attributes:
        matched, predicted, gold: numbers of units (words, spans, relations …), none negative.
    """

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return 100 * self.matched / max(1, self.predicted)

    @property
    def recall(self) -> float:
        return 100 * self.matched / max(1, self.gold)

    @property
    def f1(self) -> float:
        total = self.predicted + self.gold
        return 200 * self.matched / total if total else 0.0


#: The counts of one document, by the name of the score.
DocumentCounts = Mapping[str, Counts]


def total(documents: Sequence[DocumentCounts]) -> dict[str, Counts]:
    """The sums over all documents; a name that a document lacks counts nothing there."""
    names = dict.fromkeys(name for document in documents for name in document)
    return {name: sum((d.get(name, Counts()) for d in documents), Counts()) for name in names}


def intervals(
    documents: Sequence[DocumentCounts], *, draws: int = DRAWS, seed: int = SEED
) -> dict[str, tuple[float, float]]:
    """The 95 % interval of each F1 under a bootstrap that draws whole documents with replacement."""
    names = list(total(documents))
    table = np.array([_row(document, names) for document in documents], dtype=np.int64)
    rows = samples(len(documents), draws=draws, seed=seed)
    drawn = np.sort([_f1(table[row].sum(axis=0)) for row in rows], axis=0)
    low, high = drawn[lowest(draws)], drawn[highest(draws)]
    return {name: (float(low[i]), float(high[i])) for i, name in enumerate(names)}


def _row(document: DocumentCounts, names: Sequence[str]) -> list[tuple[int, int, int]]:
    counts = (document.get(name, Counts()) for name in names)
    return [(c.matched, c.predicted, c.gold) for c in counts]


def _f1(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    """F1 by name from (names, 3) sums of matched, predicted, gold; nothing at all is 0."""
    both = sums[:, 1] + sums[:, 2]
    result: NDArray[np.float64] = 200 * sums[:, 0] / np.maximum(1, both)
    return result

"""How sure a corpus of this size lets us be: scores over documents drawn again and again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np

DRAWS = 1000
SEED = 0

Unit = TypeVar("Unit")


def bootstrap(
    units: Sequence[Unit],
    scores: Callable[[Sequence[Unit]], Mapping[str, float]],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> dict[str, tuple[float, float]]:
    """The 95 % interval (low, high) of each score when whole units are drawn with replacement.

    Args:
        units: what is drawn, documents or sentences; without any there is no interval.
        scores: of a sample as long as `units`, the same names for every sample.
    """
    if not units:
        return {}
    drawn = [scores([units[row] for row in rows]) for rows in samples(len(units), draws=draws, seed=seed)]
    table = np.sort([list(found.values()) for found in drawn], axis=0)
    low, high = table[lowest(draws)], table[highest(draws)]
    return {name: (float(low[i]), float(high[i])) for i, name in enumerate(drawn[0])}


def samples(units: int, *, draws: int, seed: int) -> Iterator[list[int]]:
    """`draws` samples of as many indices as there are units, the same for the same seed."""
    # The standard library's generator, so that the intervals are the reference scorer's, too.
    chance = random.Random(seed)
    for _ in range(draws):
        yield [chance.randrange(units) for _ in range(units)]


def lowest(draws: int) -> int:
    """Where the interval begins among sorted draws."""
    return int(0.025 * draws)


def highest(draws: int) -> int:
    """Where the interval ends among sorted draws."""
    return int(0.975 * draws) - 1

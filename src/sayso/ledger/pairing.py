"""Which record of one coding is which of another, of the same text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def pairs(
    before: Sequence[Item], after: Sequence[Item], score: Callable[[Item, Item], float]
) -> list[tuple[Item | None, Item | None]]:
    """Each item once, with its fellow or with None; the best pairs first, of equals the earlier in the text.

    Returns:
        In the order of `after`, and behind them what is gone.
    """
    ranked = sorted(
        (-value, old, new)
        for old, one in enumerate(before)
        for new, other in enumerate(after)
        if (value := score(one, other)) > 0
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, old, new in ranked:
        if new not in partner and old not in taken:
            partner[new] = old
            taken.add(old)
    kept = [(before[partner[new]] if new in partner else None, item) for new, item in enumerate(after)]
    return [*kept, *((item, None) for old, item in enumerate(before) if old not in taken)]

"""Through whose hands a word of a document comes to us."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.schema.attribution import Attribution


class Chains:
    """The attributions of one document by what they hold."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._known = {one.id: one for one in attributions}
        self._parts = sorted(
            ((span.start, span.end, one) for one in attributions for span in one.content),
            key=lambda part: part[:2],
        )
        self._begins = [start for start, _, _ in self._parts]

    def around(self, start: int, end: int) -> tuple[Attribution, ...]:
        """The attributions whose contents hold the characters, innermost first.

        A cue is no part of what it tells: in "the threat to close the canal" the threat is the author's.
        """
        holding = {
            one.id: (b - a, one)
            for a, b, one in self._parts[: bisect_right(self._begins, start)]
            if end <= b and not (one.cue and one.cue.start <= start and end <= one.cue.end)
        }
        if not holding:
            return ()
        innermost = min(holding.values(), key=lambda item: (item[0], -self._depth(item[1]), item[1].id))[1]
        chain = (innermost, *self._above(innermost))
        named = {one.id for one in chain}
        rest = sorted((size, one.id) for size, one in holding.values() if one.id not in named)
        return (*chain, *(self._known[name] for _, name in rest))

    def _above(self, one: Attribution) -> tuple[Attribution, ...]:
        """The attributions that this one stands in, the nearest first."""
        above: dict[str, Attribution] = {}
        parent = self._known.get(one.parent or "")
        while parent is not None and parent.id != one.id and parent.id not in above:
            above[parent.id] = parent
            parent = self._known.get(parent.parent or "")
        return tuple(above.values())

    def _depth(self, one: Attribution) -> int:
        return len(self._above(one))

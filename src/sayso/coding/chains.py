"""Through whose hands a word of a document comes to us."""

from __future__ import annotations

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

    def around(self, start: int, end: int) -> tuple[Attribution, ...]:
        """The attributions whose contents hold the characters, innermost first."""
        holding = {one.id: (b - a, one) for a, b, one in self._parts if a <= start and end <= b}
        if not holding:
            return ()
        innermost = min(holding.values(), key=lambda item: (item[0], -self._depth(item[1]), item[1].id))[1]
        chain = [innermost]
        while (parent := chain[-1].parent) is not None:
            chain.append(self._known[parent])
        rest = sorted((size, one.id) for size, one in holding.values() if one not in chain)
        return (*chain, *(self._known[name] for _, name in rest))

    def _depth(self, one: Attribution) -> int:
        depth = 0
        while one.parent is not None:
            one, depth = self._known[one.parent], depth + 1
        return depth

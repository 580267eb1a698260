"""On which attributions claims and events rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.event import Event


def resting(
    said: Sequence[Attribution], claims: Iterable[Claim], events: Iterable[Event], *, more: Iterable[str] = ()
) -> set[str]:
    """The ids of the attributions that these refer to, and of all that those sit inside.

    Args:
        said: all attributions of the document.
        claims, events: what refers to them.
        more: ids of other attributions that count.
    """
    parents = {one.id: one.parent for one in said}
    waiting = [*more, *(id for claim in claims for id in (claim.attribution, *claim.chain) if id is not None)]
    for event in events:
        waiting += [*event.attributions, *(id for one in event.factuality for id in one.holder)]
    found: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += [parent] if (parent := parents.get(id)) else []
    return found

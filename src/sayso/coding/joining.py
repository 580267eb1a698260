"""On whose word an event stands that is told more than once.

"Gunmen killed the judge" is the author's word; that the Northern Front did it, three sentences later, may be
the minister's. An event is told with those who did it, so it stands on the word of whoever names them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.coding.standing import Stands
from sayso.schema.event import Reason, Standing

# The later outweighs the earlier where it is who names the actors.
_GIVING_WAY: tuple[Standing, ...] = ("fact", "possible", "reported", "admitted")
_OUTWEIGHING: tuple[Standing, ...] = ("possible", "reported", "admitted", "denied")
_DENIABLE = ("reported", "possible", "admitted")


def deciding(verdicts: Sequence[Stands], main: int, naming: int) -> int:
    """Which telling an event stands on.

    Args:
        verdicts: of each telling by itself.
        main: the telling that stands for the event.
        naming: the telling that tells who did it.
    """
    first, second = verdicts[main].standing, verdicts[naming].standing
    known = first in _GIVING_WAY and second in _OUTWEIGHING
    weaker = known and _OUTWEIGHING.index(second) + 1 > _GIVING_WAY.index(first)
    return naming if weaker else main


def joint(verdicts: Sequence[Stands], number: int, *, body: Reason | None) -> Stands:
    """The verdict of one telling, with a denial in another; `body`, that a headline is cut short from."""
    verdict = verdicts[number]
    denied = next((v for v in verdicts if v.standing == "denied"), None)
    if denied is not None and verdict.standing in _DENIABLE:
        return replace(verdict, standing="denied", why=(*verdict.why, *denied.why))
    return replace(verdict, why=(*verdict.why, body)) if body else verdict

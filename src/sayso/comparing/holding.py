"""Who says that an event is so and who says that it is not, as one document tells it.

Whoever denies vouches for nothing, by whatever words: "the army denied shelling it", "the army did not shell
it, the minister said". Whoever alleges what somebody else denies elsewhere in the document still alleges it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.schema.attribution import Attitude, Attribution
from sayso.schema.event import Event, FactValue

# Whoever intends, demands, asks or does not comment does not say that it is so.
_VOUCHES: frozenset[Attitude] = frozenset(("assertion", "belief", "knowledge"))


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds what of an event; nobody is on both sides.

    Attributes:
        chain: the attributions through which it is told, innermost first; empty where it is the author's.
        vouching: of the chain those on whose word it is said to be so, innermost first; empty where the
            chain denies, demands or asks.
        denying: those who say that it is not so, in the chain or elsewhere in the document.
    """

    chain: tuple[Attribution, ...]
    vouching: tuple[Attribution, ...]
    denying: tuple[Attribution, ...]


def held(event: Event, said: Mapping[str, Attribution]) -> Held:
    """Who vouches for an event and who denies it.

    Args:
        said: the attributions of the event's document by their ids, in reading order.
    """
    chain = tuple(said[id] for id in event.attributions if id in said)
    values = {one.holder[0]: one.value for one in event.factuality if one.holder}
    inner = {one.id for one in chain if _denies(one, values.get(one.id, "Uu"), event)}
    vouches = not inner and all(one.attitude in _VOUCHES for one in chain)
    denying = inner | {one.id for one in said.values() if _decides(one, event)}
    return Held(
        chain,
        chain if vouches else (),
        tuple(one for one in said.values() if one.id in denying),
    )


def _denies(one: Attribution, value: FactValue, event: Event) -> bool:
    """Whether a holder of the chain says that it is not so, by a verb of denying or by a negator."""
    if value.endswith("-"):
        return True
    # whoever denies that it did not happen does not say that it did not
    twice = value.endswith("+") and any(reason.kind == "negator" for reason in event.why)
    return one.attitude == "denial" and not twice


def _decides(one: Attribution, event: Event) -> bool:
    """Whether it is a denial elsewhere that decided the standing.

    Whoever denies "the accusation" denies what is alleged, and not that somebody alleged it.
    """
    if one.attitude != "denial" or one.id in event.attributions:
        return False
    return any(reason.kind == "denial" and reason.span == one.cue for reason in event.why)

"""On whose word an event stands: FactBank values per holder, and one word for people.

The values follow FactBank (Saurí & Pustejovsky 2009): each holder of a chain of attributions, and at the
end the author, commits to an event as certain, probable or possible, or leaves it open. The order in which
standings are tried is that of the table in `docs/records.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.modality import Effect
from sayso.schema.attribution import Attribution
from sayso.schema.event import Factuality, FactValue, Reason, Standing

# What these say is meant, asked for or asked about, not told.
_NOT_YET = ("intention", "demand")
_OPEN = ("question", "no_comment")
_VALUES: dict[Effect, FactValue] = {
    "actual": "CT+",
    "possible": "PS+",
    "reported": "Uu",
    "planned": "Uu",
    "negated": "CT-",
}
_WEAKER: dict[FactValue, FactValue] = {"CT+": "PR+", "CT-": "PR-", "PR+": "PS+", "PR-": "PS-"}


@dataclass(frozen=True, slots=True)
class Presented:
    """How whoever tells of an event innermost presents it, and the words that decide it."""

    effect: Effect
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """The verdict about one telling of an event: whose word, never whether it is true."""

    standing: Standing
    factuality: tuple[Factuality, ...]
    why: tuple[Reason, ...]


def stands(presented: Presented, chain: Sequence[Attribution], *, admits: bool) -> Stands:
    """The standing of one telling.

    Args:
        presented: by the innermost holder.
        chain: the attributions around it, innermost first.
        admits: whether an asserting holder of the chain is the event's own actor.
    """
    standing = _standing(presented.effect, chain, admits=admits)
    return Stands(standing, factuality(presented.effect, chain), (*presented.reasons, *_cues(chain, admits)))


def _standing(effect: Effect, chain: Sequence[Attribution], *, admits: bool) -> Standing:
    inner = chain[0].attitude if chain else None
    if effect == "negated" and not chain:
        return "negated"
    if any(one.attitude == "denial" for one in chain):
        return "denied"
    if effect == "negated":
        return "planned" if inner in _NOT_YET else "negated" if admits else "denied"
    if effect == "planned" or inner in _NOT_YET:
        return "planned"
    if not chain:
        return {"possible": "possible", "reported": "reported"}.get(effect, "fact")  # type: ignore[return-value]
    return "admitted" if admits and effect == "actual" else "reported"


def factuality(effect: Effect, chain: Sequence[Attribution]) -> tuple[Factuality, ...]:
    """One value per holder, the innermost first and the author last."""
    ids = tuple(one.id for one in chain)
    value = _VALUES[effect]
    found: list[Factuality] = []
    for number, one in enumerate(chain):
        value = _held(value, one) if number == 0 else "Uu"
        found.append(Factuality(ids[number:], value))
    return (*found, Factuality((), "Uu" if chain else value))


def _held(value: FactValue, one: Attribution) -> FactValue:
    """What a holder of this attitude makes of what its content presents."""
    if one.attitude in (*_NOT_YET, *_OPEN):
        return "Uu"
    if one.attitude == "denial":
        return "CT-" if value == "CT+" else "Uu"
    return _WEAKER.get(value, value) if one.attitude == "belief" else value


def _cues(chain: Sequence[Attribution], admits: bool) -> tuple[Reason, ...]:
    kinds = {"denial": "denial"}
    found = [
        Reason(kinds.get(one.attitude, "admission" if admits and n == 0 else "cue"), one.cue)
        if one.cue is not None
        else Reason("commentary", one.content[0])
        for n, one in enumerate(chain)
    ]
    return tuple(found)

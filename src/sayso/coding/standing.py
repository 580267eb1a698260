"""On whose word an event stands: FactBank values per holder, and one word for people.

The values follow FactBank (Saurí & Pustejovsky 2009): each holder of a chain of attributions, and at the
end the author, commits to an event as certain, probable or possible, or leaves it open. The order in which
standings are tried is that of the table in `docs/records.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.modality import Effect
from sayso.lexicon.words import has_lemma, split_words
from sayso.schema.attribution import Attribution
from sayso.schema.event import Factuality, FactValue, Reason, Standing

# What these say is meant, asked for or asked about, not told.
_NOT_YET = ("intention", "demand")
_OPEN = ("question", "no_comment")
_HEDGING = frozenset(
    "appear seem look unclear uncertain possible likely unlikely probable apparent doubtful".split()
)
_VALUES: dict[Effect, FactValue] = {
    "actual": "CT+",
    "possible": "PS+",
    "reported": "Uu",
    "planned": "Uu",
    "negated": "CT-",
}
_WEAKER: dict[FactValue, FactValue] = {"CT+": "PR+", "CT-": "PR-", "PR+": "PS+", "PR-": "PS-"}
# Whoever denies that it may have happened is sure that it did not.
_DENIED: dict[FactValue, FactValue] = {
    "CT+": "CT-", "PR+": "CT-", "PS+": "CT-", "CT-": "CT+", "PR-": "CT+", "PS-": "CT+", "Uu": "Uu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Presented:
    """How whoever tells of an event innermost presents it, and the words that decide it.

    Attributes:
        open: whether nothing takes the event for granted; a demand to discuss the attack demands no attack.
    """

    effect: Effect
    reasons: tuple[Reason, ...]
    open: bool = True


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
    standing = _standing(presented, chain, admits=admits)
    reasons = (*presented.reasons, *_cues(chain, admitted=standing == "admitted"))
    return Stands(standing, factuality(presented.effect, chain), reasons)


def _standing(presented: Presented, chain: Sequence[Attribution], *, admits: bool) -> Standing:
    effect = presented.effect
    if effect == "negated" and not chain:
        return "negated"
    if effect == "planned" or (chain and presented.open and chain[0].attitude in _NOT_YET):
        return "planned"
    if effect == "negated" or any(one.attitude == "denial" for one in chain):
        return "denied"
    asked = effect == "possible" and bool(chain) and chain[0].attitude == "question"
    if chain and (asked or all(map(_is_hedge, chain)) or chain[0].attitude == "no_comment"):
        # who says nothing about it, or nobody: "no official has confirmed that the town was shelled"
        return "possible"
    if chain:
        return "admitted" if admits and effect == "actual" else "reported"
    return "fact" if effect == "actual" else effect


def _is_hedge(one: Attribution) -> bool:
    """Whether the author, and nobody else, leaves it open: "it is unclear whether", "appear to have"."""
    words = split_words(one.cue.text.split()) if one.cue is not None else ()
    return one.source.identity == "none_given" and any(has_lemma(word, _HEDGING) for word in words)


def factuality(effect: Effect, chain: Sequence[Attribution]) -> tuple[Factuality, ...]:
    """One value per holder, the innermost first and the author last."""
    ids = tuple(one.id for one in chain)
    told = _VALUES[effect]
    found: list[Factuality] = []
    for number, one in enumerate(chain):
        if number == 0:
            told = value = _held(told, one)
        else:
            # Who passes on another's word leaves it open; who denies it does not.
            value = _DENIED[told] if one.attitude == "denial" else "Uu"
        found.append(Factuality(ids[number:], value))
    return (*found, Factuality((), "Uu" if chain else told))


def _held(value: FactValue, one: Attribution) -> FactValue:
    """What a holder of this attitude makes of what its content presents."""
    if one.attitude in (*_NOT_YET, *_OPEN):
        return "Uu"
    if one.attitude == "denial":
        return _DENIED[value]
    return _WEAKER.get(value, value) if one.attitude == "belief" else value


def _cues(chain: Sequence[Attribution], *, admitted: bool) -> tuple[Reason, ...]:
    """The words that put the event in somebody's mouth, the innermost first."""
    return tuple(
        Reason("commentary", one.content[0])
        if one.cue is None
        else Reason(_reason(one, admitted=admitted and number == 0), one.cue)
        for number, one in enumerate(chain)
    )


def _reason(one: Attribution, *, admitted: bool) -> str:
    return "denial" if one.attitude == "denial" else "admission" if admitted else "cue"

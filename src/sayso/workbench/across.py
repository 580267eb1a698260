"""What is told across documents, as words for people: why there is one origin, what a standing means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.comparing.account import Bounds
from sayso.comparing.admiralty import CREDIBILITY, RELIABILITY, Grade
from sayso.comparing.contradicting import Kind
from sayso.comparing.origins import Why
from sayso.comparing.testimony import Testimony
from sayso.comparing.vouched import Word
from sayso.ledger.across.outlets import Difference

MEANING: Mapping[Word, str] = {
    "disputed": "Somebody denies it.",
    "uncorroborated": "No two independent origins surely tell it, or all who do may be of one party.",
    "corroborated": "Two or more independent origins tell it, and nobody denies it. That is no proof: all of"
    " them may have been told the same.",
}
WHY: Mapping[Why, str] = {
    "exact": "has the same words as",
    "edited": "has nearly all the same words as",
    "abridged": "is abridged from, or into,",
    "shared": "has words in common with",
    "credit": "credits",
    "quotation": "is little but the same quotation as",
    "family": "is of one publisher with",
}
PERHAPS: Mapping[Why, str] = {**WHY, "credit": "names", "quotation": "quotes the same as"}
MAY: Mapping[Kind, str] = {
    "denial": "asserted in the one, denied in the other",
    "negation": "so in the one, not so in the other",
    "reversal": "it will be in the one, it will not in the other",
    "figures": "another number of the same",
}
DIFFERENCE: Mapping[Difference, str] = {
    "standing": "how far it is vouched for",
    "toll": "how many people it hit",
    "source": "on whose word",
}


@dataclass(frozen=True, slots=True)
class Teller:
    """An outlet with what it does with an event, on one voice's word.

    Attributes:
        outlet: name, or None.
        voice: on whose word, or who denies; None for the outlet's own.
        standing: the first account's.
        accounts: ids of those that tell it so.
    """

    outlet: str | None
    voice: str | None
    standing: str
    accounts: tuple[str, ...]


def tellers(testimonies: Iterable[Testimony], *, denying: bool = False) -> tuple[Teller, ...]:
    """Who tells it so, each outlet and voice once."""
    found: dict[tuple[str | None, str | None, str], list[str]] = {}
    for each in testimonies:
        account = each.account
        key = (account.outlet, denier(each) if denying else voice(each), account.standing)
        found.setdefault(key, []).append(account.id)
    return tuple(Teller(*key, tuple(ids)) for key, ids in found.items())


def voice(each: Testimony) -> str | None:
    """On whose word an account tells it; None for the outlet's own. Of a denial the only voice that is known
    may be that of who denies.
    """
    denied = each.voice is None and each.account.standing in ("denied", "negated")
    if denied or not each.on_word:
        return None
    return (each.voice.name if each.voice else each.account.source) or "somebody who is not named"


def denier(each: Testimony) -> str | None:
    """Who denies it in an account; None for the outlet itself, or where that is not known."""
    return (each.denier.name or "somebody who is not named") if each.denier else None


def bounds(told: Bounds) -> str:
    """As in “12”, “at least 20”, “up to 30”, “7 to 30”."""
    low, high = told
    if low is None or high is None:
        return f"at least {low}" if low is not None else f"up to {high}" if high is not None else "some"
    return f"{low}" if low == high else f"{low} to {high}"


def grade(told: Grade) -> str:
    """As in “source: usually reliable; information: truth cannot be judged”."""
    return f"source: {RELIABILITY[told.letter]}; information: {CREDIBILITY[told.digit]}"

"""One event told twice is one event with several mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.coding.anchoring import Anchor
from sayso.coding.roles import Taker
from sayso.lexicon.words import lemmas, plain
from sayso.schema.event import EventDate, Magnitude


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where an event is told.

    Attributes:
        who: keys of its actors and of its recipients, as far as the document tells who they are.
        date: as far as its sentence tells it.
        effect: how it is presented.
        names: lemmas of the anchor.
    """

    anchor: Anchor
    actors: tuple[Taker, ...]
    recipients: tuple[Taker, ...]
    who: tuple[frozenset[str], frozenset[str]]
    date: EventDate
    effect: str
    names: frozenset[str]
    magnitude: Magnitude
    sentence: int


def groups(tellings: Sequence[Telling]) -> list[list[int]]:
    """Indices of the tellings of each event, in reading order of their first."""
    found: list[list[int]] = []
    for number, telling in enumerate(tellings):
        for group in found:
            if all(_same(tellings[other], telling) for other in group[:3]):
                group.append(number)
                break
        else:
            found.append([number])
    return found


def _same(first: Telling, second: Telling) -> bool:
    """Whether two tellings may be of one event, and share enough to be."""
    if first.anchor.type != second.anchor.type or first.sentence == second.sentence:
        return False
    if (first.effect == "planned") != (second.effect == "planned"):
        return False
    if first.date.start and second.date.start and first.date.start != second.date.start:
        return False
    if not _counts_agree(first.magnitude, second.magnitude):
        return False
    known = [_agree(a, b) for a, b in zip(first.who, second.who, strict=True)]
    if False in known:
        return False
    shared = sum(agreed is True for agreed in known)
    return shared == 2 or (shared == 1 and not first.names.isdisjoint(second.names))


def _agree(first: frozenset[str], second: frozenset[str]) -> bool | None:
    """Whether two sets of people share somebody; None where one of them is open."""
    if not first or not second:
        return None
    return not first.isdisjoint(second)


def _counts_agree(first: Magnitude, second: Magnitude) -> bool:
    pairs = (
        (first.killed, second.killed),
        (first.injured, second.injured),
        (first.arrested, second.arrested),
    )
    return all(a is None or b is None or (a.low, a.high) == (b.low, b.high) for a, b in pairs)


def anchor_names(word: str) -> frozenset[str]:
    return frozenset(lemmas(plain(word)))

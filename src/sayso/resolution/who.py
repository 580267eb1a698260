"""The answer to "who is this?": country and sectors of an actor, as far as the words tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GroundKind = Literal[
    "list",
    "group",
    "organisation",
    "person",
    "noun",
    "modifier",
    "country",
    "seat",
    "place",
    "former",
    "open",
]


@dataclass(frozen=True, slots=True)
class Ground:
    """Words that decided something.

    Attributes:
        kind: `list` an entry of the user's, `group` an armed group or a body of many states, `organisation`,
            `person`, `noun` an agent noun, `modifier` a word before it, `country` a country's name or people,
            `seat` a capital that stands for a government, `place` a place in a country, `former` a word that
            ends an office, `open` words that could mean several.
        text: the words, as the tables spell them.
    """

    kind: GroundKind
    text: str


@dataclass(frozen=True, slots=True)
class Who:
    """Country and sectors of an actor; what the words do not tell is empty, never a guess.

    Attributes:
        country: ISO 3166-1 alpha-3 (XKX for Kosovo), or PLOVER's IGO, UNO, EUR, NGO, MNC, IMG, ISM, or None.
        sectors: PLOVER codes, the primary one first.
        name: of a known group, organisation or person, as the tables spell it, or None.
        unsure: whether the words could mean several, of which only the common part is told.
        why: what decided it.
    """

    country: str | None
    sectors: tuple[str, ...]
    name: str | None
    unsure: bool
    why: tuple[Ground, ...]

    @property
    def sector(self) -> str | None:
        """The primary sector."""
        return self.sectors[0] if self.sectors else None


NOBODY = Who(country=None, sectors=(), name=None, unsure=False, why=())
#: What PLOVER calls somebody who cannot be told: no answer where another mention tells more.
UNKNOWN: tuple[str, ...] = ("UNK",)


def filled(one: Who, other: Who) -> Who:
    """What one mention tells, and what it leaves open as another mention of the same tells it."""
    if one in (NOBODY, other):
        return other
    told = (sectors for sectors in (one.sectors, other.sectors) if sectors and sectors != UNKNOWN)
    return Who(
        country=one.country or other.country,
        sectors=next(told, one.sectors),
        name=one.name or other.name,
        unsure=one.unsure,
        why=(*one.why, *(ground for ground in other.why if ground not in one.why)),
    )

"""What may be known about a phrase: agent nouns, countries, organisations, groups and people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sectors = tuple[str, ...]
LandKind = Literal["name", "people", "seat", "partial", "unsure", "region"]


@dataclass(frozen=True, slots=True)
class Noun:
    """An agent noun; a weak one leaves its sector to the words beside it."""

    text: str
    sectors: Sectors
    weak: bool


@dataclass(frozen=True, slots=True)
class Land:
    """A country's name, its people, its capital or a part of it; several codes where it could be several."""

    text: str
    kind: LandKind
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time, and the sectors in it; ISO years, months or days, end included, "" if open."""

    start: str
    end: str
    sectors: Sectors


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or armed group under one of its names.

    Attributes:
        name: its usual one, or "" where the tables have only that of the phrase.
        country: alpha-3 or PLOVER's word for none, or "".
        rank: 0 an entry of the user's, 1 a group with years, 2 an organisation, 3 a name of the lexicon.
        start, end: of its existence.
        shared: whether the name means others as well.
        terms: with other sectors than those given.
    """

    name: str
    country: str
    sectors: Sectors
    rank: int
    start: str = ""
    end: str = ""
    shared: bool = False
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in public life, for one country."""

    name: str
    country: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that one phrase may mean.

    Attributes:
        capitals: whether a name of it counts only in capitals.
        alone: whether a name of it is a common word, too, and counts only by itself: "Shell", "Apple".
    """

    noun: Noun | None
    land: Land | None
    bodies: tuple[Body, ...]
    people: tuple[Person, ...]
    capitals: bool = False
    alone: bool = False

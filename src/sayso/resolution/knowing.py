"""What is known about a phrase: agent nouns, countries, organisations, groups and people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Sectors = tuple[str, ...]
CountryKind = Literal["name", "people", "seat", "partial", "unsure", "region"]


@dataclass(frozen=True, slots=True)
class Noun:
    """An agent noun; a weak one leaves its sector to the words beside it."""

    text: str
    sectors: Sectors
    weak: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Land:
    """A country's name, its people, its capital or a part of it; several codes where it could be several."""

    text: str
    kind: CountryKind
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time, and the sectors in it; ISO years, months or days, the last included, "" where open."""

    start: str
    end: str
    sectors: Sectors


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or armed group.

    Attributes:
        rank: 0 an entry of the user's, 1 a group with years, 2 an organisation, 3 a name of the lexicon.
        shared: whether the alias that found it means others as well.
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


@dataclass(slots=True)
class Known:
    """Everything that one phrase may mean."""

    noun: Noun | None = None
    land: Land | None = None
    bodies: list[Body] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    # How the phrase has to be written for a name: 0 any, 1 with a capital, 2 in capitals.
    capitals: int = 1

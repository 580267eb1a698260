"""Lists of actors of a user's own, on top of the package's tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.resolution.knowing import Body, Term
from sayso.resolution.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An entry: names, and country and sectors, in stretches of time where they change."""

    name: str
    aliases: tuple[str, ...]
    country: str
    sectors: tuple[str, ...]
    start: str = ""
    end: str = ""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorList:
    """The entries of one file."""

    source: str
    actors: tuple[ListedActor, ...]


def extended(base: Knowledge, lists: Sequence[ActorList]) -> Knowledge:
    return base

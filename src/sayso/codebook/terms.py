"""What else a codebook names: contexts, sectors, and the codes of CAMEO."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about.

    Attributes:
        keywords: phrases of which one is enough.
        hints: phrases of which two different ones are needed.
    """

    name: str
    definition: str
    example: str | None = None
    keywords: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of society that an actor belongs to, by its three-letter code."""

    code: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class CameoCode:
    """What a CAMEO code is here: a type, and where it tells them a mode and contexts."""

    code: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()

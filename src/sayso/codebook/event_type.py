"""Types of events and their modes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
QUADS: tuple[Quad, ...] = get_args(Quad)


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of one type is done.

    Attributes:
        words: phrases that tell the mode when they stand beside an event of its type ("mortar").
        cameo: the CAMEO code written for it, or None.
        intensity: from -10 (conflict) to 10 (cooperation), or None.
    """

    name: str
    definition: str
    example: str | None = None
    words: tuple[str, ...] = ()
    cameo: str | None = None
    intensity: float | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event.

    Attributes:
        code: a short form for exports ("ASLT"), or None.
        recipient: whether it makes no sense without somebody it is done to.
        cameo: the CAMEO code written for it where no mode is known, or None.
        intensity: from -10 (conflict) to 10 (cooperation), or None.
    """

    name: str
    definition: str
    examples: tuple[str, ...] = ()
    quad: Quad | None = None
    modes: tuple[Mode, ...] = ()
    code: str | None = None
    recipient: bool = False
    cameo: str | None = None
    intensity: float | None = None

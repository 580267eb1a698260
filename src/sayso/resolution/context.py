"""What a mention is judged by: the tables, places, the date and what the encoder took it for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.resolution.listed import Listed
from sayso.schema.entity import EntityKind

#: Name of a place -> ISO 3166-1 alpha-3, or None where it is no place or could be in several countries.
Places = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Context:
    """What a mention is judged by.

    Attributes:
        knowledge: the tables with the user's lists.
        places: tells the country of places that the tables do not know.
        date: of publication, an ISO year, month or day, or None.
        kind: of the entity, or None.
    """

    knowledge: Listed
    places: Places
    date: str | None
    kind: EntityKind | None

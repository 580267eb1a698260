"""Somebody or something that a document mentions, under whatever names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.span import Span

EntityKind = Literal["person", "organisation", "location", "nationality", "other"]


@dataclass(frozen=True, slots=True)
class Entity:
    """The mentions of one person, organisation or place in one document.

    Attributes:
        id: unique within the document (`e1`, `e2` … in order of first mention).
        kind: what it is.
        name: its fullest name in this document.
        mentions: every span that names it, in reading order.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Span, ...]

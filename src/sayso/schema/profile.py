"""How a document is sourced. It describes; it never judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.span import Span

FlagKind = Literal[
    "single_source",
    "all_unnamed",
    "plural_without_names",
    "opinion_from_unnamed",
    "party_to_conflict",
    "no_denial_sought",
]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a careful editor would ask about, with the words that raise it."""

    flag: FlagKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Counts over the attributions of a document.

    Attributes:
        attributions: how many there are.
        identity, naming, affiliation, form: attributions by each value that occurs.
        attributed_share: share of the words of body and commentary inside a content, 0-1.
        events: events by standing.
        flags: in a fixed order, each at most once.
    """

    attributions: int
    identity: dict[str, int]
    naming: dict[str, int]
    affiliation: dict[str, int]
    form: dict[str, int]
    attributed_share: float
    events: dict[str, int]
    flags: tuple[Flag, ...]

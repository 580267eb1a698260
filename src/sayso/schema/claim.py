"""What the ledger counts, compares and clusters."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.attribution import Attitude, Source
from sayso.schema.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """Something somebody asserts or denies.

    Attributes:
        id: unique within the document.
        attribution: id of the attribution it comes from, or None for the author's own assertion.
        source: who makes it.
        attitude: assertion or denial.
        content: the words of the claim.
        chain: ids of the attributions it passes through, innermost first.
        event: id of the event that the author asserts or denies, or None for a claim by somebody else.
    """

    id: str
    attribution: str | None
    source: Source
    attitude: Attitude
    content: tuple[Span, ...]
    chain: tuple[str, ...]
    event: str | None = None

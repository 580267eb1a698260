"""How reliable a person holds a source to be, in words."""

from __future__ import annotations

from sayso.ledger.rating import MEANINGS


def rated(letter: str | None) -> str:
    """As ", rated B (usually reliable)"; "" where nobody rated the source."""
    return f", rated {letter} ({MEANINGS[letter]})" if letter else ""

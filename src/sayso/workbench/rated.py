"""How reliable persons hold the sources of hits to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.ledger.hits import ClaimHit, Hit
from sayso.ledger.ledger import Ledger
from sayso.ledger.rating import MEANINGS, letter_of, reliability


def letters(ledger: Ledger, hits: Iterable[Hit]) -> Mapping[str, str]:
    """The letter of each hit whose source has one, by the hit's id."""
    rated = reliability(ledger)
    found = ((hit.id, letter_of(rated, *_names(hit))) for hit in hits) if rated else ()
    return {id: letter for id, letter in found if letter}


def told(letter: str | None) -> str:
    """As “rated B, usually reliable”; nothing where nobody rated the source."""
    return f"rated {letter}, {MEANINGS[letter]}" if letter else ""


def _names(hit: Hit) -> tuple[str | None, ...]:
    return (hit.name, hit.source) if isinstance(hit, ClaimHit) else (hit.source,)

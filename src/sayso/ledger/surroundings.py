"""Hits in their places: the sentences around each, from the text of its document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from sayso.ledger.hits import EventHit, Hit
from sayso.ledger.ledger import Ledger
from sayso.ledger.sentences import around
from sayso.ledger.tables import documents


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentences around a hit; the three parts follow on each other.

    Attributes:
        before, after: what stands around its words.
        words: of a claim its content; of an event the words that name it.
    """

    before: str
    words: str
    after: str


def surroundings(ledger: Ledger, hits: Sequence[Hit]) -> Mapping[str, Surroundings]:
    """The sentences around these hits, by their ids."""
    wanted = {hit.document for hit in hits}
    rows = select(documents.c.id, documents.c.text).where(documents.c.id.in_(wanted))
    with ledger.transaction() as connection:
        texts = {row.id: row.text for row in connection.execute(rows)}
    return {hit.id: _around(texts[hit.document], hit) for hit in hits if hit.document in texts}


def _around(text: str, hit: Hit) -> Surroundings:
    start, end = _anchor(text, hit) if isinstance(hit, EventHit) else (hit.start, hit.end)
    whole = around(text, start, end)
    return Surroundings(text[whole.start : start], text[start:end], text[end : whole.end])


def _anchor(text: str, hit: EventHit) -> tuple[int, int]:
    """Half-open characters of the anchor. The words around it go as far on either side, where the clause
    does; so of several places the one nearest to the middle is the likeliest.
    """
    size, middle = len(hit.anchor), (hit.start + hit.end - len(hit.anchor)) / 2
    places = [at for at in range(hit.start, hit.end - size + 1) if text.startswith(hit.anchor, at)]
    if not places:
        return hit.start, hit.end
    start = min(places, key=lambda at: abs(at - middle))
    return start, start + size

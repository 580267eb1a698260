"""Who and what a document names, with the pages of the ledger about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.ledger.rows import entity_id
from sayso.schema.reading import Reading
from sayso.workbench import addresses


@dataclass(frozen=True, slots=True)
class Named:
    """One entity of a document.

    Attributes:
        name: the fullest one in the document.
        kind: what it is.
        mentions: how often it is named.
        address: of its page.
    """

    name: str
    kind: str
    mentions: int
    address: str


def named(reading: Reading) -> Mapping[str, Named]:
    """The entities of a document by their ids there, the most often named first."""
    by_number = sorted(reading.entities, key=lambda one: -len(one.mentions))
    return {
        one.id: Named(one.name, one.kind, len(one.mentions), addresses.entity(entity_id(one)))
        for one in by_number
    }

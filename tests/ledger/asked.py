"""A ledger with copies of the articles on several days, and what a search of it should find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.ledger.ledger import Ledger
from sayso.schema.document import document_id
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

DAYS = ("2023-01-09", "2024-12-31", "2025-01-01", "2025-01-02", "2025-03-14", None)
OUTLETS = ("The Telmara Courier", "Dorsk Daily", "Dorsk, Lorn & Velmora", None)


def copies(readings: Sequence[Reading], number: int) -> list[Reading]:
    """So many readings, each with a text, a day and an outlet of its own."""
    return [_copy(readings[at % len(readings)], at) for at in range(number)]


def _copy(reading: Reading, at: int) -> Reading:
    text = f"{reading.document.text}\n{at}"
    document = replace(
        reading.document,
        id=document_id(text),
        text=text,
        published=DAYS[at % len(DAYS)],
        outlet=OUTLETS[at // 2 % len(OUTLETS)],
    )
    return replace(reading, document=document)


def fill(ledger: Ledger, readings: Sequence[Reading]) -> None:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")

"""Both stores, and readings to put into them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

import sayso
from sayso.ledger.ledger import Ledger
from sayso.schema.reading import Reading

ARTICLES = (
    """Karvia says Ostrand shelled convoy

TELMARA, 14 March 2025 — Ostrand's army shelled a convoy near Sella on Thursday, killing nine drivers,
Karvia's defence ministry said. A spokesman for Ostrand denied the attack.""",
    """Police arrest protesters in Dorsk

DORSK, 2 June 2024 — Police arrested forty protesters in Dorsk on Sunday. The interior minister,
Ilo Tanet, said the march had been banned. Two union leaders told reporters that officers had beaten
people who had already been detained.""",
    """Talks on the Lorn ferry

LORN, 9 January 2023 — Ministers of Lorn and Velmora met on Monday and signed an agreement on ferries,
according to officials who asked not to be named. The opposition may reject it.""",
)


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    """Three short articles as sayso reads them, with outlets."""
    read = (sayso.read(text) for text in ARTICLES)
    outlets = ("The Telmara Courier", "Dorsk Daily", None)
    return tuple(
        replace(reading, document=replace(reading.document, outlet=outlet))
        for reading, outlet in zip(read, outlets, strict=True)
    )


@pytest.fixture
def ledger(store: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(store, create=True) as opened:
        yield opened

"""A ledger of an older version is brought up when it is opened for writing."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select, text, update

from sayso.ledger.across.bringing import bring_up, waiting
from sayso.ledger.doctor import examine
from sayso.ledger.errors import LedgerError
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from sayso.ledger.tables import ACROSS, claims, documents, event_keys, facts
from tests.ledger.across.press import press, put, standing


def _as_version_1(ledger: Ledger) -> None:
    """What version 1 did not know is not there; of what it knew otherwise only the name matters."""
    with ledger.transaction() as connection:
        for table in ACROSS:
            connection.execute(text(f"DROP TABLE {table.name}"))
        connection.execute(text("DROP INDEX locations_of_publisher"))
        connection.execute(text("ALTER TABLE locations DROP COLUMN publisher"))
        connection.execute(update(facts).where(facts.c.name == "version").values(value="1"))


def test_a_ledger_of_version_1_is_brought_up_and_nothing_is_lost(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        put(ledger, *press().values())
        before, records = standing(ledger), list(export(ledger))
        _as_version_1(ledger)
    with pytest.raises(LedgerError, match="of version 1"):
        Ledger(store)
    with Ledger(store, write=True) as ledger:
        assert list(export(ledger)) == records
        assert waiting(ledger) == len(press())
        bring_up(ledger)
        assert standing(ledger) == before
        assert list(examine(ledger)) == []
    with Ledger(store) as ledger:
        assert waiting(ledger) == 0


def _as_version_2(ledger: Ledger) -> None:
    """Version 2 kept the words of every claim beside the text."""
    hits = search(ledger, "", kind="claims", limit=500).hits
    with ledger.transaction() as connection:
        numbers = connection.scalars(select(claims.c.number).where(claims.c.content == "")).all()
        assert numbers
        for hit in hits:
            document = select(documents.c.number).where(documents.c.id == hit.document).scalar_subquery()
            mine = claims.c.document == document, claims.c.record == hit.record
            connection.execute(update(claims).where(*mine).values(content=hit.content))
        connection.execute(delete(event_keys))
        connection.execute(update(facts).where(facts.c.name == "version").values(value="2"))


def test_a_ledger_of_version_2_is_brought_up_and_finds_the_same(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        put(ledger, *press().values())
        bring_up(ledger)
        found, before = search(ledger, "", kind="claims", limit=500).hits, standing(ledger)
        _as_version_2(ledger)
        assert any("are not those of its coding" in wrong for wrong in examine(ledger))
    with Ledger(store, write=True) as ledger:
        assert waiting(ledger) == len(press())
        bring_up(ledger)
        assert standing(ledger) == before
        assert search(ledger, "", kind="claims", limit=500).hits == found
        assert list(examine(ledger)) == []

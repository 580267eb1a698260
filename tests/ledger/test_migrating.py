"""A ledger of an older version is brought up when it is opened for writing."""

from __future__ import annotations

import pytest
from sqlalchemy import text, update

from sayso.ledger.across.bringing import bring_up, waiting
from sayso.ledger.doctor import examine
from sayso.ledger.errors import LedgerError
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.opening import VERSION
from sayso.ledger.tables import ACROSS, facts
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
        assert VERSION == 2
        assert waiting(ledger) == 0

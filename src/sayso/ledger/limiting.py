"""A limit to how long one transaction may take, for whoever answers many people at once."""

from __future__ import annotations

import time

from sqlalchemy import Connection, event

from sayso.ledger.ledger import Ledger

_STEPS = 20_000  # of SQLite's machine between two looks at the clock; about a millisecond


def limit(ledger: Ledger, seconds: float) -> None:
    """From now on a transaction of this ledger that takes longer ends in `SlowError`."""
    sqlite = ledger.engine.dialect.name == "sqlite"

    def begin(connection: Connection) -> None:
        if sqlite:
            _watch(connection, time.monotonic() + seconds)
        else:
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {max(1, round(seconds * 1000))}")

    event.listen(ledger.engine, "begin", begin)


def _watch(connection: Connection, end: float) -> None:
    raw = connection.connection.dbapi_connection
    raw.set_progress_handler(lambda: time.monotonic() > end, _STEPS)  # type: ignore[union-attr]

"""Many writers to one ledger at once, and rows in bulk."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, func, insert, select

from benchmarks.articles import write
from sayso.ledger import copying
from sayso.ledger.across.bringing import waiting
from sayso.ledger.doctor import examine
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import entities, fingerprints
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests import postgres

DOCUMENTS = 12
WRITERS = 3
TOLD = "The minister said \\ \t “no” \\N\n;—"  # what COPY writes otherwise than it stands


@pytest.fixture
def shared(server: postgres.Server) -> str:
    """The URL of a ledger in PostgreSQL that is still to be made."""
    return postgres.new_database(server)


def exported(ledger: str) -> str:
    with Ledger(ledger) as opened:
        return "".join(json.dumps(record) + "\n" for record in export(opened))


def ingest(ledger: str, *inputs: Path) -> None:
    command = [sys.executable, "-m", "sayso", "ingest", *map(str, inputs), "--ledger", ledger]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.slow
def test_several_writers_at_once_make_the_ledger_that_one_makes(
    shared: str, tmp_path: Path, server: postgres.Server
) -> None:
    """They begin together, so that each would make the tables; half of what they read, all of them read."""
    folder = tmp_path / "articles"
    write(folder, DOCUMENTS)
    names = sorted(folder.iterdir())
    parts = [sorted({*names[number::WRITERS], *names[: DOCUMENTS // 2]}) for number in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda part: ingest(shared, *part), parts))
    alone = str(tmp_path / "alone.ledger")
    ingest(alone, *names)
    assert exported(shared) == exported(alone)
    with Ledger(shared) as opened:
        assert list(examine(opened)) == []
        assert waiting(opened) == 0


def rows_of(connection: Connection) -> list[tuple[str, str, str]]:
    found = connection.execute(
        select(entities.c.id, entities.c.kind, entities.c.name).order_by(entities.c.id)
    )
    return [(row.id, row.kind, row.name) for row in found]


@pytest.mark.parametrize(("many", "done"), [(copying.FEWEST, "COPY"), (copying.FEWEST - 1, "INSERT")])
def test_rows_in_bulk_are_those_that_were_given(shared: str, many: int, done: str) -> None:
    rows = [{"id": f"e{n:03}", "kind": "person", "name": f"{TOLD}{n}"} for n in range(many)]
    with Ledger(shared, create=True) as ledger:
        told: list[str] = []
        event.listen(
            ledger.engine, "after_cursor_execute", lambda *given: told.append(given[1].statusmessage)
        )
        with ledger.transaction() as connection:
            connection.execute(insert(entities), rows)
            assert told[0].startswith(done)
            assert rows_of(connection) == [(row["id"], row["kind"], row["name"]) for row in rows]


def test_rows_in_bulk_go_with_their_transaction(shared: str, readings: tuple[Reading, ...]) -> None:
    with Ledger(shared, create=True) as ledger:
        ledger.add(readings[0], location_of(readings[0].document, name="a"), mark="one")
        many = select(func.count()).select_from(fingerprints)
        with ledger.transaction() as connection:
            before = connection.scalar(many)
        assert before

        def broken() -> None:
            with ledger.transaction() as connection:
                rows = [{"hash": n, "rank": 1, "document": 1} for n in range(copying.FEWEST)]
                connection.execute(insert(fingerprints), rows)
                raise RuntimeError

        with pytest.raises(RuntimeError):
            broken()
        with ledger.transaction() as connection:
            assert connection.scalar(many) == before

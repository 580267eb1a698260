"""Rows into a ledger, a batch to a transaction: what was yielded is there for good."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.inputs.eventdata.rows import Unread
from sayso.ledger.doctor import examine
from sayso.ledger.errors import LedgerError
from sayso.ledger.imported import Chosen
from sayso.ledger.importedframe import ImportedRows
from sayso.ledger.ledger import Ledger
from sayso.runs.importing import AT_ONCE, Row, import_rows
from sayso.schema.imported import Imported
from tests.inputs.eventdata.eventtables import polecat_table

ROW = Imported("icews", "0", "190", day="2031-06-04", type="ASSAULT", row={"Event ID": "0"})


def rows(count: int) -> Iterator[Imported]:
    for number in range(count):
        yield replace(ROW, id=str(number), row={"Event ID": str(number)})


def held(ledger: Ledger) -> int:
    return len(ImportedRows(ledger, Chosen()))


def broken(count: int) -> Iterator[Imported]:
    yield from rows(count)
    raise KeyboardInterrupt


def test_whole_batches_stay_when_a_run_is_stopped_and_the_same_again_goes_on(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        with pytest.raises(KeyboardInterrupt):
            list(import_rows(broken(AT_ONCE + 10), ledger))
        assert held(ledger) == AT_ONCE
        again = list(import_rows(rows(AT_ONCE + 10), ledger))
        assert [row.status for row in again] == ["known"] * AT_ONCE + ["imported"] * 10
        assert list(examine(ledger)) == []


def test_outcomes_come_in_the_order_of_the_rows(store: str) -> None:
    statement = replace(ROW, id="7", type=None, code="010")
    with Ledger(store, create=True) as ledger:
        found = list(import_rows([ROW, Unread("icews.tab, line 3", "it is torn"), statement, ROW], ledger))
    assert found == [
        Row("icews 0", "imported"),
        Row("icews.tab, line 3", "refused", "it is torn"),
        Row("icews 7", "imported", untyped=True),
        Row("icews 0", "known"),
    ]


@pytest.mark.slow
def test_a_run_that_is_killed_leaves_a_whole_ledger_that_goes_on(tmp_path: Path) -> None:
    table, path = tmp_path / "polecat.txt", tmp_path / "news.ledger"
    table.write_text(polecat_table(*({"Event ID": f"20310604-{number:05}"} for number in range(20_000))))
    program = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import main; main()"
    command = [sys.executable, "-c", program, "import", str(table), "--ledger", str(path)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and running.poll() is None and not _begun(path):
        time.sleep(0.05)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    with Ledger(path, write=True) as ledger:
        assert held(ledger) % AT_ONCE == 0
        assert list(examine(ledger)) == []
    again = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert again.returncode == 0, again.stderr
    with Ledger(path) as ledger:
        assert held(ledger) == 20_000


def _begun(path: Path) -> bool:
    """Whether some rows are there."""
    if not path.exists() or path.stat().st_size < 4_096:
        return False
    try:
        with Ledger(path) as ledger:
            return held(ledger) > 0
    except LedgerError:  # it is being made
        return False

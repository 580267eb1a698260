"""What takes long to make and is only read: made once, however many processes run the tests."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

LONGEST = 600  # seconds that one process waits for another


def once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A path under which `make` has put something: in this process, or in another while this one waited."""
    base = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # each worker has a folder of its own in the run's
    made = base / "once" / name
    made.parent.mkdir(exist_ok=True)
    # a lock that works on every system, and that a killed process does not leave behind
    with closing(sqlite3.connect(f"{made}.lock", timeout=LONGEST, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if not made.exists():
            make(made)
    return made

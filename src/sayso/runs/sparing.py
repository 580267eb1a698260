"""A file that is written must not be one that cannot be made again."""

from __future__ import annotations

from pathlib import Path

from sayso.runs.errors import RunError

_DATABASE = b"SQLite format 3\0"  # how each file of SQLite begins, and so the file of each ledger


def spare_ledgers(out: Path | None) -> None:
    """Raises RunError where writing `out` would write over a ledger."""
    if out is None or not out.is_file():
        return
    with out.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise RunError(f"{out} is a ledger, or another database; write to another file")

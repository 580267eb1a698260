"""A ledger's file that is damaged: what can be told of it, and what helps."""

from __future__ import annotations

import struct
from pathlib import Path

# SQLite, file format, "The Database Header": size of a page at byte 16, number of pages at byte 28.
_HEADER = struct.Struct(">16x H 10x I")
_WIDEST_PAGE = 65_536  # which two bytes cannot hold; it is written as 1


def damaged(path: Path) -> str:
    """One sentence about a file that SQLite finds malformed."""
    help = "copy it once more, or take a backup, or ingest its documents into a new ledger"
    missing = _missing(path)
    if missing is None:
        return f"{path} is damaged: what stands in it is no whole database; {help}"
    there, whole = missing
    return f"{path} is cut off: {there:,} of its {whole:,} bytes are there; {help}"


def _missing(path: Path) -> tuple[int, int] | None:
    """Bytes that are there, and that there should be; None where none is missing."""
    try:
        with path.open("rb") as file:
            size, pages = _HEADER.unpack(file.read(_HEADER.size))
        there = path.stat().st_size
    except (OSError, struct.error):
        return None
    whole = (_WIDEST_PAGE if size == 1 else size) * pages
    return (there, whole) if there < whole else None

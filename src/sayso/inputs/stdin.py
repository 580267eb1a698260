"""Standard input: one document, JSON lines, or what a ledger exported."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sayso.inputs.columns import Columns
from sayso.inputs.item import Item
from sayso.inputs.jsonlines import lines_items
from sayso.inputs.records import LONGEST, begins, record_lines
from sayso.inputs.tables import DELIMITERS
from sayso.reading.intake import MAX_BYTES

STDIN = Path("-")
NAME = "standard input"
_BETWEEN = re.compile(f"[{re.escape(''.join(DELIMITERS))}]")
_TABLE = "it is a table; save it as a file that ends in .csv or .tsv, and give the name of that file"


def stdin_items(columns: Columns) -> Iterator[Item]:
    """What comes is JSON lines where it begins with a "{", and one document otherwise.

    Raises:
        ReadingError: it is the export of a newer sayso.
    """
    stream = sys.stdin.buffer
    first = stream.peek(LONGEST)[:LONGEST] if hasattr(stream, "peek") else b""
    if begins(first):
        yield from record_lines(stream, NAME)
    elif first.startswith(b"{"):
        yield from lines_items(stream, NAME, columns)
    else:
        content = stream.read(MAX_BYTES + 1)
        table = _is_table(content, columns)
        yield Item(NAME, fault=_TABLE) if table else Item(NAME, content=content)


def _is_table(content: bytes, columns: Columns) -> bool:
    """Whether the first line names the column of the article beside others."""
    line = content.split(b"\n", 1)[0].decode("utf-8-sig", "replace")
    names = [name.strip().strip('"') for name in _BETWEEN.split(line)]
    return len(names) > 1 and columns.text in names

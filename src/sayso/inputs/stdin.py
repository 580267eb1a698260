"""Standard input: one document, or JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sayso.inputs.columns import Columns
from sayso.inputs.item import Item
from sayso.inputs.jsonlines import lines_items
from sayso.reading.intake import MAX_BYTES

STDIN = Path("-")
NAME = "standard input"


def stdin_items(columns: Columns) -> Iterator[Item]:
    """What comes is JSON lines where it begins with a "{", and one document otherwise."""
    stream = sys.stdin.buffer
    first = stream.peek(1)[:1] if hasattr(stream, "peek") else b""
    if first == b"{":
        yield from lines_items(stream, NAME, columns)
    else:
        yield Item(NAME, content=stream.read(MAX_BYTES + 1))

"""A file of JSON lines: one object to a document."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from sayso.inputs.columns import Columns, carried, told
from sayso.inputs.item import Item
from sayso.reading import ReadingError
from sayso.reading.intake import MAX_BYTES

SUFFIXES = frozenset((".jsonl", ".ndjson"))


def is_jsonlines(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def jsonlines_items(path: Path, columns: Columns) -> Iterator[Item]:
    """The documents of a file."""
    with path.open("rb") as file:
        yield from lines_items(file, str(path), columns)


def lines_items(file: BinaryIO, of: str, columns: Columns) -> Iterator[Item]:
    """The lines that are not blank; of one that is too long nothing is kept."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        name = f"{of}, line {number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_BYTES)
            fault = f"the line is longer than {MAX_BYTES // 1_000_000} MB; expected one article"
            yield Item(name, fault=fault)
        elif line.strip():
            text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace")
            yield line_item(name, text, columns)


def line_item(name: str, line: str, columns: Columns) -> Item:
    """The item of one line; of a line that holds no document, one with a fault."""
    try:
        row = _row(line)
        text = row.get(columns.text)
        if not isinstance(text, str):
            came = f"has no `{columns.text}`"
            if text is not None:
                came = f"has a `{columns.text}` that is {_kind(text)}"
            raise ReadingError(f"the line {came}; expected the article as a string")
        return Item(name, content=text, told=told(row, columns), fields=carried(row, columns))
    except ReadingError as error:
        return Item(name, fault=str(error))


def _row(line: str) -> dict[str, Any]:
    try:
        # JSON has no NaN, though many programs write it; what sayso writes is JSON.
        row = json.loads(line, parse_constant=lambda _: None, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"the line is no JSON ({error}); expected an object with a `text`") from None
    if not isinstance(row, dict):
        raise ReadingError(f"the line is {_kind(row)}; expected an object with a `text`")
    return row


def _finite(figures: str) -> float | None:
    value = float(figures)
    return value if math.isfinite(value) else None


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return "null" if value is None else kinds.get(type(value), "an object")

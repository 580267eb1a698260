"""Tables of comma- or tab-separated values: one row to a document."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TextIO

from sayso.inputs.columns import Columns, carried, told
from sayso.inputs.item import Item
from sayso.reading import ReadingError
from sayso.reading.decoding import encoding_of, is_wide
from sayso.reading.intake import MAX_BYTES
from sayso.reading.sniffing import refuse_binary

SUFFIXES = frozenset((".csv", ".tsv", ".tab"))
DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_BYTES = 65_536
_SAMPLE_ROWS = 20
# "sep=;" before the header tells Excel the delimiter.
_TOLD_DELIMITER = re.compile(r"\ufeff?\"?sep=([,;|\t])\"?[\r\n]+", re.IGNORECASE)
# How the bytes of another encoding come out of a file that begins as UTF-8.
_UNDECODED = re.compile("[\udc80-\udcff]")
_NAMES_SHOWN = 12


def is_table(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def table_items(path: Path, columns: Columns) -> Iterator[Item]:
    """The rows of a table, whose first one names its columns; of one that is too long nothing is kept.

    Raises:
        ReadingError: it is no text, or has no column for the article.
    """
    with path.open("rb") as raw:
        sample = _whole_lines(raw.read(_SAMPLE_BYTES))
    if not is_wide(sample):
        refuse_binary(sample, str(path))
    encoding = encoding_of(sample)
    text = sample.decode(encoding, "replace")
    sep = _TOLD_DELIMITER.match(text)
    delimiter = sep[1] if sep else _delimiter(text, columns)
    with path.open(encoding=encoding, errors=_errors(encoding), newline="") as file:
        lines = _Lines(file)
        rows = _rows(csv.reader(lines, delimiter=delimiter), lines)
        if sep:
            next(rows, None)
        names = _header(path, next(rows, []), columns)
        for row in rows:
            yield _item(f"{path}, line {lines.first}", row, names, columns)


class _TooLongError(ValueError):
    """A row is longer than any article."""


class _Lines:
    """The lines of a file for a `csv.reader`, which puts together those of one row.

    Attributes:
        first: number of the line with which the row in hand begins, from 1.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._number = 0
        self._taken = 0
        self.first = 1

    def begin(self) -> None:
        """A row begins with the next line."""
        self.first = self._number + 1
        self._taken = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(MAX_BYTES + 1)
        if not line:
            raise StopIteration
        self._number += 1
        self._taken += len(line)
        if self._taken > MAX_BYTES:
            while line and not line.endswith(("\n", "\r")):
                line = self._file.readline(MAX_BYTES)
            raise _TooLongError(f"the row is longer than {MAX_BYTES // 1_000_000} MB; expected one article")
        return line


def _rows(reader: Iterator[list[str]], lines: _Lines) -> Iterator[list[str] | ReadingError]:
    """The rows that are not blank, or why one cannot be read."""
    while True:
        lines.begin()
        try:
            row = _next(reader)
        except StopIteration:
            return
        except _TooLongError as error:
            yield ReadingError(f"{error}; perhaps a quotation mark is never closed")
        except csv.Error as error:
            yield ReadingError(f"the row cannot be read ({error}); check its quotation marks")
        else:
            if any(cell.strip() for cell in row):
                yield _mended(row)


def _next(reader: Iterator[list[str]]) -> list[str]:
    """The next row; the module's own bound on a cell, 131,072 characters, is shorter than a report."""
    before = csv.field_size_limit(MAX_BYTES + 1)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(before)


def _header(path: Path, row: Sequence[str] | ReadingError, columns: Columns) -> list[str]:
    if isinstance(row, ReadingError):
        raise ReadingError(f"{path}: {row}")
    names = [" ".join(name.split()) for name in row]
    shown = ", ".join(f"{name:.40}" for name in names[:_NAMES_SHOWN] if name) or "none"
    shown += ", …" if len(names) > _NAMES_SHOWN else ""
    if columns.text not in names:
        raise ReadingError(
            f"{path} has no column {columns.text!r:.60}; its columns are {shown};"
            " name the one that holds the article, as in --columns text=body"
        )
    if names.count(columns.text) > 1:
        raise ReadingError(f"{path} has several columns {columns.text!r:.60}; rename all but one")
    return names


def _item(name: str, row: Sequence[str] | ReadingError, names: Sequence[str], columns: Columns) -> Item:
    """The item of one row; of a row that holds no document, one with a fault."""
    try:
        if isinstance(row, ReadingError):
            raise row
        if any(cell.strip() for cell in row[len(names) :]):
            raise ReadingError(
                f"the row has {len(row)} cells and the header {len(names)}; a cell that holds the delimiter"
                " must stand in quotation marks"
            )
        cells = {column: cell for column, cell in zip(names, row, strict=False) if column}
        if columns.text not in cells:
            raise ReadingError(f"the row ends before `{columns.text}`; expected {len(names)} cells")
        fields = carried(cells, columns)
        return Item(name, content=cells[columns.text], told=told(cells, columns), fields=fields)
    except ReadingError as error:
        return Item(name, fault=str(error))


def _whole_lines(sample: bytes) -> bytes:
    """Up to the last line end, so that no character is cut in two."""
    if len(sample) < _SAMPLE_BYTES or is_wide(sample):
        return sample
    return sample[: sample.rfind(b"\n") + 1] or sample


def _errors(encoding: str) -> str:
    return "surrogateescape" if encoding.startswith("utf-8") else "replace"


def _mended(row: list[str]) -> list[str]:
    """A row in another encoding than the head of its file, decoded by itself."""
    if not any(_UNDECODED.search(cell) for cell in row):
        return row
    cells = [cell.encode("utf-8", "surrogateescape") for cell in row]
    encoding = encoding_of(b" ".join(cells))
    return [cell.decode(encoding, "replace") for cell in cells]


def _delimiter(text: str, columns: Columns) -> str:
    """The one that finds the column of the article, then the one that cuts most rows alike.

    A table of one column has none; its commas are those of the article.
    """
    found = {delimiter: _cut(text, delimiter) for delimiter in DELIMITERS}

    def fitness(delimiter: str) -> tuple[bool, int, int]:
        header, *rest = found[delimiter] or [[]]
        alike = sum(len(row) == len(header) for row in rest)
        return columns.text in header, alike if len(header) > 1 else 0, len(header)

    best = max(DELIMITERS, key=fitness)
    return best if fitness(best)[2] > 1 else "\t"


def _cut(text: str, delimiter: str) -> list[list[str]]:
    lines = _Lines(StringIO(text, newline=""))
    rows = islice(_rows(csv.reader(lines, delimiter=delimiter), lines), _SAMPLE_ROWS)
    return [row for row in rows if not isinstance(row, ReadingError)]

"""A table of which outlet belongs to which family of publishers."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from sayso.cli.counting import counted
from sayso.cli.refusing import RefusedError
from sayso.comparing.outlets import outlet_key

COLUMNS = ("outlet", "family")
_DELIMITERS = ",;\t|"
_LONGEST = 200  # characters of a name
_MOST_BYTES = 10_000_000


def family_table(path: Path) -> list[tuple[str, str]]:
    """The outlets of a table with their families, "" for none; each outlet once.

    Raises:
        RefusedError: there is no such table, or a row of it makes no sense; the message names its line.
        OSError: it cannot be read.
    """
    found: dict[str, tuple[str, str]] = {}
    for line, outlet, family in _rows(path):
        key = outlet_key(outlet)
        if not key:
            raise RefusedError(f"{path}, line {line}: {outlet!r:.60} is no name of an outlet")
        if max(len(outlet), len(family)) > _LONGEST:
            raise RefusedError(f"{path}, line {line}: a name has more than {_LONGEST} letters")
        before = found.setdefault(key, (outlet, family))[1]
        if before != family:
            raise RefusedError(
                f"{path}, line {line}: {outlet!r:.60} is put into {family!r:.60}, and before that into"
                f" {before!r:.60}; keep one of the rows"
            )
    if not found:
        raise RefusedError(f"{path} has no rows; expected an outlet and its family in each")
    return list(found.values())


def _rows(path: Path) -> Iterator[tuple[int, str, str]]:
    """Number of the line, outlet and family, without spaces around them; empty lines are passed over."""
    text = _text(path)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        places = _places(path, next(rows, []))
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                yield rows.line_num, *_cells(path, rows.line_num, cells, places)
    except csv.Error as error:
        raise RefusedError(f"{path}, line {rows.line_num}: {error}") from None


def _text(path: Path) -> str:
    from sayso.reading.decoding import decode

    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise RefusedError(
            f"{path} is larger than {_MOST_BYTES // 1_000_000} MB; that is no table of outlets"
        )
    text = decode(data)
    if "\0" in text:
        raise RefusedError(f"{path} is no text; expected a table with the columns {' and '.join(COLUMNS)}")
    return text


def _places(path: Path, header: list[str]) -> tuple[int, int]:
    names = [" ".join(cell.split()).casefold() for cell in header]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise RefusedError(f"{path} has no column {missing[0]!r}; its first line must name outlet and family")
    return names.index("outlet"), names.index("family")


def _cells(path: Path, line: int, cells: list[str], places: tuple[int, int]) -> tuple[str, str]:
    if len(cells) <= max(places):
        missing, found = COLUMNS[places.index(max(places))], counted(len(cells), "cell")
        raise RefusedError(
            f"{path}, line {line}: {found}, and no {missing}; for no family leave its cell empty"
        )
    return cells[places[0]], cells[places[1]]

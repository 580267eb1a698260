"""The rows of an event table, whose layout is told by its first line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.inputs.eventdata.gdelt import GDELT1, GDELT1_OLD, GDELT2
from sayso.inputs.eventdata.icews import ICEWS
from sayso.inputs.eventdata.layout import Family, Layout
from sayso.inputs.eventdata.lines import MAX_LINE, Line, Table, tables
from sayso.inputs.eventdata.phoenix import PHOENIX
from sayso.inputs.eventdata.polecat import POLECAT
from sayso.inputs.eventdata.values import CellError
from sayso.reading import ReadingError
from sayso.schema.imported import LONGEST_ID, Imported

LAYOUTS = (POLECAT, ICEWS, GDELT2, GDELT1, GDELT1_OLD, PHOENIX)
_SHOWN = 8  # cells of a line that nobody knows
_SHOWN_LETTERS = 24
_LIKE = 5  # columns that a header has of a layout which it may be a part of
_NUL = "\0"
# What sayso adds to the columns of POLECAT; see `export/polecat.py`.
_OURS = frozenset(("standing", "holder"))


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that cannot be read.

    Attributes:
        name: file and line.
        why: a sentence for a person.
    """

    name: str
    why: str


def event_rows(path: Path, *, family: Family | None = None) -> Iterator[Imported | Unread]:
    """The rows of a table, or of the tables in a zip, in their order.

    Args:
        path: tab-separated, packed or not.
        family: what it is said to be; None to tell by its first line.

    Raises:
        ReadingError: it is not there, damaged, or of no layout that sayso knows.
    """
    for table in tables(path):
        try:
            yield from _rows(table, family)
        except ReadingError as error:
            # beside a table a zip may hold a note about it
            if table.alone:
                raise
            yield Unread(table.name, str(error))


def _rows(table: Table, family: Family | None) -> Iterator[Imported | Unread]:
    first = next(table.lines, None)
    if first is None or not first.text:
        raise ReadingError(f"{table.name} begins with no row; expected an event table")
    cells = _cells(first.text)
    layout, columns, headed = _recognised(table.name, cells, family)
    reader = _Reader(table.name, layout, columns)
    if not headed:
        yield reader.row(first)
    try:
        for line in table.lines:
            if line.text is None or line.text.strip():
                yield reader.row(line)
    except ReadingError as error:  # what stands before the damage is given
        yield Unread(table.name, str(error))


@dataclass(frozen=True, slots=True)
class _Reader:
    """The rows of one table; `columns` are its own, in their order."""

    name: str
    layout: Layout
    columns: tuple[str, ...]

    def row(self, line: Line) -> Imported | Unread:
        try:
            return self._read(line)
        except CellError as error:
            return Unread(f"{self.name}, line {line.number}", str(error))

    def _read(self, line: Line) -> Imported:
        if line.text is None:
            raise CellError(f"the row is longer than {MAX_LINE // 1_000_000} MB; expected one event")
        if _NUL in line.text:
            raise CellError("the row holds a NUL byte, which no text has; expected letters and digits")
        cells = _cells(line.text)
        if len(cells) != len(self.columns):
            raise CellError(f"the row has {len(cells)} cells; expected {len(self.columns)}")
        found = self.layout.read(dict(zip(self.columns, cells, strict=True)))
        if not 0 < len(found.id) <= LONGEST_ID:
            raise CellError(f"{found.id!r:.40} is no id; expected 1 to {LONGEST_ID} characters")
        return found


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in line.split("\t")]
    return [_unquoted(cell) for cell in cells] if '"' in line else cells


def _unquoted(cell: str) -> str:
    """A repository that takes tables in writes their texts in quotation marks."""
    if len(cell) < 2 or not cell[0] == cell[-1] == '"':
        return cell
    return cell[1:-1].replace('\\"', '"').replace('""', '"').strip()


def _recognised(
    name: str, cells: Sequence[str], family: Family | None
) -> tuple[Layout, tuple[str, ...], bool]:
    """Layout, the names of the columns, and whether the line is a header."""
    wanted = [layout for layout in LAYOUTS if family in (None, layout.family)]
    for layout in wanted:
        columns = _header(cells, layout)
        if columns is not None:
            if {column.casefold() for column in columns} >= _OURS:
                raise ReadingError(
                    f"{name} was written by sayso and tells standings, which an import would lose;"
                    " `sayso ingest` its documents instead, or what `sayso export` wrote"
                )
            return layout, columns, True
    for layout in wanted:
        fits = layout.headless and len(cells) == len(layout.columns)
        if fits and layout.fits(dict(zip(layout.columns, cells, strict=True))):
            return layout, layout.columns, False
    known = "; ".join(layout.says for layout in wanted)
    raise ReadingError(
        f"{name} is of no layout that sayso knows: {_shown(cells)}{_lacking(cells, wanted)}; expected {known}"
    )


def _lacking(cells: Sequence[str], layouts: Sequence[Layout]) -> str:
    """What a header lacks of the layout that it is likest to; "" where it is like none."""
    named = {_plain(cell) for cell in cells}
    nearest = max(layouts, key=lambda layout: len(named.intersection(map(_plain, layout.columns))))
    if len(named.intersection(map(_plain, nearest.columns))) < _LIKE:
        return ""
    lacking = [one for one in nearest.columns if one in nearest.needed and _plain(one) not in named]
    return f"; of {nearest.says.partition(' (')[0]} it lacks {', '.join(lacking)}"


def _header(cells: Sequence[str], layout: Layout) -> tuple[str, ...] | None:
    """The columns of a line that names them; a name that the layout does not know stays as it is."""
    names = {_plain(column): column for column in layout.columns}
    names |= {_plain(other): column for other, column in layout.others.items()}
    columns = [names.get(_plain(cell), cell) for cell in cells]
    if not layout.needed <= set(columns):
        return None
    return tuple(_each_once(columns))


def _each_once(columns: Sequence[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        yield column if seen[column] == 1 else f"{column} {seen[column]}"


def _plain(column: str) -> str:
    return "".join(letter for letter in column.casefold() if letter.isalnum())


def _shown(cells: Sequence[str]) -> str:
    told = ", ".join(f"“{cell[:_SHOWN_LETTERS]}”" for cell in cells[:_SHOWN])
    more = ", …" if len(cells) > _SHOWN else ""
    commas = " (is it separated by commas?)" if len(cells) == 1 and "," in cells[0] else ""
    return f"its first line has {len(cells)} tab-separated cell{'s' * (len(cells) > 1)}, {told}{more}{commas}"


def families() -> Mapping[Family, str]:
    """What a user may call each, and what it looks like."""
    return {layout.family: layout.says for layout in LAYOUTS}

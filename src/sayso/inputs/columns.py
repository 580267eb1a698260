"""Which column of a table, or which key of a JSON line, holds what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sayso.reading import ReadingError
from sayso.reading.article import Metadata
from sayso.reading.dates import stated_date


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of columns. What a column of another name holds is carried through.

    Attributes:
        text: the article, as plain text.
        date: of publication.
        title, outlet, url: as in `Document`.
        author: one name, or several with ";" between them.
    """

    text: str = "text"
    date: str = "date"
    title: str = "title"
    outlet: str = "outlet"
    url: str = "url"
    author: str = "author"

    def names(self) -> frozenset[str]:
        return frozenset(getattr(self, field.name) for field in fields(self))


def parse_columns(given: str) -> Columns:
    """Columns from "text=body,date=published"; what is not named keeps its name.

    Raises:
        ReadingError: no mapping of that form.
    """
    known = [field.name for field in fields(Columns)]
    chosen: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in given.split(","))):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if name not in known or not equals or not column:
            raise ReadingError(
                f"{part!r:.60} names no column; write some of {', '.join(known)},"
                " as in text=body,date=published"
            )
        chosen[name] = column
    return Columns(**chosen)


def told(row: Mapping[str, Any], columns: Columns) -> Metadata:
    """What a row says of its document; a value that is no string, or empty, says nothing.

    Raises:
        ReadingError: its date is none.
    """
    return Metadata(
        title=_line(row.get(columns.title)),
        outlet=_line(row.get(columns.outlet)),
        url=_line(row.get(columns.url)),
        authors=_names(row.get(columns.author)),
        published=_day(row.get(columns.date)),
    )


def carried(row: Mapping[str, Any], columns: Columns) -> dict[str, Any]:
    """What is left of a row: columns that sayso does not read, and those whose value is no string."""
    read = columns.names()
    return {
        name: value
        for name, value in row.items()
        if name not in read or not (value is None or isinstance(value, str))
    }


def _line(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: object) -> tuple[str, ...]:
    parts = value.split(";") if isinstance(value, str) else ()
    return tuple(filter(None, (" ".join(part.split()) for part in parts)))


def _day(given: object) -> str | None:
    """The day of "2025-03-14", "2025-03-14T09:30:00Z" or "14 March 2025"."""
    if given is None or given == "":
        return None
    if isinstance(given, str) and (found := stated_date(given)) is not None:
        return found
    raise ReadingError(f"{given!r:.60} is not a date; write year, month and day as in 2026-11-22")

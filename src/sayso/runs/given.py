"""An item to its document, with what came along with it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.reading import ReadingError, read_document
from sayso.reading.dates import stated_date
from sayso.reading.intake import MAX_BYTES
from sayso.runs.inputs import Item
from sayso.schema.document import Document

# Fields of a JSON line that sayso reads where they are strings; all others are carried through.
KNOWN = ("text", "date", "url", "title", "outlet")


@dataclass(frozen=True, slots=True)
class Given:
    """A document as it was handed in.

    Attributes:
        name: file, or file and line.
        document: as read.
        fields: of its JSON line, those that sayso does not read.
    """

    name: str
    document: Document
    fields: Mapping[str, Any] = field(default_factory=dict)


def read_item(item: Item, *, date: str | None = None) -> Given:
    """The document of an item; `date` is for those that do not say.

    Raises:
        ReadingError: there is no document in it; the sentence names the item.
    """
    if item.path is not None:
        return Given(item.name, _dated(read_document(item.path), date))
    try:
        return _from_line(item, date)
    except ReadingError as error:
        raise ReadingError(f"{item.name}: {error}") from error


def _from_line(item: Item, date: str | None) -> Given:
    row = _row(item.line)
    text = row.get("text")
    if not isinstance(text, str):
        came = "has no `text`" if text is None else f"has a `text` that is {_kind(text)}"
        raise ReadingError(f"the line {came}; expected the article as a string")
    document = read_document(text, date=_date(row), url=_text(row, "url"))
    document = replace(
        document,
        title=_text(row, "title") or document.title,
        outlet=_text(row, "outlet") or document.outlet,
    )
    carried = {name: value for name, value in row.items() if not _is_read(name, value)}
    return Given(item.name, _dated(document, date), carried)


def _row(line: str | None) -> dict[str, Any]:
    if line is None:
        raise ReadingError(f"the line is longer than {MAX_BYTES // 1_000_000} MB; expected one article")
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


def _is_read(name: str, value: object) -> bool:
    return name in KNOWN and (value is None or isinstance(value, str))


def _text(row: Mapping[str, Any], name: str) -> str | None:
    """The field on one line; None where it is absent, empty or no string."""
    value = row.get(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _date(row: Mapping[str, Any]) -> str | None:
    """The day of "2025-03-14", "2025-03-14T09:30:00Z" or "14 March 2025"."""
    given = row.get("date")
    if given is None or given == "":
        return None
    if isinstance(given, str) and (found := stated_date(given)) is not None:
        return found
    raise ReadingError(f"{given!r:.60} is not a date; write year, month and day as in 2026-11-22")


def _dated(document: Document, date: str | None) -> Document:
    return document if document.published or date is None else replace(document, published=date)

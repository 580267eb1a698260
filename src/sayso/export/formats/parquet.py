"""Parquet with a row to each event, typed and nested, for programs that compute with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export.arrow import EVENTS, schema_of
from sayso.export.exported import Exported
from sayso.export.nested import events
from sayso.export.parquet import nested


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The file, a group of rows at a time."""
    rows = (row for one in documents for row in events(one))
    yield from nested(rows, schema_of(EVENTS, "events"))

"""The events of a document as lines of a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sayso import pipeline
from sayso.export import eventtable, polecat
from sayso.inputs.item import Given
from sayso.runs.format import Format
from sayso.schema.plain import to_plain
from sayso.schema.reading import Reading

_DOCUMENT = ("id", "title", "outlet", "url", "authors", "published", "wire")
# Line ends for some readers of lines, though not for JSON, which lets them stand as they are.
_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def _jsonl(reading: Reading, given: Given) -> Iterator[str]:
    """One object to an event that can be read on its own: its document, and the chain it comes through."""
    known = {attribution.id: attribution for attribution in reading.attributions}
    document = {name: to_plain(getattr(reading.document, name)) for name in _DOCUMENT}
    for event in reading.events:
        row: dict[str, Any] = {"input": given.name, "document": document}
        row |= {"fields": dict(given.fields)} if given.fields else {}
        row |= to_plain(event)
        row["chain"] = [to_plain(known[one]) for one in event.attributions]
        yield _json(row)


def _csv(reading: Reading, given: Given) -> Iterator[str]:
    handed = _handed(given)
    for row in eventtable.rows(reading):
        yield eventtable.line(row, handed)


def _polecat(reading: Reading, given: Given) -> Iterator[str]:
    handed = _handed(given)
    for row in polecat.rows(reading, pipeline.codebook()):
        yield polecat.line(row, handed)


def _handed(given: Given) -> tuple[str, str]:
    """What stands behind a table's own columns: where the document came from, and what came with it."""
    return given.name, _json(dict(given.fields)) if given.fields else ""


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_ENDS)


WRITERS: dict[Format, Callable[[Reading, Given], Iterator[str]]] = {
    Format.jsonl: _jsonl,
    Format.csv: _csv,
    Format.polecat: _polecat,
}
HEADINGS: dict[Format, str] = {
    Format.jsonl: "",
    Format.csv: eventtable.heading(("input", "fields")) + "\n",
    Format.polecat: polecat.heading(("Input", "Fields")) + "\n",
}

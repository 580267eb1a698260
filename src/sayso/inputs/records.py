"""What a ledger exported: documents that are coded already, rows of other event data sets, corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from sayso.inputs.columns import Columns
from sayso.inputs.item import Item
from sayso.reading import ReadingError
from sayso.schema.checking import check_correction, check_imported
from sayso.schema.correction import Correction
from sayso.schema.document import document_id
from sayso.schema.imported import Imported
from sayso.schema.location import Location
from sayso.schema.plain import from_plain
from sayso.schema.reading import Reading
from sayso.schema.ready import FORMAT, Ready

SUFFIXES = frozenset((".jsonl", ".ndjson"))
# How the file of a whole ledger begins, and that of what a search found in one.
_BEGINNINGS = (b'{"record": "ledger"', b'{"record": "selection"')
LONGEST = max(map(len, _BEGINNINGS))
_IMPORTED = "imported"
_MANY = {"entity": "entities", "attribution": "attributions", "event": "events", "claim": "claims"}


def is_records(path: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    with path.open("rb") as file:
        return begins(file.read(LONGEST))


def begins(first: bytes) -> bool:
    """Whether these first bytes are those of an export."""
    return first.startswith(_BEGINNINGS)


def record_items(path: Path, columns: Columns) -> Iterator[Item]:
    """The documents, imported rows and corrections of a file; raises as `record_lines` does."""
    with path.open("rb") as file:
        yield from record_lines(file, str(path))


def record_lines(file: BinaryIO, of: str) -> Iterator[Item]:
    """Each document with all its records, then each imported row and each correction.

    Raises:
        ReadingError: it is no whole ledger, was written by a newer sayso, or its first line is broken.
    """
    try:
        first = json.loads(file.readline())
    except ValueError as error:
        raise ReadingError(f"{of} has a broken first line ({error}); export the ledger again") from None
    if first.get("record") == "selection":
        raise ReadingError(
            f"{of} holds what a search found and no whole documents; export the ledger without a search"
        )
    format_ = first.get("format")
    if format_ != FORMAT:
        raise ReadingError(
            f"{of} is an export of format {format_!r:.20}, and this sayso reads format"
            f" {FORMAT}; install a newer sayso"
        )
    for (key, kind), lines in groupby(_rows(file), key=_owner):
        name = f"{of}, {kind} {key}"
        try:
            yield Item(name, ready=_ready(list(lines), kind))
        except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
            fault = f"the records are not those of one {kind} ({error}); export the ledger again"
            yield Item(name, fault=fault)


def _rows(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = {"record": "broken line", "id": line[:20].decode("utf-8", "replace")}
        yield row if isinstance(row, dict) else {"record": "broken line", "id": ""}


def _owner(row: dict[str, Any]) -> tuple[str, str]:
    kind = row.get("record")
    if kind in (*_MANY, "profile"):
        return str(row.get("document")), "document"
    if kind == _IMPORTED:  # an id may be that of several rows
        return " ".join(str(row.get(name)) for name in ("dataset", "id", "part")).rstrip(), "imported"
    return str(row.get("id")), str(kind)


def _ready(rows: list[dict[str, Any]], kind: str) -> Ready | Correction | Imported:
    if kind == _IMPORTED:
        imported = from_plain(Imported, rows[0])
        check_imported(imported)
        return imported
    if kind == "correction":
        correction = from_plain(Correction, rows[0])
        check_correction(correction)
        return correction
    document = rows[0]
    if kind != "document" or document["record"] != "document":
        raise ValueError(f"it begins with {document['record']!r:.20}")
    profiles = [row for row in rows if row["record"] == "profile"]
    if len(profiles) != 1:
        raise ValueError(f"it has {len(profiles)} profiles")
    reading: dict[str, Any] = {
        **document["coding"],
        "document": document,
        "notices": document["notices"],
        "profile": profiles[0],
        **{many: [] for many in _MANY.values()},
    }
    for row in rows:
        if row["record"] in _MANY:
            reading[_MANY[row["record"]]].append(row.get("as_coded", row))
    if document_id(document["text"]) != document["id"]:
        raise ValueError("its text is not the one that its id stands for")
    _check_spans(reading, document["text"])
    places = tuple(from_plain(Location, place) for place in document["locations"])
    if not places:
        raise ValueError("it was found nowhere")
    return Ready(from_plain(Reading, reading), places, document["coding"]["mark"])


def _check_spans(value: Any, text: str) -> None:
    """Raises ValueError where a span does not cut its words from the text."""
    if isinstance(value, list):
        for item in value:
            _check_spans(item, text)
    elif isinstance(value, dict):
        words, start = value.get("text"), value.get("start")
        if isinstance(words, str) and isinstance(start, int) and text[start : value.get("end")] != words:
            raise ValueError(f"{words!r:.40} does not stand at character {start}")
        for item in value.values():
            _check_spans(item, text)

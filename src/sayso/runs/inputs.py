"""Files, folders and JSON lines as a stream of documents to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.reading import ReadingError, read_document
from sayso.schema.document import Document

SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown"))
LINES = frozenset((".jsonl", ".ndjson"))
# Fields of a JSON line that sayso reads; the others are carried through.
KNOWN = ("text", "date", "url", "title", "outlet")


@dataclass(frozen=True, slots=True)
class Item:
    """One document that is still to be read.

    Attributes:
        name: file, or file and line, for messages.
        path: of a file, or None for a line.
        line: the JSON line, or None for a file.
    """

    name: str
    path: Path | None = None
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A document as it was handed in, with what came along with it."""

    document: Document
    fields: Mapping[str, Any] = field(default_factory=dict)


def items(inputs: Sequence[Path]) -> Iterator[Item]:
    """The documents of files, folders (every text, HTML, Markdown and JSONL file below) and JSONL files.

    Raises:
        ReadingError: an input does not exist, or a folder holds nothing to read.
    """
    for path in inputs:
        if path.is_dir():
            yield from _folder(path)
        elif not path.exists():
            raise ReadingError(f"{path} does not exist; give files, folders or .jsonl files")
        else:
            yield from _file(path)


def _folder(path: Path) -> Iterator[Item]:
    found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES | LINES and p.is_file())
    if not found:
        kinds = ", ".join(sorted(SUFFIXES | LINES))
        raise ReadingError(f"{path} holds no file that sayso reads ({kinds})")
    for file in found:
        yield from _file(file)


def _file(path: Path) -> Iterator[Item]:
    if path.suffix.lower() not in LINES:
        yield Item(str(path), path=path)
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield Item(f"{path}, line {number}", line=line)


def read_item(item: Item, *, date: str | None = None) -> Given:
    """The document of an item; ReadingError names the item where there is none in it."""
    if item.path is not None:
        return Given(read_document(item.path, date=date))
    try:
        row = json.loads(item.line or "")
        text = row["text"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ReadingError(f"{item.name}: expected a JSON object with a `text`") from None
    if not isinstance(text, str):
        raise ReadingError(f"{item.name}: `text` should be a string")
    try:
        document = read_document(text, date=_text(row, "date") or date, url=_text(row, "url"))
    except ReadingError as error:
        raise ReadingError(f"{item.name}: {error}") from error
    return Given(_told(document, row), {name: value for name, value in row.items() if name not in KNOWN})


def _text(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    return str(value)[:10] if name == "date" and value else str(value) if value else None


def _told(document: Document, row: Mapping[str, Any]) -> Document:
    """What the line says about the document goes before what its text says."""
    from dataclasses import replace

    return replace(
        document,
        title=_text(row, "title") or document.title,
        outlet=_text(row, "outlet") or document.outlet,
    )

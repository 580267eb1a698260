"""The original of an item: its file as it lies there, or the bytes that a collection holds of it."""

from __future__ import annotations

from pathlib import Path

from sayso.inputs.item import Item
from sayso.ledger.originals import MOST, Original
from sayso.reading import ReadingError
from sayso.reading.decoding import decode
from sayso.reading.sniffing import kind_of

_PDF = b"%PDF-"


def original_of(item: Item) -> Original | None:
    """The original; None for what is a row of a table or the like, or larger than is kept."""
    content = _content(item)
    if content is None or not 0 < len(content) <= MOST:
        return None
    if content.startswith(_PDF):
        return Original("pdf", content)
    if item.kind is not None:
        return Original(item.kind, content)
    try:
        return Original(kind_of(decode(content), item.name), content)
    except ReadingError:
        return None


def _content(item: Item) -> bytes | None:
    """A text that a collection gives is no original: it is the text that the ledger holds."""
    if item.path is not None:
        return _bytes(item.path)
    if isinstance(item.content, bytes):
        return item.content
    if isinstance(item.content, str) and item.kind in ("html", "markdown"):
        return item.content.encode("utf-8", "surrogatepass")
    return None


def _bytes(path: Path) -> bytes | None:
    """A file that went away since it was read has no original."""
    try:
        return path.read_bytes() if path.stat().st_size <= MOST else None
    except OSError:
        return None

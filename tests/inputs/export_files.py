"""Exports as their archives would hand them out; every article in them is invented."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from sayso.inputs.columns import Columns
from sayso.inputs.exports import export_items
from sayso.inputs.item import Item

EXPORTS = Path(__file__).parent.parent / "cases" / "exports"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def documents(path: Path) -> list[Item]:
    return list(export_items(path, Columns()))


def golden(name: str) -> list[Item]:
    return documents(EXPORTS / name)


def written(folder: Path, text: str, name: str = "export.txt") -> list[Item]:
    path = folder / name
    path.write_text(text, "utf-8")
    return documents(path)


def fault(item: Item) -> str:
    assert item.fault is not None, item
    assert "\n" not in item.fault
    return item.fault


def paragraphs(lines: Sequence[str]) -> str:
    """A Word document's part with one paragraph to a line."""
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' if line else "<w:p/>"
        for line in lines
    )
    return document(body)


def document(body: str) -> str:
    return f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def packed(path: Path, part: str | bytes, *, name: str = "word/document.xml") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, part)
    return path

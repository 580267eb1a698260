"""Exports of news archives: Nexis Uni, LexisNexis Academic, Factiva, ProQuest and RIS.

A Word or RTF file is read as an export only; a page or a text is one where its first lines show the
layout of an archive, and one document otherwise. No document is left out without a word: what cannot
be read is an item with a fault, and so is a number of documents that differs from the file's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.inputs import academic, factiva, factiva_display, nexis, proquest, ris
from sayso.inputs.columns import Columns
from sayso.inputs.item import Item
from sayso.inputs.layout import Layout, Lines, found_in
from sayso.inputs.lines import lines_of, text_lines
from sayso.inputs.rtf import SIGNATURE as RTF
from sayso.reading import ReadingError
from sayso.reading.decoding import is_wide

SUFFIXES = frozenset((".docx", ".rtf", *ris.SUFFIXES))
# The first that recognises a file reads it.
LAYOUTS: tuple[Layout, ...] = (
    ris.LAYOUT,
    academic.LAYOUT,
    nexis.LAYOUT,
    proquest.LAYOUT,
    factiva.LAYOUT,
    factiva_display.LAYOUT,
)
_TEXTS = frozenset((".txt", ".text", ".htm", ".html", ".xhtml", ".doc", ""))
# A cover page with a hundred titles has 20 kB, the head of a page 10 kB.
_HEAD_BYTES = 65_536
_TRACES = re.compile(
    rb"\bof \d+ DOCUMENTS?\b|Length:|End of Document|Job Number:|Document \d+ of \d+|Full [tT]ext:"
    rb"|Publication|\bHD\b|\d words\b|TY  ?-"
)


def is_export(path: Path) -> bool:
    """Whether a file is an export, by its name and its first 64 KB."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return True
    if suffix not in _TEXTS or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:  # whoever reads it as a document will say so
        return False
    return head.startswith(RTF) or _shows_layout(head, path.name)


def _shows_layout(head: bytes, name: str) -> bool:
    if not is_wide(head) and not _TRACES.search(head):
        return False
    try:
        return layout_of(text_lines(head, name)) is not None
    except ReadingError:
        return False


def layout_of(lines: Lines) -> Layout | None:
    """The layout of these lines, None of a text that is no export."""
    return next((layout for layout in LAYOUTS if layout.recognises(lines)), None)


def export_items(path: Path, _: Columns) -> Iterator[Item]:
    """The documents of an export, then a fault where the file says that there are more or fewer.

    A file that is no export, or a damaged one, gives one item with a fault.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        lines = lines_of(path)
        layout = layout_of(lines)
        if layout is None:
            raise ReadingError(_unknown(lines))
        yield from _items(path, lines, layout)
    except ReadingError as error:
        yield Item(str(path), fault=str(error))


def _items(path: Path, lines: Lines, layout: Layout) -> Iterator[Item]:
    number = 0
    for number, entry in enumerate(layout.entries(lines), start=1):
        yield Item(
            f"{path}, document {number}",
            content=None if entry.fault else entry.text,
            kind="plain",
            told=entry.told,
            fields=entry.fields,
            fault=entry.fault,
        )
    announced = layout.announced(lines)
    if announced is not None and announced.number != number:
        yield Item(
            str(path),
            fault=f"it announces {announced.number:,} documents (“{announced.words}”) and holds {number:,};"
            " export it again, or check that no part of it is missing",
        )
    elif not number:
        yield Item(str(path), fault=f"it is an export of {layout.name} without a document; {found_in(lines)}")


def _unknown(lines: Lines) -> str:
    known = "; ".join(layout.expects for layout in LAYOUTS)
    return (
        f"it is no export of a layout that sayso knows: {found_in(lines)}. Expected one of: {known}."
        " Export full documents once more in one of these, or save an article as plain text (.txt)"
    )

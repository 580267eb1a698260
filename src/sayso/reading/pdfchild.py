r"""Program that reads the lines of a PDF for `sayso.reading.pdf`, in a process of its own.

pdfium is C++ and what it is given comes from strangers: where it crashes, swells or never ends, only
this process does. It is run by its path and imports nothing of sayso, so that it starts at once.

Standard input is the PDF; the arguments are the most pages, characters, seconds and bytes of memory.
Standard output is one JSON object: `pages`, a list of lines for each, and `about`; or else `fault`.
A line is [text, left, right, foot, height] in points; "\x02" at its end is a hyphen that divides a word.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

_HYPHEN = "\x02"
_BREAKS = "\r\n"
_ABOUT = ("Title", "Author", "CreationDate")
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

Line = list[object]


class _FaultError(Exception):
    """Why there are no lines: a word that `sayso.reading.pdf` knows, and a number."""


def main(most_pages: int, most_characters: int, seconds: int, memory: int) -> None:
    """Reads standard input and writes standard output."""
    data = sys.stdin.buffer.read()
    _limit(seconds, memory)
    try:
        found = _read(data, most_pages, most_characters)
    except _FaultError as fault:
        found = {"fault": list(fault.args)}
    except MemoryError:
        found = {"fault": ["memory", 0]}
    print(json.dumps(found))


def _limit(seconds: int, memory: int) -> None:
    """Bounds on what this process may take; Windows has none of them, other systems not all."""
    try:
        import resource
    except ImportError:
        return
    bounds = {"RLIMIT_AS": memory, "RLIMIT_CPU": seconds, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, bound in bounds.items():
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (bound, bound))


def _read(data: bytes, most_pages: int, most_characters: int) -> dict[str, object]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise _FaultError("locked" if code in (_PASSWORD, _SECURITY) else "broken", 0) from None
    if len(document) > most_pages:
        raise _FaultError("pages", len(document))
    pages: list[list[Line]] = []
    for number in range(len(document)):
        pages.append(_page(document, number, most_characters))
        most_characters -= sum(len(str(line[0])) for line in pages[-1])
    about = {name: document.get_metadata_value(name)[:1_000] for name in _ABOUT}
    return {"pages": pages, "about": about}


def _page(document: Any, number: int, most_characters: int) -> list[Line]:
    """The lines of a page; [] where the page is broken."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = page.get_textpage()
    except PdfiumError:
        return []
    if text.count_chars() > most_characters:
        raise _FaultError("characters", 0)
    lines = list(_lines(text))
    text.close()
    page.close()
    return lines


def _lines(text: Any) -> Iterator[Line]:
    """The lines of a text page as pdfium orders them; each ends with a break or a dividing hyphen."""
    from pypdfium2.raw import FPDFText_GetUnicode as code_of

    letters: list[tuple[int, str]] = []
    for index in range(text.count_chars()):
        letter = chr(code_of(text, index))
        if letter not in _BREAKS:
            letters.append((index, letter))
        if letter in _BREAKS or letter == _HYPHEN:
            yield from _line(text, letters)
            letters = []
    yield from _line(text, letters)


def _line(text: Any, letters: list[tuple[int, str]]) -> Iterator[Line]:
    seen = [index for index, letter in letters if not letter.isspace() and letter != _HYPHEN]
    if not seen:
        return
    left, foot, _, top = text.get_charbox(seen[0], loose=True)
    right = text.get_charbox(seen[-1], loose=True)[2]
    # Characters beyond U+FFFF come in halves.
    words = "".join(letter for _, letter in letters).encode("utf-16-le", "surrogatepass")
    yield [words.decode("utf-16-le", "replace"), left, right, foot, top - foot]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

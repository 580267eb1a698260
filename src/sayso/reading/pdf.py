"""A PDF to an article. A process of its own reads it, within bounds of time and memory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sayso.reading.article import Article, Metadata, compose
from sayso.reading.dates import stated_date
from sayso.reading.errors import ReadingError
from sayso.reading.pdfpages import Line, blocks

# A long report has some hundred pages; a book of 1,000 pages is more than sayso reads at a time.
MAX_PAGES = 1_000
_MOST_CHARACTERS = 1_200_000
# pdfium reads hundreds of pages a second; on a machine that is busy the clock runs ahead.
CPU_SECONDS = 30
_SECONDS = 180
MEMORY = 1_000_000_000
_CHILD = Path(__file__).with_name("pdfchild.py")
_MAGIC = b"%PDF-"
_MOST_BEFORE_MAGIC = 1_024
# "D:20250303120000+01'00'"
_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
# What programs put for a title where nobody gave one.
_NO_TITLE = re.compile(r"microsoft\s|untitled|document\d*$|.*\.\w{2,5}$|\W*$", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:[;,&]|\band\b)\s*")


def is_pdf(data: bytes, name: str) -> bool:
    """Whether these are the bytes of a PDF; before its mark some programs write lines of their own."""
    if data.lstrip().startswith(_MAGIC):
        return True
    return name.lower().endswith(".pdf") and _MAGIC in data[:_MOST_BEFORE_MAGIC]


def read_pdf(data: bytes, *, name: str) -> Article:
    """The article in a PDF: the lines of its pages as paragraphs, without running heads and page numbers.

    Raises:
        ReadingError: it has no text layer, is locked, broken, too long, or takes too much to read.
    """
    found = _answer(data, name)
    pages = [[Line(*line) for line in page] for page in found["pages"]]
    article = compose(blocks(pages), _metadata(found["about"]))
    if not article.text:
        raise ReadingError(
            f"{name} is a PDF document without a text layer, only pictures of its {len(pages)} pages;"
            " recognise its text first, as OCRmyPDF does"
        )
    return article


def _answer(data: bytes, name: str) -> dict[str, Any]:
    """What the child said; raises for whatever kept it from saying anything."""
    bounds = map(str, (MAX_PAGES, _MOST_CHARACTERS, CPU_SECONDS, MEMORY))
    # -P: the folder of the child has an html.py of its own.
    command = [sys.executable, "-P", str(_CHILD), *bounds]
    paths = os.pathsep.join(filter(None, sys.path))
    try:
        child = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "PYTHONPATH": paths},
            check=False,
        )
        found: dict[str, Any] = json.loads(child.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        found = {"fault": ["memory", 0]}
    if "fault" in found:
        raise ReadingError(_refusal(name, *found["fault"]))
    return found


def _refusal(name: str, fault: str, number: int) -> str:
    if fault == "locked":
        return f"{name} is a PDF document that is locked with a password; save a copy without one"
    if fault == "pages":
        return f"{name} is a PDF document of {number:,} pages; sayso reads at most {MAX_PAGES:,}: split it"
    if fault == "characters":
        return f"{name} is a PDF document with more text than sayso reads at a time; split it"
    if fault == "broken":
        return f"{name} is a PDF document that is broken; open it in a viewer and save it anew"
    return (
        f"{name} is a PDF document that cannot be read within {CPU_SECONDS} seconds"
        f" and {MEMORY // 1_000_000:,} MB of memory; save its text as plain text"
    )


def _metadata(about: Mapping[str, str]) -> Metadata:
    title = " ".join(about["Title"].split())
    names = (" ".join(name.split()) for name in _BETWEEN_NAMES.split(about["Author"]))
    made = _MADE.match(about["CreationDate"])
    return Metadata(
        title=None if _NO_TITLE.match(title) else title,
        # A single word is the login of whoever exported the page.
        authors=tuple(name for name in names if " " in name),
        made=stated_date("-".join(made.groups())) if made else None,
    )

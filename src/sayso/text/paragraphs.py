"""Paragraphs of plain text, whichever of three ways it marks them.

Some files part paragraphs with a blank line, some put one on each line, and some (mail, old
wire feeds) break lines at a fixed width. In the last a line ends because the next word would
not have fitted, and that is how the lines of one paragraph are told from one-line paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S+")
_WRAP_WIDTHS = range(40, 101)
_LINES_MEASURED = 2_000

Stretch = tuple[int, int]


def paragraphs(text: str) -> Iterator[Stretch]:
    """Half-open characters of each paragraph, without the white space around it, in order."""
    width = _wrap_width(text)
    current: Stretch | None = None
    for line in _lines(text):
        if current is not None and _continues(text, current, line, width):
            current = (current[0], line[1])
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _lines(text: str) -> Iterator[Stretch]:
    for match in _LINE.finditer(text):
        line = match[0]
        if shown := line.strip():
            start = match.start() + line.index(shown[0])
            yield start, start + len(shown)


def _wrap_width(text: str) -> int | None:
    """The width at which the text is broken, None where its lines are as long as they like."""
    width = max((end - start for start, end in islice(_lines(text), _LINES_MEASURED)), default=0)
    return width if width in _WRAP_WIDTHS else None


def _continues(text: str, before: Stretch, line: Stretch, width: int | None) -> bool:
    """Whether this line goes on with the paragraph before it."""
    if width is None or text.count("\n", before[1], line[0]) > 1:
        return False
    last = text.rfind("\n", before[0], before[1]) + 1 or before[0]
    word = _FIRST_WORD.match(text, line[0], line[1])
    assert word is not None
    return before[1] - max(last, before[0]) + 1 + len(word[0]) > width

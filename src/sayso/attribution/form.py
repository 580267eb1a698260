"""Whether a content stands in quotation marks: direct, in part: mixed, or not at all: indirect."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.schema.attribution import Form
from sayso.text.quotation import Quotation, quotations

Stretch = tuple[int, int]

# "said that “we shall stay”": the conjunction belongs to the sentence around the quotation.
CONJUNCTION = re.compile(r"\W*that\b", re.IGNORECASE)
# Editors' insertions in a quotation: “[The bridge] is shut”.
LETTER = re.compile(r"\w")


def form(
    text: str,
    content: Sequence[Stretch],
    *,
    cue: Stretch | None = None,
    quoted: Sequence[Quotation] | None = None,
) -> Form:
    """The form of one content; an empty content is indirect.

    Args:
        text: the stored text.
        content: half-open character offsets of its pieces.
        cue: offsets of the cue: a quotation that holds the cue as well belongs to whoever tells it
            ("“He told me, ‘Go’,” she said"), and says nothing about this content.
        quoted: `quotations(text)`, where the caller has them; looked up once per document.
    """
    marks = quotations(text) if quoted is None else quoted
    inside = outside = False
    for start, end in _trimmed(text, content):
        stretches = _around(marks, start, end, cue)
        inside = inside or any(LETTER.search(text, max(start, a), min(end, b)) for a, b in stretches)
        outside = outside or _has_letters_outside(text, start, end, stretches)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _trimmed(text: str, content: Sequence[Stretch]) -> list[Stretch]:
    """The pieces without a leading "that"."""
    pieces = sorted(content)
    if not pieces:
        return []
    start, end = pieces[0]
    found = CONJUNCTION.match(text, start, end)
    return [(found.end() if found else start, end), *pieces[1:]]


def _around(marks: Sequence[Quotation], start: int, end: int, cue: Stretch | None) -> list[Stretch]:
    """Quotations that touch [start, end) and do not hold the cue, in reading order."""
    found: list[Stretch] = []
    for at in range(bisect_left(marks, end, key=lambda mark: mark.start) - 1, -1, -1):
        mark = marks[at]
        if mark.end > start and not _holds(mark, cue):
            found.append((mark.start, mark.end))
        if mark.depth == 0 and mark.end <= start:
            break
    return found[::-1]


def _holds(mark: Quotation, cue: Stretch | None) -> bool:
    """Whether the cue stands inside; a cue that is the opening mark itself does not."""
    return cue is not None and mark.start < cue[0] and cue[1] <= mark.end


def _has_letters_outside(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> bool:
    for opened, closed in stretches:
        if opened > start and LETTER.search(text, start, min(opened, end)):
            return True
        start = max(start, closed)
    return start < end and LETTER.search(text, start, end) is not None

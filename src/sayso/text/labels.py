"""Labels that announce an author's own word: "Editor's note", "Analysis by Jane Doe", "OPINION"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WHO = (
    r"(?:(?:the\s+)?(?:author|editor|writer|reporter|publisher|columnist|correspondent|translator)"
    r"s?['’]?s?['’]?|our)"
)
# The words of a note and of a kind of article, for patterns that ignore case.
NOTE = (
    rf"(?:{_WHO}\s+(?:comments?|notes?|views?|opinions?|remarks?|analysis|take)"
    r"|comment\s+by\s+the\s+(?:author|editor)|from\s+the\s+editors?)"
)
ANALYSIS = (
    r"(?:(?:news\s+)?analysis|opinion|commentary|comment|editorial|op-?ed|viewpoint|perspective"
    r"|our\s+view|point\s+of\s+view|guest\s+essay)"
)
_NAME = r"(?-i:[A-ZÀ-Þ])[\w.'’-]{0,30}(?:[ ](?:(?-i:[A-ZÀ-Þ])[\w.'’-]{0,30}|and|of|de|al|von|van|the)){0,7}"
_SIGNED = rf"(?:\s+by\s+{_NAME}(?:,[ ][^\n:|–—]{{1,40}}?)?)"
_OPENING = re.compile(
    rf"[\s*(\[]{{0,20}}(?P<label>{NOTE}|{ANALYSIS}(?:\s+(?:piece|column))?{_SIGNED}?)"
    r"(?:\W*\n|[ *)\]]*(?:[:|–—]|-\s|\.\s)[\s*]*|[\s*.)\]]*\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A label at the beginning of a stretch of text.

    Attributes:
        start, end: half-open characters of the label's words.
        after: where what it announces begins.
    """

    start: int
    end: int
    after: int


def opening_label(text: str, start: int, end: int) -> Opening | None:
    """The label with which `text[start:end]` begins, or None; any other words before a colon are text."""
    match = _OPENING.match(text, start, end)
    return Opening(*match.span("label"), match.end()) if match else None

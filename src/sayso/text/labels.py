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
# "[COMMUNIQUE] [NORTHERN FRONT] [TEXT]": what is broadcast is the word of whoever issued it, and the station
# that sent it vouches for none of it.
_HEADER = re.compile(
    r"\s*\[(?P<label>(?:station\s+|joint\s+)?(?:communiqu[eé]|statement|speech|address|commentary|editorial"
    r"|proclamation|manifesto|message|appeal))\]"
    r"(?:\s*\[(?!(?:text|excerpts?|summary)\])(?P<speaker>[^\[\]]{2,160})\])?"
    r"(?:\s*\[(?:text|excerpts?|summary)\])*\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A label at the beginning of a stretch of text.

    Attributes:
        start, end: half-open characters of the label's words, or of the speaker that it names.
        after: where what it announces begins.
        speaker: whether those words name who speaks.
    """

    start: int
    end: int
    after: int
    speaker: bool = False


def header_label(text: str, start: int, end: int) -> Opening | None:
    """The header in brackets with which `text[start:end]` begins where it announces somebody's own word."""
    match = _HEADER.match(text, start, end)
    if match is None:
        return None
    named = match["speaker"] is not None
    return Opening(*match.span("speaker" if named else "label"), match.end(), named)


def opening_label(text: str, start: int, end: int) -> Opening | None:
    """The label with which `text[start:end]` begins, or None; any other words before a colon are text."""
    match = _OPENING.match(text, start, end)
    return Opening(*match.span("label"), match.end()) if match else header_label(text, start, end)

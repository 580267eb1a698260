"""Words of others that stand without quotation marks: interviews, speeches and what a lead-in announces.

Whoever says "I think" there is somebody the text names, not its author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.commentary import is_label, is_labelled, is_note
from sayso.schema.document import PassageKind

# "TOLL: I think ...", "Q. Will it hold?"
_TURN = re.compile(
    r"\s*(?:[A-ZÀ-Þ][\w.’'-]{0,30}(?: [A-ZÀ-Þ][\w.’'-]{0,30}){0,4}(?: \([^)]{1,60}\))?:|[QA][.:])\s"
)
_ADDRESS = re.compile(
    r"\W{0,3}(?:(?:good\s+(?:morning|afternoon|evening)|thank\s+you|dear|distinguished|honou?rable),?\s"
    r"|ladies\s+and\s+gentlemen|m(?:r|adam|s)\.?\s+(?:speaker|chair|chairman|president|secretary)\b"
    r"|my\s+fellow\s|excellencies|friends,|comrades,|colleagues,)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:transcript|full\s+(?:text|speech|remarks)|q\s*(?:&|and)\s*a|in\s+(?:his|her|their)\s+own\s+words"
    r"|as\s+told\s+to|(?:remarks|speech|address|statement)\s+(?:by|of|from)|interview(?:\s+with)?)\b",
    re.IGNORECASE,
)
_TURNS = 2
_QUESTIONS = 3
_LONGEST_QUESTION = 400


def is_spoken(texts: Sequence[str], marks: Sequence[PassageKind | None]) -> bool:
    """Whether the story is a transcript: turns of speakers, questions and answers, or an address."""
    story = [text for text, mark in zip(texts, marks, strict=True) if mark is None]
    headlines = (text for text, mark in zip(texts, marks, strict=True) if mark == "headline")
    return (
        any(_SPOKEN.search(headline) for headline in headlines)
        or sum(map(is_turn, story)) >= _TURNS
        or sum(map(_asks, story)) >= _QUESTIONS
        or any(_ADDRESS.match(text) for text in story)
    )


def is_turn(paragraph: str) -> bool:
    """Whether a paragraph begins with its speaker ("TOLL: ..."); labels of the author do not count."""
    if _TURN.match(paragraph) is None:
        return False
    return not (is_label(paragraph) or is_labelled(paragraph) or is_note(paragraph))


def leads_in(paragraph: str) -> bool:
    """Whether a paragraph announces that somebody else speaks next: by a colon or a question."""
    return paragraph.rstrip().endswith((":", "?"))


def _asks(paragraph: str) -> bool:
    return len(paragraph) < _LONGEST_QUESTION and paragraph.rstrip().endswith("?")

"""What stands above a story: headline, standfirst, byline, date line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.bylines import is_byline
from sayso.reading.commentary import is_label, is_note
from sayso.reading.datelines import dateline_end
from sayso.reading.dates import is_date_line
from sayso.reading.headlines import is_headline
from sayso.schema.document import PassageKind

Marks = list[PassageKind | None]

_FULL_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_CERTAIN = re.compile(r"(?i:by|words by|published|updated|posted)\s|.*\d")
_FIRST_PARAGRAPHS = 12
_SUMMARY_WORDS = range(4, 61)
_SUMMARIES = 2


def mark_head(texts: Sequence[str], marks: Marks, *, marked: bool) -> None:
    """Marks the paragraphs above the first one of the body, in place.

    Args:
        texts: the paragraphs.
        marks: what is known of each of them, None where nothing is.
        marked: markup told the headings; none is guessed.
    """
    titled = marked
    for index in range(min(len(texts), _FIRST_PARAGRAPHS)):
        if marks[index] is not None or is_label(texts[index]) or is_note(texts[index]):
            continue
        kind = _line_kind(texts[index])
        # "Prices Hold Steady in Corrin" reads like a byline; the first line is a headline first.
        if not titled and (kind is None or not _CERTAIN.match(texts[index])) and _heads(texts, index):
            kind, titled = "headline", True
        if kind is None and "headline" in marks[:index] and _is_summary(texts, marks, index):
            kind = "summary"
        if kind is None:
            return
        marks[index] = kind


def _line_kind(line: str) -> PassageKind | None:
    if is_date_line(line):
        return "dateline"
    return "byline" if is_byline(line) else None


def _heads(texts: Sequence[str], index: int) -> bool:
    """A text of one paragraph has no headline: what a user types in is the story itself."""
    following = texts[index + 1 : index + 4]
    if not following:
        return False
    dated = next((text for text in following if dateline_end(text) is not None), None)
    return is_headline(texts[index], dated or max(following, key=len))


def _is_summary(texts: Sequence[str], marks: Marks, index: int) -> bool:
    """A standfirst stands between headline and byline or dateline, or has no full stop at its end."""
    text = texts[index]
    if marks[:index].count("summary") >= _SUMMARIES or len(text.split()) not in _SUMMARY_WORDS:
        return False
    if index + 1 >= len(texts) or dateline_end(text) is not None:
        return False
    if not _FULL_STOP.search(text):
        return len(text) < max(map(len, texts[index + 1 : index + 5]))
    return any(_opens_story(texts[at], marks[at]) for at in range(index + 1, min(index + 3, len(texts))))


def _opens_story(text: str, mark: PassageKind | None) -> bool:
    return mark in ("byline", "dateline") or _line_kind(text) is not None or dateline_end(text) is not None

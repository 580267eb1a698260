"""A stretch of a passage as its words, with a number where the passage has them more than once.

Annotations are written so for training: `said#2` is the second "said".
"""

from __future__ import annotations

import re

_NUMBERED = re.compile(r".*#\d+", re.DOTALL)


def stretch(text: str, start: int, end: int) -> str | None:
    """The words of half-open characters, None where they cannot be told: they begin within a word, or go
    over an edge of the text.
    """
    if not 0 <= start < end <= len(text):
        return None
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    words = words.strip()
    if not words:
        return None
    places = [match.start() for match in re.finditer(_whole(words), text)]
    if begin not in places:
        return None
    if len(places) == 1 and not _NUMBERED.fullmatch(words):
        return words
    return f"{words}#{places.index(begin) + 1}"


def _whole(words: str) -> str:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return before + re.escape(words) + after

"""Whether the first line of a text without markup is its headline."""

from __future__ import annotations

import re

from sayso.reading.datelines import dateline_end

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FULL_STOP = re.compile(r"[.…][\"'”’)\]]*$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘]?[A-Z]")
_SAID = re.compile(r"\b(?:said|told|added|according to|announced|reported)\b")
_LIST_ITEM = re.compile(r"[-*•–—]\s|\d+[.)]\s")
# Headlines drop articles; the first sentence of a story seldom gets through ten words without one.
_ARTICLE = re.compile(r"\b(?:the|a|an|was|were|had|been)\b", re.IGNORECASE)
_SMALL = frozenset(
    "a an and as at but by for from in into is nor of off on or over per than that the to up via vs "
    "with".split()
)
_MOST_WORDS = 30
_TITLE_WORDS = 20
_CAPITAL_SHARE = 0.75


def is_headline(line: str, following: str) -> bool:
    """Whether `line`, the first of a text, is a headline over `following`, the paragraph after it.

    Without a full stop a short line is one. With a full stop (some archives add one) it must also
    look like one: most words in capitals, or short, without articles, and over a longer paragraph.
    """
    words = _WORD.findall(line)
    if not 1 <= len(words) <= _MOST_WORDS or _LIST_ITEM.match(line) or line.endswith((",", ":", ";", "-")):
        return line.endswith(";") and 1 < len(words) <= _TITLE_WORDS
    if not _FULL_STOP.search(line):
        return (
            not (line.startswith(('"', "“")) and _SAID.search(line)) and len(line) < 1.2 * len(following) + 40
        )
    if len(words) > _TITLE_WORDS:
        return False
    if _is_title_case(words) or dateline_end(following) is not None:
        return True
    return not (_SENTENCE_END.search(line) or _ARTICLE.search(line) or _SAID.search(line)) and len(
        line
    ) < 0.8 * len(following)


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) > 2 and capitals >= _CAPITAL_SHARE * len(long)

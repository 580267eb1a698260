"""Where a paragraph turns into its author's own comment, and back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from sayso.reading.commentary import is_reported, voices
from sayso.reading.tails import Cut
from sayso.reading.transcripts import is_turn, leads_in
from sayso.text.quotation import without_quotations

_SENTENCE_START = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(]?[A-Z])")
# In longer paragraphs (whole articles run together) only the sentence is the author's comment.
_LONGEST_COMMENT = 900
# No newspaper prints a longer paragraph.
_LONGEST_SEARCHED = 200_000


def voice_cuts(text: str, *, before: str) -> list[Cut]:
    """Commentary where the author says "I think" outside quotation marks; `before`, the paragraph before.

    Where the paragraph tells what others said as well, only the sentence is the author's comment.
    """
    if len(text) > _LONGEST_SEARCHED or is_turn(text) or leads_in(before) or not voices(text):
        return []
    outside = _unquoted(text, before[-_LONGEST_SEARCHED:])
    own = list(_own_sentences(outside))
    if own and len(text) <= _LONGEST_COMMENT and not is_reported(outside):
        return [(0, "commentary")]
    cuts: list[Cut] = []
    for start, end in own:
        cuts += [(start, "commentary"), (end, "body")]
    return [cut for cut in cuts if cut[0] < len(text)]


def _own_sentences(outside: str) -> Iterator[tuple[int, int]]:
    """The sentences in which the author speaks and nobody is said to say something."""
    found = voices(outside)
    bounds = [0, *(match.end() for match in _SENTENCE_START.finditer(outside)), len(outside)]
    for start, end in pairwise(bounds if found else []):
        if bisect_left(found, start) < bisect_left(found, end) and not is_reported(outside[start:end]):
            yield start, end


def _unquoted(text: str, before: str) -> str:
    """The paragraph, its quotations blanked; the first of them may have begun in the paragraph before."""
    return without_quotations(f"{before}\n\n{text}")[-len(text) :]

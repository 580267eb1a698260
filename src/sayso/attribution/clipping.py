"""Keep what is said within the passages in which it is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.linking import Link, Words
from sayso.linguistics.syntax import runs
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document

# Nobody says a byline or a share button, whatever stands around it.
_SAID_BY_NOBODY = frozenset(("byline", "dateline", "boilerplate"))


def clipped(document: Document, analysis: Analysis, links: Sequence[Link]) -> Iterator[Link]:
    """The links without the words of bylines, datelines and boilerplate.

    A headline or a standfirst ends what is said in it.
    """
    starts: list[int] = analysis.starts.tolist()
    bounds = [(p.kind, bisect_left(starts, p.start), bisect_left(starts, p.end)) for p in document.passages]
    mute = {word for kind, first, last in bounds if kind in _SAID_BY_NOBODY for word in range(first, last)}
    heads = [(first, last) for kind, first, last in bounds if kind in ("headline", "summary")]
    for one in links:
        first, last = _room(one, heads, len(analysis))
        words = {word for part in one.contents for word in range(*part)} - mute
        kept = runs({word for word in words if first <= word < last})
        if kept:
            yield replace(one, contents=tuple(kept))


def _room(one: Link, heads: Sequence[Words], words: int) -> Words:
    """Where the content of a link may stand: in its headline, or below the last one above it."""
    at = one.cue[0] if one.cue else one.contents[0][0]
    above = bisect_right(heads, at, key=lambda head: head[0]) - 1
    if above < 0:
        return 0, words
    first, last = heads[above]
    return (first, last) if at < last else (last, words)

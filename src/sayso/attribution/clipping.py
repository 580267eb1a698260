"""Keep what is said within the passages in which it is said."""

from __future__ import annotations

from bisect import bisect_left
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
        room = _room(one, heads, len(analysis))
        words = {word for part in one.contents for word in range(*part)} - mute
        kept = runs({word for word in words if room[0] <= word < room[1]})
        if kept:
            yield replace(one, contents=tuple(kept))


def _room(one: Link, heads: Sequence[Words], words: int) -> Words:
    """Where the content of a link may stand: in its headline, or below all headlines."""
    at = one.cue[0] if one.cue else one.contents[0][0]
    for first, last in heads:
        if first <= at < last:
            return first, last
    above = [last for _, last in heads if last <= at]
    return max(above, default=0), words

"""Headlines that name who says it behind a dash or before a colon: "Army shelled market – monitors"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribution.linking import Link, Words
from sayso.lexicon.agents import agents
from sayso.lexicon.words import plain
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document
from sayso.text.paragraphs import paragraphs

_DASHES = frozenset(("–", "—", "-", "--"))
_STOPS = frozenset(".!?…:;”\"'’")
# A headline is short, and so is the source that it has room for.
_LONGEST = 20  # words
_SOURCE = 4


def headline_links(document: Document, analysis: Analysis, links: Sequence[Link]) -> Iterator[Link]:
    """A link for each headline of this kind that no other link has a word of."""
    taken = {word for one in links for part in one.parts() for word in range(*part)}
    for first, last in _headlines(document, analysis):
        link = _behind_dash(analysis, first, last) or _before_colon(analysis, first, last)
        if link is not None and taken.isdisjoint(range(first, last)):
            yield link


def _headlines(document: Document, analysis: Analysis) -> Iterator[Words]:
    """The words of the headlines, and of short lines without a full stop."""
    named = {passage.start for passage in document.passages if passage.kind == "headline"}
    for start, end in paragraphs(document.text):
        first = int(analysis.starts.searchsorted(start))
        last = int(analysis.starts.searchsorted(end))
        ends = document.text[start:end].rstrip()[-1:]
        if 2 < last - first <= _LONGEST and (start in named or ends not in _STOPS):
            yield first, last


def _behind_dash(analysis: Analysis, first: int, last: int) -> Link | None:
    for at in range(last - 2, first + 1, -1):
        if analysis.word(at) in _DASHES:
            fits = last - at - 1 <= _SOURCE and _is_somebody(analysis, at + 1, last)
            return Link((at, at + 1), (at + 1, last), ((first, at),)) if fits else None
    return None


def _before_colon(analysis: Analysis, first: int, last: int) -> Link | None:
    for at in range(first + 1, min(first + _SOURCE + 1, last - 2)):
        if analysis.word(at) == ":" and _is_somebody(analysis, first, at):
            return Link((at, at + 1), (first, at), ((at + 1, last),))
    return None


def _is_somebody(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words end in somebody who can speak: an agent noun, or a name that the encoder sees."""
    if plain(analysis.word(last - 1)) in agents():
        return True
    kinds = ("Person", "Organisation")
    return any(m.first <= first and m.last >= last and m.kind in kinds for m in analysis.mentions)

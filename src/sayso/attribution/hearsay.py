"""Words that put a clause on somebody's word without saying whose: "reportedly", "allegedly".

The author who writes them vouches for nothing, so what they stand by must not pass for the author's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribution.linking import Link
from sayso.lexicon.cues import find_cue
from sayso.linguistics.syntax import Syntax, runs

_CLAUSES = ("VERB", "AUX", "ADJ", "NOUN", "PROPN")
# What stands beside the clause, not in it.
_BESIDE = ("conj", "cc", "mark", "parataxis", "punct", "advcl")


def hearsay_links(syntax: Syntax, links: Sequence[Link]) -> Iterator[Link]:
    """A link without a source for each such word that is nobody's cue yet."""
    cues = {word for one in links if one.cue for word in range(*one.cue)}
    for word, tag in enumerate(syntax.analysis.upos):
        if tag == "ADV" and word not in cues and _is_hearsay(syntax.analysis.word(word)):
            contents = runs(_clause(syntax, word))
            if contents:
                yield Link((word, word + 1), None, tuple(contents))


def _is_hearsay(word: str) -> bool:
    if not word.casefold().endswith("ly"):
        return False
    match = find_cue([word], upos=("ADV",))
    return match is not None and match.cue.kind == "adverb" and match.cue.attitude == "assertion"


def _clause(syntax: Syntax, word: int) -> set[int]:
    """The words of the clause that the adverb stands in, itself and what is joined to the clause left out."""
    head = syntax.head(word)
    if head < 0 or syntax.analysis.upos[head] not in _CLAUSES:
        return set()
    beside = {d for d in syntax.dependents(head, *_BESIDE) if d != head and _is_beside(syntax, d, head)}
    return set(syntax.subtree(head, without={word, *beside}))


def _is_beside(syntax: Syntax, word: int, head: int) -> bool:
    """A clause of time or reason after the verb is part of what is told; one before it may not be."""
    return syntax.relation(word) != "advcl" or word < head

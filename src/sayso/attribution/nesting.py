"""Hearsay inside hearsay: who is said to have said what, found in the content of another attribution.

No corpus annotates these, so the encoder learnt only to see cues and sources wherever they stand;
what belongs to them is read off the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribution.linking import Link, Words, likeliest_sources
from sayso.linguistics.syntax import Syntax, runs
from sayso.schema.analysis import Analysis

# "said that …", "asked whether …", "wants to leave", "found these atrocities inexcusable"
_COMPLEMENTS = ("ccomp", "xcomp", "csubj")
# "The hard part, I think, is in front of us": the cue hangs on what it tells
_ASIDES = ("parataxis", "advcl", "discourse")
_SUBJECTS = ("nsubj", "csubj")


def nested_links(analysis: Analysis, syntax: Syntax, outer: Link) -> list[Link]:
    """The attributions one level down in the content of `outer`, in the order of their cues."""
    found = []
    sources = [
        (first, last)
        for first, last, kind in analysis.nested
        if kind == "source" and _within(outer, first, last)
    ]
    for first, last, kind in analysis.nested:
        if kind == "cue" and _within(outer, first, last):
            link = _complete(analysis, syntax, outer, (first, last), sources)
            if link is not None:
                found.append(link)
    return found


def _within(outer: Link, first: int, last: int) -> bool:
    return any(begin <= first and last <= end for begin, end in outer.contents)


def _complete(
    analysis: Analysis, syntax: Syntax, outer: Link, cue: Words, sources: Sequence[Words]
) -> Link | None:
    top = syntax.top(cue)
    (source,) = likeliest_sources(analysis.cue_source, [cue], sources)
    inside = [word for begin, end in outer.contents for word in range(begin, end)]
    content = _content(syntax, top, cue, source) & set(inside)
    kept = _trimmed(syntax, content)
    if not kept:
        return None
    return Link(cue, source, tuple(kept))


def _content(syntax: Syntax, top: int, cue: Words, source: Words | None) -> set[int]:
    """The words that a cue tells: its complement, or else the clause that it is set into."""
    own = set(range(*cue)) | (set(range(*source)) if source else set())
    complements = [d for d in _below(syntax, cue, _COMPLEMENTS) if d not in own]
    if complements:
        return {word for c in complements for word in syntax.subtree(c, without=own)}
    if syntax.analysis.upos[top] == "NOUN":
        return {
            w
            for d in syntax.dependents(top, "acl", "nmod", "ccomp")
            if d not in own
            for w in syntax.subtree(d)
        }
    if syntax.relation(top) in _ASIDES or syntax.relation(top) in ("obl", "case", "advmod"):
        clause = _clause_above(syntax, top)
        if clause is not None:
            cut = _branch(syntax, top, clause)
            return set(syntax.subtree(clause, without={cut})) - own
    return {
        w for d in syntax.dependents(top, "obj", "obl", "advcl") if d not in own for w in syntax.subtree(d)
    } - own


def _below(syntax: Syntax, cue: Words, relations: Sequence[str]) -> Iterator[int]:
    for word in range(*cue):
        yield from syntax.dependents(word, *relations)


def _clause_above(syntax: Syntax, word: int) -> int | None:
    """The nearest verb, or root, above a word."""
    for node in syntax.ancestors(word):
        if syntax.analysis.upos[node] in ("VERB", "AUX", "ADJ") or syntax.head(node) < 0:
            return node
    return None


def _branch(syntax: Syntax, word: int, above: int) -> int:
    """The dependent of `above` through which `word` hangs on it."""
    while syntax.head(word) != above:
        word = syntax.head(word)
    return word


def _trimmed(syntax: Syntax, words: set[int]) -> list[Words]:
    """Runs of words without the punctuation at their edges; runs of nothing else fall out."""
    upos = syntax.analysis.upos
    kept = []
    for first, last in runs(words):
        while first < last and upos[first] == "PUNCT" and syntax.analysis.word(first) not in _MARKS:
            first += 1
        while first < last and upos[last - 1] == "PUNCT" and syntax.analysis.word(last - 1) not in _MARKS:
            last -= 1
        if any(upos[word] != "PUNCT" for word in range(first, last)):
            kept.append((first, last))
    return kept


_MARKS = frozenset('“”"‘’')

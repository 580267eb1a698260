"""Hearsay inside hearsay: who is said to have said what, found in the content of another attribution.

No corpus annotates these. The encoder learnt to see cues and sources wherever they stand; verbs and nouns
of saying, thinking and wanting that govern a clause are found by the lexicon; what belongs to a cue is
read off the tree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.attribution.attitude import cue_place
from sayso.attribution.linking import Link, Words, likeliest_sources
from sayso.lexicon.cues import find_cue
from sayso.linguistics.syntax import Syntax, runs
from sayso.schema.analysis import Analysis

# "said that …", "asked whether …", "wants to leave", "find the delay unbearable"
_COMPLEMENTS = ("ccomp", "xcomp", "csubj")
# "the fear that …", "a plan to …"
_OF_NOUNS = ("acl", "ccomp")
# "The worst, I fear, is still to come": the cue hangs on what it tells
_ASIDES = ("parataxis", "discourse")
_CLAUSES = ("VERB", "AUX", "ADJ")
_MARKS = frozenset('“”"‘’')
# What somebody does or how something looks is no saying: "they tried to leave the pier", "it appeared over",
# "the road was cut, meaning that no lorry came".
_ACTS = frozenset(("attempt", "try", "manage", "appear", "seem", "pretend", "mean", "prove", "fail"))


def nested_links(analysis: Analysis, syntax: Syntax, outer: Link) -> list[Link]:
    """The attributions inside the content of `outer`, however deep, in the order of their cues."""
    inside = {word for begin, end in outer.contents for word in range(begin, end)}
    tagged = [span for part in outer.contents for span in _between(analysis.nested, part)]
    cues = [(first, last) for first, last, kind in tagged if kind == "cue"]
    sources = [(first, last) for first, last, kind in tagged if kind == "source"]
    seen = {word for cue in cues for word in range(*cue)}
    cues += [(word, word + 1) for word in sorted(inside - seen) if _governs_clause(syntax, word)]
    links = (_complete(analysis, syntax, cue, sources, inside) for cue in sorted(cues))
    return [link for link in links if link is not None]


def lone_links(analysis: Analysis, syntax: Syntax, links: Sequence[Link]) -> list[Link]:
    """Attributions whose cue the encoder tagged without telling what is said: the tree tells it."""
    taken = {word for one in links for part in one.parts() for word in range(*part)}
    begins: list[int] = analysis.sentences[:, 0].tolist()
    found = []
    for first, last, kind in analysis.roles:
        if kind != "cue" or not taken.isdisjoint(range(first, last)) or not _is_saying(syntax, (first, last)):
            continue
        begin, end = analysis.sentences[bisect_right(begins, first) - 1].tolist()
        sources = [(a, b) for a, b, role in _between(analysis.roles, (begin, end)) if role == "source"]
        link = _complete(analysis, syntax, (first, last), sources, set(range(begin, end)) - taken)
        if link is not None and link.source is not None and _has_verb(syntax, link):
            found.append(link)
    return found


def _has_verb(syntax: Syntax, one: Link) -> bool:
    return any(syntax.analysis.upos[word] == "VERB" for part in one.contents for word in range(*part))


def _is_saying(syntax: Syntax, cue: Words) -> bool:
    return any(_is_cue(syntax, word, "verb") for word in range(*cue))


def _between(spans: Sequence[tuple[int, int, str]], words: Words) -> Sequence[tuple[int, int, str]]:
    """The spans that begin inside the words; spans stand in reading order."""
    first, last = (bisect_left(spans, word, key=lambda span: span[0]) for word in words)
    return spans[first:last]


def _governs_clause(syntax: Syntax, word: int) -> bool:
    """Whether a word is a cue of the lexicon with a clause that it tells, or set into one as an aside."""
    tag = syntax.analysis.upos[word]
    if tag == "VERB":
        clauses = syntax.dependents(word, "ccomp", "xcomp")
        aside = syntax.relation(word) in _ASIDES and bool(syntax.dependents(word, "nsubj"))
        return (bool(clauses) or aside) and _is_cue(syntax, word, "verb")
    return (
        tag == "NOUN"
        and any(_is_told(syntax, d) for d in syntax.dependents(word, *_OF_NOUNS))
        and _is_cue(syntax, word, "noun")
    )


def _is_told(syntax: Syntax, word: int) -> bool:
    """Whether a clause under a noun says what the noun is about: "that …" or "to …"."""
    return syntax.analysis.deprels[word] != "acl:relcl" and any(
        syntax.analysis.word(mark).casefold() in ("that", "to") for mark in syntax.dependents(word, "mark")
    )


def _is_cue(syntax: Syntax, word: int, kind: str) -> bool:
    match = find_cue([syntax.analysis.word(word)], upos=(syntax.analysis.upos[word],))
    return match is not None and match.cue.kind == kind and match.cue.phrase not in _ACTS


def _complete(
    analysis: Analysis, syntax: Syntax, cue: Words, sources: Sequence[Words], inside: set[int]
) -> Link | None:
    source = _subject(syntax, cue, inside)
    if source is None and not _is_passive(syntax, syntax.top(cue)):
        (source,) = likeliest_sources(analysis.cue_source, [cue], sources)
    own = set(range(*cue)) | (set(range(*source)) if source else set())
    kept = _trimmed(syntax, (_content(syntax, cue, own) - own) & inside)
    return Link(cue, source, tuple(kept)) if kept else None


def _subject(syntax: Syntax, cue: Words, inside: set[int]) -> Words | None:
    """The source that the tree gives: the subject of the verb, its agent, or the owner of the noun."""
    top = syntax.top(cue)
    if syntax.analysis.upos[top] == "NOUN":
        return _phrase(syntax, syntax.dependents(top, "nmod"), inside, relation="nmod:poss")
    agents = _phrase(syntax, syntax.dependents(top, "obl"), inside, relation="obl:agent")
    if agents is not None or _is_passive(syntax, top):
        return agents
    holder = top
    while not syntax.dependents(holder, "nsubj") and syntax.relation(holder) in ("conj", "xcomp"):
        holder = syntax.head(holder)
    return _phrase(syntax, syntax.dependents(holder, "nsubj"), inside, relation="nsubj")


def _is_passive(syntax: Syntax, word: int) -> bool:
    return any(syntax.analysis.deprels[d] in ("nsubj:pass", "aux:pass") for d in syntax.dependents(word))


def _phrase(syntax: Syntax, heads: Sequence[int], inside: set[int], *, relation: str) -> Words | None:
    """The phrase around the first of these words with this relation, its preposition left out."""
    for head in heads:
        if head in inside and syntax.analysis.deprels[head] == relation:
            cut = {d for d in syntax.dependents(head, "case", "punct") if d < head or relation == "nmod:poss"}
            words = [run for run in runs(syntax.subtree(head, without=cut)) if run[0] <= head < run[1]]
            return words[0]
    return None


def _content(syntax: Syntax, cue: Words, own: set[int]) -> set[int]:
    """The words that a cue tells: its complement, or else the clause that it is set into."""
    top = syntax.top(cue)
    if syntax.analysis.upos[top] == "NOUN":
        return _under(syntax, syntax.dependents(top, "acl", "nmod", "ccomp"), own)
    complements = [d for word in range(*cue) for d in syntax.dependents(word, *_COMPLEMENTS) if d not in own]
    if complements:
        # "forty crates are thought to have been lost": the subject is part of what is believed
        raised = [d for d in syntax.dependents(top, "nsubj") if syntax.analysis.deprels[d] == "nsubj:pass"]
        objects = syntax.dependents(top, "obj") if syntax.relation(complements[0]) == "xcomp" else []
        hearer = cue_place([syntax.analysis.word(word) for word in range(*cue)]) == "oblique"
        return _under(syntax, [*complements, *objects, *([] if hearer else raised)], own)
    if syntax.relation(top) in (*_ASIDES, "obl", "case", "advmod", "advcl"):
        clause = next((n for n in syntax.ancestors(top) if syntax.analysis.upos[n] in _CLAUSES), None)
        if clause is not None:
            return set(syntax.subtree(clause, without={_branch(syntax, top, clause)}))
    return _under(syntax, syntax.dependents(top, "obj", "obl", "advcl"), own)


def _under(syntax: Syntax, heads: Sequence[int], own: set[int]) -> set[int]:
    return {word for head in heads if head not in own for word in syntax.subtree(head, without=own)}


def _branch(syntax: Syntax, word: int, above: int) -> int:
    """The dependent of `above` through which `word` hangs on it."""
    while syntax.head(word) != above:
        word = syntax.head(word)
    return word


def _trimmed(syntax: Syntax, words: set[int]) -> list[Words]:
    """Runs of words without the punctuation at their edges; runs of nothing else fall out."""
    kept = []
    for first, last in runs(words):
        while first < last and _is_edge(syntax, first):
            first += 1
        while first < last and _is_edge(syntax, last - 1):
            last -= 1
        if any(syntax.analysis.upos[word] != "PUNCT" for word in range(first, last)):
            kept.append((first, last))
    return kept


def _is_edge(syntax: Syntax, word: int) -> bool:
    return syntax.analysis.upos[word] == "PUNCT" and syntax.analysis.word(word) not in _MARKS

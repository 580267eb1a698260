"""Contents from the first to the last word of what is said, where the tags stop short.

The encoder decides word by word, so a content may end on an article ("has asked for a") or leave out a
word in its middle. Its tree knows which words belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.linking import Link, Words
from sayso.lexicon.words import plain
from sayso.linguistics.syntax import Syntax, runs

# Words that only open a phrase: whoever says "a" says what it is an article of.
_OPENING = frozenset(
    ("det", "case", "amod", "nummod", "compound", "mark", "cc", "nmod", "aux", "cop", "nsubj", "advmod")
)
# "the prisoners [were] taken": more words than this between two pieces were left out on purpose.
GAP = 6
_STOPS = frozenset((",", ".", ";", ":", "–", "—"))
# A phrase nested deeper than this is taken as it stands.
DEEPEST = 8


def completed(syntax: Syntax, links: Sequence[Link]) -> Iterator[Link]:
    """The links with their contents closed over gaps and up to the end of a phrase."""
    taken = {w for one in links for part in one.parts() for w in range(*part)}
    for one in links:
        one = _whole_clause(syntax, one, taken)
        whole = [(first, _end(syntax, last, taken)) for first, last in _closed(one.contents, taken)]
        yield replace(one, contents=tuple(whole))


def _whole_clause(syntax: Syntax, one: Link, taken: set[int]) -> Link:
    """The link with its clause: "Halvane endorsed the plan, according to them" tells of more than a plan."""
    if one.cue is None or one.source is None or plain(syntax.analysis.word(one.cue[0])) != "according":
        return one
    told = {word for part in one.contents for word in range(*part)}
    clause = _clause(syntax, syntax.top(one.source))
    if clause is None or clause in told:
        return one
    own = {word for part in (one.cue, one.source) for word in range(*part)}
    words = set(syntax.subtree(clause)) - set(syntax.subtree(syntax.top(one.source))) - own
    if not told <= words or not (taken - told - own).isdisjoint(words):
        return one
    kept = [run for run in runs(words) if any(syntax.analysis.upos[word] != "PUNCT" for word in range(*run))]
    return replace(one, contents=tuple(_unstopped(syntax, run) for run in kept))


def _clause(syntax: Syntax, word: int) -> int | None:
    """The verb of the clause that a word stands in, or None."""
    return next((node for node in syntax.ancestors(word) if syntax.analysis.upos[node] == "VERB"), None)


def _unstopped(syntax: Syntax, words: Words) -> Words:
    """Without the comma or full stop at either end."""
    first, last = words
    while last - first > 1 and syntax.analysis.word(last - 1) in _STOPS:
        last -= 1
    while last - first > 1 and syntax.analysis.word(first) in _STOPS:
        first += 1
    return first, last


def _closed(contents: Sequence[Words], taken: set[int]) -> list[Words]:
    """The pieces of a content, joined where nothing but a few words that nobody says lies between."""
    closed = [contents[0]]
    for first, last in contents[1:]:
        gap = range(closed[-1][1], first)
        if len(gap) <= GAP and taken.isdisjoint(gap):
            closed[-1] = (closed[-1][0], last)
        else:
            closed.append((first, last))
    return closed


def _end(syntax: Syntax, last: int, taken: set[int]) -> int:
    """Where the phrase ends that the word before `last` opens, not reaching into another's words."""
    for _ in range(DEEPEST):
        head = syntax.head(last - 1)
        if (
            syntax.relation(last - 1) not in _OPENING
            or head < last
            or not taken.isdisjoint(range(last, head + 1))
        ):
            break
        last = head + 1
    return last

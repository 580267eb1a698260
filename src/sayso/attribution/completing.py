"""Contents from the first to the last word of what is said, where the tags stop short.

The encoder decides word by word, so a content may end on an article ("has asked for a") or leave out a
word in its middle. Its tree knows which words belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.linking import Link, Words
from sayso.linguistics.syntax import Syntax

# Words that only open a phrase: whoever says "a" says what it is an article of.
_OPENING = frozenset(
    ("det", "case", "amod", "nummod", "compound", "mark", "cc", "nmod", "aux", "cop", "nsubj", "advmod")
)
# "the prisoners [were] taken": more words than this between two pieces were left out on purpose.
GAP = 6
# A phrase nested deeper than this is taken as it stands.
DEEPEST = 8


def completed(syntax: Syntax, links: Sequence[Link]) -> Iterator[Link]:
    """The links with their contents closed over gaps and up to the end of a phrase."""
    taken = {w for one in links for part in one.parts() for w in range(*part)}
    for one in links:
        whole = [(first, _end(syntax, last, taken)) for first, last in _closed(one.contents, taken)]
        yield replace(one, contents=tuple(whole))


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

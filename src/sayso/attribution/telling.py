"""Tell sayings from acts: "criticised the minister", "backed the militia" put nothing on anybody's word.

PolNeAR marks likes, decrees and blows beside what is said; whoever reads for claims wants them apart. A cue
that the lexicon knows is a saying, and so is one that governs a clause or a quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.attribution.linking import Link
from sayso.lexicon.cues import find_cue
from sayso.schema.analysis import Analysis

_VERBS = ("VERB", "AUX")
_MARKS = frozenset('“”"')
_BRACKETS = frozenset("[]()")


def sayings(analysis: Analysis, links: Iterable[Link]) -> Iterator[Link]:
    """The links that put words, a thought or a wish on somebody's word."""
    told = (one for one in links if not _is_bracket(analysis, one))
    return (one for one in told if _is_known(analysis, one) or _is_clause(analysis, one))


def _is_bracket(analysis: Analysis, one: Link) -> bool:
    """Whether the cue is no word: brackets set a speaker apart, "[TEXT]" or an editor's addition as well."""
    return one.cue is not None and _BRACKETS.issuperset(analysis.word(word) for word in range(*one.cue))


def _is_known(analysis: Analysis, one: Link) -> bool:
    if one.cue is None:
        return True
    words = [analysis.word(word) for word in range(*one.cue)]
    return find_cue(words, upos=analysis.upos[one.cue[0] : one.cue[1]]) is not None


def _is_clause(analysis: Analysis, one: Link) -> bool:
    words = (word for part in one.contents for word in range(*part))
    return any(analysis.upos[word] in _VERBS or analysis.word(word) in _MARKS for word in words)

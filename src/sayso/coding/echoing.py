"""Words that name no event of their own, but one told before: "this crime", "the incident", "claimed it"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.lexicon.words import plain
from sayso.linguistics.syntax import Syntax

_NOUNS = frozenset(
    "action actions incident incidents crime crimes act acts deed operation event events explosion explosions"
    " blast blasts death deaths tragedy outrage atrocity attack attacks assault raid bombing bombings murder"
    " murders killing killings kidnapping assassination massacre".split()
)
_PRONOUNS = frozenset(("it", "this", "them", "these"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))


def echoes(syntax: Syntax, taken: Collection[int]) -> Iterator[int]:
    """The words that may be such, in reading order; those in `taken` name events themselves."""
    analysis = syntax.analysis
    for word, tag in enumerate(analysis.upos):
        known = _NOUNS if tag == "NOUN" else _PRONOUNS if tag == "PRON" else frozenset()
        if word not in taken and plain(analysis.word(word)) in known:
            yield word


def is_definite(syntax: Syntax, word: int) -> bool:
    """Whether it means one told before: "this crime"; "a crime" may be any."""
    determiners = {plain(syntax.analysis.word(d)) for d in syntax.dependents(word, "det")}
    return syntax.analysis.upos[word] == "PRON" or not _DEFINITE.isdisjoint(determiners)

"""What a word may be a form of, by the table of irregular forms and by regular endings."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from sayso.codebook.forms import regular_lemmas
from sayso.lexicon.words import lemmas, plain


@lru_cache(maxsize=65_536)
def forms(word: str) -> frozenset[str]:
    """The word as it is and every lemma that it may be a form of, in small letters."""
    return frozenset((*lemmas(plain(word)), *regular_lemmas(plain(word))))


def is_form(word: str, wanted: Set[str]) -> bool:
    """Whether a word is a form of one of the wanted lemmas."""
    return not forms(word).isdisjoint(wanted)

"""Small words around a cue: auxiliaries, negators, words of asking and of withholding."""

from __future__ import annotations

from functools import cache

from sayso.lexicon.table import table
from sayso.lexicon.words import has_lemma


@cache
def words_for(role: str) -> frozenset[str]:
    """The words that play one role in `resources/lexicon/cue_grammar.yaml`, such as "negators"."""
    return frozenset(table("grammar")[role])


def is_auxiliary(word: str) -> bool:
    return has_lemma(word, words_for("auxiliaries"))


def is_negator(word: str) -> bool:
    return word in words_for("negators")


def is_aside(word: str) -> bool:
    """Whether the word only says when, how or how often ("repeatedly", "also")."""
    return word in words_for("asides") or (word.endswith("ly") and len(word) > 4)

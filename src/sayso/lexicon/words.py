"""Words as the tables spell them: lower case, one apostrophe, contractions apart, and their lemmas."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.lexicon.table import table

APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """The word in lower case with straight apostrophes."""
    return word.translate(APOSTROPHES).lower()


def split_words(words: Iterable[str]) -> list[str]:
    """Plain words, with "didn't" and "cannot" as two, whichever way the tokens were cut."""
    found: list[str] = []
    for word in map(plain, words):
        if word.endswith("n't"):
            found += [word[:-3], "not"] if len(word) > 3 else ["not"]
        elif word == "cannot":
            found += ["can", "not"]
        elif word:
            found.append(word)
    return found


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return {form: tuple(lemmas) for form, lemmas in table("forms").items()}


def lemmas(word: str) -> tuple[str, ...]:
    """The word itself and every lemma it may be a form of; `word` is plain. Never empty."""
    return (word, *_forms().get(word, ()))


def is_past_form(word: str) -> bool:
    """Whether the plain word ends as the past does, or is an irregular form and not of the present."""
    return word.endswith("ed") or (len(lemmas(word)) > 1 and not word.endswith(("s", "ing")))


def has_lemma(word: str, wanted: frozenset[str]) -> bool:
    """Whether the plain word is a form of one of the wanted lemmas."""
    return word in wanted or any(lemma in wanted for lemma in _forms().get(word, ()))

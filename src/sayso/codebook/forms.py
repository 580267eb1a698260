"""From a form to the words it may be a form of: regular English endings, and a table for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
SHORTEST = 2
APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """The word in lower case with straight apostrophes."""
    return word.translate(APOSTROPHES).lower()


def _of_s(word: str) -> Iterator[str]:
    """Of a plural or third person: tanks, crashes, armies."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]


def _of_ending(word: str, ending: str) -> Iterator[str]:
    """Of -ed or -ing: attacked, raided, planned, seized, allied."""
    stem = word[: -len(ending)]
    yield stem
    yield stem + "e"
    if len(stem) > SHORTEST and stem[-1] == stem[-2] and stem[-1] in CONSONANTS:
        yield stem[:-1]
    if ending == "ed" and stem.endswith("i"):
        yield stem[:-1] + "y"
    if ending == "ing" and stem.endswith("y"):
        yield stem[:-1] + "ie"


@lru_cache(maxsize=16_384)
def regular_lemmas(word: str) -> tuple[str, ...]:
    """The plain word and every spelling that regular endings could have made it from; few are words."""
    found = [word, *_of_s(word)]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + SHORTEST - 1:
            found += _of_ending(word, ending)
    return tuple(dict.fromkeys(one for one in found if len(one) >= SHORTEST or one == word))


def lemmas(word: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The plain word and every lemma that it may be a form of; callers keep those they know."""
    known = irregular.get(word)
    return tuple(dict.fromkeys(regular_lemmas(word) + known)) if known else regular_lemmas(word)

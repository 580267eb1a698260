"""Words as a search compares them: without case, without accents, without marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’]")
# "Lorn's" is found as "Lorn".
_POSSESSIVE = re.compile(r"['’][sS]$")


def fold(text: str) -> str:
    """Small letters without accents: "Élysée" -> "elysee"."""
    if text.isascii():
        return text.lower()
    # twice, since some signs are letters only when they are taken apart: "℡" is "TEL"
    taken_apart = unicodedata.normalize("NFKD", text).casefold()
    parts = unicodedata.normalize("NFKD", taken_apart)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of a text as they are written, in their order."""
    return _WORD.findall(text)


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return [folded for word in words(text) if (folded := folded_word(word))]


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The same, each with its half-open characters in the text."""
    found = ((folded_word(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))
    return [(word, start, end) for word, start, end in found if word]


@lru_cache(maxsize=1 << 16)
def folded_word(word: str) -> str:
    """One word; news repeats its words, so most were folded before."""
    folded = _APOSTROPHE.sub("", fold(_POSSESSIVE.sub("", word)))
    return folded if folded.isalnum() else "".join(letter for letter in folded if letter.isalnum())


def slug(text: str) -> str:
    """The words joined with "-", for a value that is compared as a whole."""
    return "-".join(folded_words(text))

"""Words as a search compares them: without case, without accents, without marks."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’]")
# "Lorn's" is found as "Lorn".
_POSSESSIVE = re.compile(r"['’]s$")


def fold(text: str) -> str:
    """Small letters without accents: "Élysée" -> "elysee"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return [folded for folded, _, _ in placed_words(text)]


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The same, each with its half-open characters in the text."""
    found = []
    for match in _WORD.finditer(text):
        word = _APOSTROPHE.sub("", fold(_POSSESSIVE.sub("", match[0])))
        word = "".join(letter for letter in word if letter.isalnum())
        if word:
            found.append((word, match.start(), match.end()))
    return found


def slug(text: str) -> str:
    """The words joined with "-", for a value that is compared as a whole."""
    return "-".join(folded_words(text))

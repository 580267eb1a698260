"""Hedges: the words that leave open whether something is so ("may", "reportedly", "is believed")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.lexicon.table import table
from sayso.lexicon.words import plain

# "May" is a month: it hedges in small letters only.
_SMALL_LETTERS_ONLY = frozenset(("may",))


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of a hedge -> all its words, longest hedges first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("hedges"):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def hedges_in(words: Sequence[str]) -> tuple[str, ...]:
    """Every hedge in the words in lower case and in their order, each once, the longest at each place."""
    lowered = [plain(word) for word in words]
    found: list[str] = []
    at = 0
    while at < len(lowered):
        phrase = _longest_at(words, lowered, at)
        found += [" ".join(phrase)] if phrase else []
        at += len(phrase) or 1
    return tuple(dict.fromkeys(found))


def _longest_at(words: Sequence[str], lowered: Sequence[str], at: int) -> tuple[str, ...]:
    """The words of the hedge that begins here, () for none."""
    if lowered[at] in _SMALL_LETTERS_ONLY and words[at] != lowered[at]:
        return ()
    phrases = _by_first_word().get(lowered[at], ())
    return next((phrase for phrase in phrases if tuple(lowered[at : at + len(phrase)]) == phrase), ())

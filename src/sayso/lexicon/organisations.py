"""Organisations: names known without help, words that tell what a name belongs to, and modifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sayso.lexicon.table import table
from sayso.lexicon.words import plain
from sayso.schema.attribution import Affiliation

LONGEST = 7
# Acronyms that are common words or names in other letters: "who", "us", "mit".
CAPITALS_ONLY = frozenset(
    (
        "un",
        "eu",
        "au",
        "who",
        "mit",
        "ap",
        "ria",
        "rt",
        "ard",
        "isi",
        "eta",
        "ira",
        "mod",
        "oas",
        "sana",
        "mena",
        "pla",
    )
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known organisation at words [start, end); country is alpha-3 or None."""

    start: int
    end: int
    affiliation: Affiliation
    country: str | None


def organisations_in(words: Sequence[str]) -> tuple[Organisation, ...]:
    """Every organisation of the lexicon in the words, longest first at each place."""
    lowered = [plain(word) for word in words]
    found: list[Organisation] = []
    at = 0
    while at < len(words):
        hit = _longest_at(words, lowered, at)
        if hit is not None:
            found.append(hit)
        at = hit.end if hit else at + 1
    return tuple(found)


def _longest_at(words: Sequence[str], lowered: Sequence[str], at: int) -> Organisation | None:
    if not words[at][:1].isupper():
        return None
    for end in range(min(at + LONGEST, len(words)), at, -1):
        entry = table("organisations").get(" ".join(lowered[at:end]))
        if entry is not None and (end - at > 1 or lowered[at] not in CAPITALS_ONLY or words[at].isupper()):
            return Organisation(at, end, entry[0], entry[1])
    return None


def affiliation_of_name(words: Sequence[str]) -> Affiliation | None:
    """What the words of an organisation's name tell: "Orenia Light Ltd" is a business; None if nothing.

    Two-word keys come before one-word keys, and later words before earlier ones: in English names
    the last noun carries the kind ("Tarsk University Press").
    """
    lowered = [plain(word) for word in words]
    return _last_key("name", lowered, 2) or _last_key("name", lowered, 1)


def affiliation_of_modifier(words: Sequence[str]) -> Affiliation | None:
    """What the words before a head noun tell, the nearest first: "an army intelligence officer"."""
    lowered = [plain(word) for word in words]
    return _last_key("phrase", lowered, 2) or _last_key("phrase", lowered, 1)


def _last_key(where: str, words: Sequence[str], length: int) -> Affiliation | None:
    keys = table("modifiers")[where]
    for at in range(len(words) - length, -1, -1):
        hit = keys.get(" ".join(words[at : at + length]))
        if hit is not None:
            return cast(Affiliation, hit)
    return None

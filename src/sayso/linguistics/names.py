"""Named mentions as the words that count in comparing them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.agents import agents
from sayso.lexicon.persons import Gender, gender_of_given_name, gender_of_noun, gender_of_title
from sayso.lexicon.wording import titles
from sayso.lexicon.words import APOSTROPHES, plain
from sayso.schema.analysis import Analysis
from sayso.schema.entity import EntityKind

POSSESSIVES = frozenset(("'s", "'"))
# "Dru al - Kell" is later "Kell": the article belongs to no name.
PARTICLES = frozenset(("al", "el", "the", "-", "‑", "–", ".", ",", '"', "“", "”", "'"))
# "Secretary of State Ana Dur": who holds an office, and of what.
_HOLDING = frozenset(("person", "people", "body"))
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii"))


@dataclass(frozen=True, slots=True)
class Name:
    """One named mention.

    Attributes:
        kind: of the entity it names.
        first, last: words, half-open, without titles before and a possessive after.
        key: the folded words that identify it; never empty.
        gender: what a title before it or its given name tells.
        titled: whether a title ("Mr", "Gen") stands before it.
    """

    kind: EntityKind
    first: int
    last: int
    key: tuple[str, ...]
    gender: Gender | None
    titled: bool


def written(analysis: Analysis) -> list[str]:
    """All words of an analysis as they are written."""
    text = analysis.text
    return [text[a:b] for a, b in zip(analysis.starts.tolist(), analysis.ends.tolist(), strict=True)]


def plain_words(analysis: Analysis) -> list[str]:
    """All words of an analysis as the lexicon spells them."""
    text = analysis.text.translate(APOSTROPHES)
    return [text[a:b].lower() for a, b in zip(analysis.starts.tolist(), analysis.ends.tolist(), strict=True)]


@lru_cache(maxsize=65_536)
def spelled(word: str) -> str:
    """A word as the lexicon spells it; names repeat, so each is worked out once."""
    return plain(word)


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word without case, accents and full stops: "Erdoğan" and "U.S." are "erdogan" and "us"."""
    letters = unicodedata.normalize("NFKD", plain(word).replace("ı", "i"))
    return "".join(c for c in letters if not unicodedata.combining(c) and c != ".") or word


def make_name(words: Sequence[str], kind: EntityKind, first: int, last: int) -> Name | None:
    """The name at these words, or None where nothing in them counts."""
    gender, titled = None, False
    if kind == "person":
        start = first
        first = after_titles(words, first, last)
        titled = first > start or (first > 0 and spelled(words[first - 1]) in titles())
        gender = _gender_of_titles(words[max(0, start - 1) : first])
    key = tuple(w for w in map(folded, words[first:last]) if w not in PARTICLES and w not in _SUFFIXES)
    if not key:
        return None
    if kind == "person" and gender is None and len(key) > 1:
        gender = gender_of_given_name(spelled(words[first]))
    return Name(kind, first, last, key, gender, titled)


def after_titles(words: Sequence[str], first: int, last: int) -> int:
    """Where the name itself begins in "Mr Velde" and "Defence Secretary Ana Dur"; never at its end."""
    while first < last - 1 and spelled(words[first]) in titles():
        first += 1
    if gender_of_given_name(spelled(words[first])):
        return first
    offices = (at for at in range(last - 2, first - 1, -1) if _is_title(spelled(words[at])))
    return next(offices, first - 1) + 1


def _is_title(word: str) -> bool:
    """Whether a word, as the lexicon spells it, only tells what somebody is: "Gen", "minister"."""
    noun = agents().get(word)
    return word in titles() or (noun is not None and noun.kind in _HOLDING)


def _gender_of_titles(words: Sequence[str]) -> Gender | None:
    """Of "Mr Velde", and of "his widow Ana Dur"."""
    spelt = [spelled(word) for word in words]
    return next((gender for w in spelt if (gender := gender_of_title(w) or gender_of_noun(w))), None)

"""Organisations: names known without help, words that tell what a name belongs to, and modifiers."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import cast

from sayso.lexicon.table import table
from sayso.lexicon.words import plain
from sayso.schema.attribution import Affiliation

LONGEST = 7
ARTICLE = "the"
# Acronyms that are common words or names in other letters: "who", "us", "mit".
CAPITALS_ONLY = frozenset(
    "un eu au who mit ap ria rt ard isi eta oas sana mena pla mod raw gur hur afu zsu tsk spa wam wafa kuna"
    " dea epa irs fao ilo iom oic eln kpa".split()
)


# What organisations of any affiliation are called.
SOCIETIES = frozenset(
    "federation confederation association society committee league club guild forum consortium syndicate"
    " union organisation organization front initiative centre center column brigade legion".split()
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known organisation at words [start, end); country is alpha-3 or None."""

    start: int
    end: int
    affiliation: Affiliation
    country: str | None


def organisations_in(
    words: Sequence[str], *, whole: bool = True, named: Container[int] = ()
) -> tuple[Organisation, ...]:
    """Every organisation of the lexicon in the words, longest first at each place.

    A name that is a common word too ("Shell", "the Observer") counts only alone.

    Args:
        whole: whether the words are a whole phrase, in which such a name may stand alone.
        named: indices of words known to be in some organisation's name, where such a name counts as well.
    """
    lowered = [plain(word) for word in words]
    found: list[Organisation] = []
    at = 0
    while at < len(words):
        hit = _longest_at(words, lowered, at, whole, named)
        if hit is not None:
            found.append(hit)
        at = hit.end if hit else at + 1
    return tuple(found)


def _longest_at(
    words: Sequence[str], lowered: Sequence[str], at: int, whole: bool, named: Container[int]
) -> Organisation | None:
    if not words[at][:1].isupper():
        return None
    for end in range(min(at + LONGEST, len(words)), at, -1):
        entry = table("organisations").get(" ".join(lowered[at:end]))
        if entry is None or (end - at == 1 and lowered[at] in CAPITALS_ONLY and not words[at].isupper()):
            continue
        affiliation, country, alone = entry
        if not alone or _is_name(words, at, end, named) or (whole and _is_all(words, at, end)):
            return Organisation(at, end, affiliation, country)
    return None


def _is_name(words: Sequence[str], start: int, end: int, named: Container[int]) -> bool:
    """Whether a name that is a common word too is known to be one; its article need not be."""
    return all(at in named or plain(words[at]) == ARTICLE for at in range(start, end))


def _is_all(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a capitalised name is all of the words, or all behind "the"."""
    before = [plain(word) for word in words[:start]]
    return end == len(words) and before in ([], [ARTICLE]) and all(w[:1].isupper() for w in words[start:end])


def affiliation_of_name(words: Sequence[str]) -> Affiliation | None:
    """What the words of an organisation's name tell: "Orenia Light Ltd" is a business; None if nothing.

    Two-word keys come before one-word keys, and later words before earlier ones: in English names
    the last noun carries the kind ("Tarsk University Press").
    """
    lowered = [plain(word) for word in words]
    return _last_key("name", lowered, 2) or _last_key("name", lowered, 1)


def is_firm(words: Sequence[str]) -> bool:
    """Whether a name of several words ends in one that persons are hardly called by: "Skerry Air".

    Sun and Post are surnames as well as newspapers, and so are Un and Sa.
    """
    last = words[-1]
    if len(words) < 2 or len(last) < 3:
        return False
    return plain(last) in SOCIETIES or affiliation_of_name((last,)) not in (None, "media")


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

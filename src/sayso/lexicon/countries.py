"""Countries in a phrase: by name, by people, and by a capital that stands for its government."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.table import table
from sayso.lexicon.words import plain

LONGEST = 6
HYPHENS = frozenset(("-", "‑", "–"))
# "us" is a pronoun; only capitals make it a country.
CAPITALS_ONLY = frozenset(("us", "uk", "uae", "usa", "prc", "drc", "dprk", "america's"))
ARTICLE = "the"


@dataclass(frozen=True, slots=True)
class CountryMention:
    """Words [start, end) that mean one country; `code` is ISO 3166-1 alpha-3.

    `code` is None where the words look like a country and mean none or several ("Georgia", "Korean").
    """

    start: int
    end: int
    code: str | None


def countries_in(words: Sequence[str]) -> tuple[CountryMention, ...]:
    """Every country in the words, longest first at each place ("South Sudanese" is no Sudanese).

    The first half of a compound is left out: "US-backed rebels" are no rebels of the USA.
    """
    lowered = [plain(word) for word in words]
    found: list[CountryMention] = []
    at = 0
    while at < len(words):
        mention = _longest_at(words, lowered, at) if words[at][:1].isupper() else None
        if mention is None:
            at += 1
            continue
        if not _is_compound(words, mention.end):
            found.append(mention)
        at = mention.end
    return tuple(found)


def may_begin(word: str) -> bool:
    """Whether the name of a country begins with this word."""
    return plain(word) in _longest()


def _longest_at(words: Sequence[str], lowered: Sequence[str], at: int) -> CountryMention | None:
    longest = _longest().get(lowered[at], 0)
    for end in range(min(at + longest, len(words)), at, -1):
        code = table("countries").get(" ".join(lowered[at:end]))
        if code is not None and _is_written_so(words[at:end], lowered[at]):
            return CountryMention(at, end, code or None)
    return None


@cache
def _longest() -> Mapping[str, int]:
    """How many words the longest name has that begins with a word; most words begin none."""
    found: dict[str, int] = {}
    for name in table("countries"):
        first, *others = name.split(" ")
        if first != ARTICLE:
            found[first] = max(found.get(first, 0), min(1 + len(others), LONGEST))
    return found


def _is_written_so(words: Sequence[str], first: str) -> bool:
    return len(words) > 1 or first not in CAPITALS_ONLY or words[0].isupper()


def _is_compound(words: Sequence[str], end: int) -> bool:
    return end < len(words) and words[end] in HYPHENS

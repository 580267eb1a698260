"""What of a claim's words is compared: telling words without their endings, names, numbers, quoted runs,
and whether it says that something is so or is not, and has happened or is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.comparing.figures import Figure, figures
from sayso.comparing.negating import NEGATORS, Placed, is_coming, negated
from sayso.comparing.stemming import deeds, token
from sayso.lexicon.countries import countries_in
from sayso.lexicon.times import time_words
from sayso.text.folding import placed_words
from sayso.text.quotation import quoted_stretches

# Shorter runs of quoted words are anybody's: "we will not".
RUN = 4
_BEGINS = re.compile(r"(?:^|[.!?…:]|\n)[\s\"'“”‘’«»(\[]*$")
_LOOK_BACK = 8
# They are in every claim.
_SMALL = frozenset(
    "a an the of in on at to for from by with and or but nor so yet as is are was were be been being am has"
    " have had having do does did done it its he she his her hers him they them their theirs who whom whose"
    " which that this these those there here not no nobody nothing none never any some each every both all"
    " few many much several such other others another same own before after since until into onto over under"
    " out up down off about around against between among through during within without near along across than"
    " then when where while because if whether though although however will would could should may might"
    " must can cannot shall i we you us our your my me what how why said says say saying told tells tell"
    " according also too more most less least very just only even still again now already later earlier ago"
    " unless least almost nearly one yesterday today tomorrow monday tuesday wednesday thursday friday"
    " saturday sunday mr mrs ms dr going plan plans planned overnight new".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a claim as they are compared.

    Attributes:
        tokens: telling words without their endings.
        names: those of them that are names, where capitals tell so.
        deeds: for each telling word that names a deed, the deeds of the codebook that it may name.
        figures: numbers with what they count.
        quoted: runs of RUN words in quotation marks.
        runs: runs of RUN words, quoted or not.
        negated: those of its telling words of which it says that it is not so: that stand in one clause with
            a negator.
        coming: whether it tells of what is to come.
        days: weekdays and months that it names.
    """

    tokens: frozenset[str]
    names: frozenset[str]
    deeds: dict[str, frozenset[str]]
    figures: tuple[Figure, ...]
    quoted: frozenset[str]
    runs: frozenset[str]
    negated: frozenset[str]
    coming: bool
    days: frozenset[str]


@lru_cache(maxsize=1 << 14)
def wording(content: str) -> Wording:
    """The same for the same words, kept."""
    placed = placed_words(content)
    words = [word for word, _, _ in placed]
    found = list(_tokens(content, placed))
    tokens = frozenset(token for token, _, _ in found)
    denied = negated(content, placed)
    return Wording(
        tokens=tokens,
        names=frozenset(token for token, is_name, _ in found if is_name),
        deeds={token: named for token in tokens if (named := deeds(token))},
        figures=figures(content),
        quoted=frozenset(_quoted(content, placed)),
        runs=frozenset(_runs(words)),
        negated=frozenset(token for token, _, at in found if at in denied),
        coming=is_coming(words),
        days=frozenset(word for word in words if _is_day(word)),
    )


def telling_words(content: str) -> list[str]:
    """The folded words that tell what a claim is about: names first, then the longest; each once."""
    placed = [each for each in placed_words(content) if _tells(each[0])]
    named = [word for word, start, _ in placed if _is_name(content, start)]
    return list(dict.fromkeys((*named, *sorted((word for word, _, _ in placed), key=lambda w: (-len(w), w)))))


@lru_cache(maxsize=1 << 14)
def _is_day(word: str) -> bool:
    known = time_words().get(word)
    return known is not None and known.kind in ("weekday", "month")


def _tokens(content: str, placed: Sequence[Placed]) -> Iterator[tuple[str, bool, int]]:
    """(word without its endings, whether it is a name, place) of each telling word."""
    codes = _codes(content, placed)
    for at, (word, start, _) in enumerate(placed):
        if not _tells(word):
            continue
        capital = content[start].isupper()
        found = codes.get(at) or token(word, capital)
        yield found, at in codes or (capital and not _begins(content, start)), at


def _codes(content: str, placed: Sequence[Placed]) -> dict[int, str]:
    """For words that name a country or its people, its code."""
    raw = [content[start:end] for _, start, end in placed]
    return {
        at: found.code for found in countries_in(raw) if found.code for at in range(found.start, found.end)
    }


def _tells(word: str) -> bool:
    return word not in _SMALL and not word.isdigit() and word not in NEGATORS


def _is_name(content: str, start: int) -> bool:
    return content[start].isupper() and not _begins(content, start)


def _begins(content: str, start: int) -> bool:
    return _BEGINS.search(content[max(0, start - _LOOK_BACK) : start]) is not None


def _quoted(content: str, placed: Sequence[Placed]) -> Iterator[str]:
    for first, last in quoted_stretches(content):
        yield from _runs([word for word, start, end in placed if first <= start and end <= last])


def _runs(words: Sequence[str]) -> Iterator[str]:
    for at in range(len(words) - RUN + 1):
        yield " ".join(words[at : at + RUN])

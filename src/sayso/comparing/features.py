"""What of an account is compared: its names and words folded once, so that millions of pairs are cheap.

Words are cut to what their forms have in common and written small. A country, whether named by its name, its
people or its capital, is its ISO 3166-1 alpha-3 code in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from sayso.comparing.account import Account, Bounds
from sayso.lexicon.agents import agents
from sayso.lexicon.countries import countries_in, may_begin
from sayso.lexicon.table import table
from sayso.text.folding import folded_word, placed_words, words

_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]|\n)[\s\"'“”‘’«»(\[]*$")
_LOOK_BACK = 8
_ARTICLE = re.compile(r"^The\s+")
# Words of every report: they tell nothing of what it is about.
_EMPTY = frozenset(
    "a an the of in on at to for from by with and or but nor so yet as is are was were be been being am"
    " has have had having do does did it its he she his her hers him they them their theirs who whom whose"
    " which that this these those there here not no any some each every both all few many much several"
    " such other another same own after before since until into onto over under out up down off about"
    " around against between among through during within without near along across behind than then when"
    " where while because if whether though although however will would could should may might must can"
    " cannot shall i we you us our your my me what how why said says say saying told tells tell according"
    " also too more most less least others very just only even still again now already later earlier ago"
    " first last next new one two three four five six seven eight nine ten eleven twelve dozen dozens"
    " hundred hundreds thousand thousands tens day days week weeks month months year years today yesterday"
    " tomorrow morning afternoon evening night noon midnight monday tuesday wednesday thursday friday"
    " saturday sunday january february march april june july august september october november december mr"
    " mrs ms dr".split()
)
_ENDINGS = ("ings", "ing", "ers", "ied", "ies", "ed", "er", "es", "s")
# A stem is at least so long, and of a common word at most: "bombardment" and "bombarded" are one.
_SHORTEST, _LONGEST = 4, 6
# By so many names, at most, others are found.
MOST_KEYS = 6
# A date of more days than this is "this year", and tells no day.
_LONG = 7


@dataclass(frozen=True)
class Features:
    """An account as it is compared. Its words are cut when they are asked for: most pairs are told apart
    without them.

    Attributes:
        account: of which it is.
        type, mode, geonameid, countries, toll: of the account; countries without PLOVER's IGO and the like.
        first, last: days (proleptic ordinals) on which it happened or was told, or None where nothing tells.
        dated: whether the text itself tells the day.
        actors, recipients, place: their names.
        land: whether the place is a country, or a capital that may stand for it.
        names: those of actors and recipients.
        roles: what only tells a role of theirs, "police", "minister".
    """

    account: Account
    type: str
    mode: str | None
    first: int | None
    last: int | None
    dated: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    names: frozenset[str]
    roles: frozenset[str]
    place: frozenset[str]
    land: bool
    geonameid: int | None
    countries: frozenset[str]
    toll: Mapping[str, Bounds]

    @cached_property
    def words(self) -> frozenset[str]:
        """Of the title and around the anchor."""
        return frozenset(_all((self.account.title or "", self._around)))

    @cached_property
    def clause(self) -> frozenset[str]:
        """Words of the clause alone."""
        return frozenset(stems(self._without_credit(self.account.content)))

    @cached_property
    def keys(self) -> frozenset[str]:
        """What a candidate shares one of, at most MOST_KEYS."""
        near = frozenset(stems(self._around, names_only=True))
        told = self.names | (frozenset() if self.land else self.place) | near
        return frozenset(islice(_keys(told, self.names | self.place, self.countries, self.roles), MOST_KEYS))

    @property
    def _around(self) -> str:
        return self._without_credit(self.account.around or self.account.content)

    def _without_credit(self, text: str) -> str:
        """Who publishes it is no word of the event: "BREVNA, June 4 (Halcyon News Agency)"."""
        for name in (self.account.outlet, self.account.wire):
            text = _whole(name).sub(" ", text) if name else text
        return text


@lru_cache(maxsize=1 << 12)
def _whole(name: str) -> re.Pattern[str]:
    """A publisher's name in a text, with or without its article."""
    return re.compile(rf"\b{re.escape(_ARTICLE.sub('', name))}\b")


@lru_cache(maxsize=1 << 15)
def features(account: Account) -> Features:
    """What is compared of an account; kept, since it is asked for again at every pair."""
    first, last, dated = days_of(account)
    actors, recipients = frozenset(_all(account.actors)), frozenset(_all(account.recipients))
    place, land = frozenset(stems(account.place or "", codes=False)), any(_codes(account.place or ""))
    roles = (actors | recipients) & _role_stems()
    # "14 people" has no name in it
    names = frozenset(word for word in actors | recipients if not word.isdigit()) - roles
    return Features(
        account=account,
        type=account.type,
        mode=account.mode,
        first=first,
        last=last,
        dated=dated,
        actors=actors - roles,
        recipients=recipients - roles,
        names=names,
        roles=roles,
        place=place,
        land=land,
        geonameid=account.geonameid,
        countries=account.countries & _countries(),
        toll=account.toll,
    )


class Token(NamedTuple):
    """A telling word, cut.

    Attributes:
        stem: what is compared.
        name: whether it is one for sure: a capital that no sentence begins with, or a country.
    """

    stem: str
    name: bool


def stems(text: str, *, names_only: bool = False, codes: bool = True) -> Iterator[str]:
    """The telling words of a text, cut.

    Args:
        names_only: only names, and of these only those that no sentence begins with.
        codes: whether countries are codes; else they are words like others.
    """
    if names_only:
        return (token.stem for token in _tokens(text, codes) if token.name)
    cut = [_cut(word) for word in words(text)]
    if codes and any(begins for _, begins in cut):
        return (token.stem for token in _tokens(text, codes))
    return (stem for stem, _ in cut if stem)


@lru_cache(maxsize=1 << 16)
def _cut(word: str) -> tuple[str, bool]:
    """A word cut, "" for one that tells nothing, and whether a country's name may begin with it."""
    folded, capital = folded_word(word), word[0].isupper()
    begins = capital and may_begin(_POSSESSIVE.sub("", word))
    return ("" if not folded or folded in _EMPTY else stem(folded, name=capital)), begins


@lru_cache(maxsize=1 << 13)
def _tokens(text: str, codes: bool) -> tuple[Token, ...]:
    """The same for each text, kept: titles, names and paragraphs come back for each event in them."""
    found = placed_words(text)
    lands = countries_in(_bare(text, found)) if codes else ()
    told = [Token(mention.code, name=True) for mention in lands if mention.code]
    covered = {at for mention in lands if mention.code for at in range(mention.start, mention.end)}
    for at, (folded, start, _) in enumerate(found):
        if folded in _EMPTY or at in covered:
            continue
        if text[start].isupper():
            told.append(Token(stem(folded, name=True), name=_is_name(text, start, folded)))
        else:
            told.append(Token(stem(folded), name=False))
    return tuple(told)


def _codes(text: str) -> Iterator[str]:
    return (token for token in stems(text) if token.isupper())


def _bare(text: str, found: Iterable[tuple[str, int, int]]) -> list[str]:
    """The words as they are written, names without the possessive of "Velmora's"."""
    words = (text[start:end] for _, start, end in found)
    return [_POSSESSIVE.sub("", word) if word[0].isupper() else word for word in words]


@lru_cache(maxsize=1 << 16)
def stem(folded: str, *, name: bool = False) -> str:
    """A word without its ending: "shelling", "shelled" -> "shell"; as a name, "Velmorans" -> "velmor"."""
    if folded.isdigit() or len(folded) <= _SHORTEST:
        return folded
    if name and folded not in agents():
        bare = folded.rstrip("ains")
        return bare if len(bare) >= _SHORTEST else folded[:_SHORTEST]
    ending = next((e for e in _ENDINGS if folded.endswith(e) and len(folded) - len(e) >= _SHORTEST), "")
    return folded[: len(folded) - len(ending)][:_LONGEST]


def _is_name(text: str, start: int, folded: str) -> bool:
    """Of a word with a capital."""
    if folded in agents() or len(folded) == 1:
        return False
    return _SENTENCE_START.search(text[max(0, start - _LOOK_BACK) : start]) is None


def _all(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from stems(text)


def _keys(
    told: frozenset[str], named: frozenset[str], countries: frozenset[str], roles: frozenset[str]
) -> Iterator[str]:
    """Names, those of who takes part and of the place first, the longer first; or else countries, or roles.
    More than a few find nothing more.
    """
    names = [token for token in told if not token.isupper()]
    yield from sorted(names, key=lambda name: (name not in named, -len(name), name))
    if not names:
        yield from sorted(countries or roles)


@cache
def _countries() -> frozenset[str]:
    return frozenset(table("countries").values())


@cache
def _role_stems() -> frozenset[str]:
    return frozenset(stem(word) for noun in agents() for word in noun.split())


def days_of(account: Account) -> tuple[int | None, int | None, bool]:
    """First and last day, and whether they are told; in "this year" the day of publication is the better."""
    first, told, end = (_ordinal(day) for day in (account.day, account.published, account.until))
    if first is None:
        return told, told, False
    last = first if end is None else max(first, end - 1)
    if last - first > _LONG:
        near = told if told is not None and first <= told <= last else first
        return near, near, False
    return first, last, account.dated


@lru_cache(maxsize=1 << 12)
def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:  # a year, or a day that somebody's list made up
        return None

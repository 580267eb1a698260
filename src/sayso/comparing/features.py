"""What of an account is compared: its names and words folded once, so that millions of pairs are cheap.

Words are cut to what their forms have in common and written small. A country, whether named by its name, its
people or its capital, is its ISO 3166-1 alpha-3 code in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from sayso.comparing.account import Account, Bounds
from sayso.lexicon.agents import agents
from sayso.lexicon.countries import countries_in
from sayso.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]|\n)[\s\"'“”‘’«»(\[]*$")
_LOOK_BACK = 8
# Words of every report: they tell nothing of what it is about.
_EMPTY = frozenset(
    "a an the of in on at to for from by with and or but nor so yet as is are was were be been being am has have"
    " had having do does did it its he she his her hers him they them their theirs who whom whose which that"
    " this these those there here not no any some each every both all few many much several such other another"
    " same own after before since until into onto over under out up down off about around against between among"
    " through during within without near along across behind than then when where while because if whether"
    " though although however will would could should may might must can cannot shall i we you us our your my me"
    " what how why said says say saying told tells tell according also too more most less least others very just"
    " only even still again now already later earlier ago first last next new one two three four five six seven"
    " eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands tens day days week weeks"
    " month months year years today yesterday tomorrow morning afternoon evening night noon midnight monday"
    " tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december mr mrs ms dr".split()
)
_ENDINGS = ("ings", "ing", "ers", "ied", "ies", "ed", "er", "es", "s")
# A stem is at least so long, and of a common word at most: "bombardment" and "bombarded" are one.
_SHORTEST, _LONGEST = 4, 6
# A date of more days than this is "this year", and tells no day.
_LONG = 7


@dataclass(frozen=True, slots=True)
class Features:
    """An account as it is compared.

    Attributes:
        type, mode, geonameid, countries, toll: of the account.
        first, last: days (proleptic ordinals) on which it happened or was told, or None where nothing tells.
        dated: whether the text itself tells the day.
        actors, recipients, place: their names.
        names: those of actors and recipients.
        roles: what only tells a role of theirs, "police", "minister".
        words: of the title and around the anchor.
        keys: what a candidate shares one of.
    """

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
    geonameid: int | None
    countries: frozenset[str]
    toll: Mapping[str, Bounds]
    words: frozenset[str]
    keys: frozenset[str]


@lru_cache(maxsize=1 << 17)
def features(account: Account) -> Features:
    """What is compared of an account; kept, since it is asked for again at every pair."""
    first, last, dated = _days(account)
    actors, recipients = frozenset(_all(account.actors)), frozenset(_all(account.recipients))
    place = frozenset(stems(account.place or ""))
    roles = (actors | recipients) & _role_stems()
    names = (actors | recipients) - roles
    telling = names | place | account.countries | frozenset(stems(account.content, names_only=True))
    return Features(
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
        geonameid=account.geonameid,
        countries=account.countries,
        toll=account.toll,
        words=frozenset(_all((account.title or "", account.content))),
        keys=frozenset((*_keys(telling or roles, first), *_kind_keys(account, first, dated))),
    )


def stems(text: str, *, names_only: bool = False) -> Iterator[str]:
    """The telling words of a text; of names only those that no sentence begins with."""
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    lands = {mention.start: mention for mention in countries_in([_POSSESSIVE.sub("", word) for word in words])}
    covered = {at for mention in lands.values() for at in range(mention.start, mention.end) if mention.code}
    for at, (match, word) in enumerate(zip(found, words, strict=True)):
        folded = _folded(word)
        if at in covered:
            yield from (code for code in (lands[at].code if at in lands else None,) if code)
        elif folded not in _EMPTY and not (names_only and not _is_name(text, match, folded)):
            yield stem(folded, name=word[0].isupper())


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


def _is_name(text: str, match: re.Match[str], folded: str) -> bool:
    if not match[0][0].isupper() or folded in agents() or len(folded) == 1:
        return False
    return _SENTENCE_START.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]) is None


def _all(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from stems(text)


def _keys(telling: Iterable[str], day: int | None) -> Iterator[str]:
    """A country is in the news every day: it is a key only for the day itself and the next."""
    for each in telling:
        if each.isupper():
            yield from (f"{each}{at}" for at in ((day, day + 1) if day is not None else ()))
        else:
            yield each


def _kind_keys(account: Account, day: int | None, dated: bool) -> Iterator[str]:
    """Its type and mode with the day, since news often names nobody: "Fuel prices were lowered on Saturday".

    Where the text tells no day, it is that of publication or the one before.
    """
    kind = "".join(_WORD.findall(f"{account.type} {account.mode or ''}")).lower()
    if day is not None:
        yield from (f"{kind}{at}" for at in ((day,) if dated else (day, day - 1)))


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", fold(word))


@cache
def _role_stems() -> frozenset[str]:
    return frozenset(stem(word) for noun in agents() for word in noun.split())


def _days(account: Account) -> tuple[int | None, int | None, bool]:
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
    return date.fromisoformat(day[:10]).toordinal() if day else None

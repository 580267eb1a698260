"""Who vouches for an event across documents: who asserts it, who reports it on whose word, who denies it, who
is silent; and from how many origins. It counts and it never says what is true.

Articles that come from one origin are one account, however many they are. A party's statement about itself is
a claim and no confirmation, and officials of one government have one voice: where all voices for an event may
be of one party, that is said, and their texts do not corroborate each other, however independent they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from sayso.comparing.account import Account, Bounds
from sayso.comparing.outlets import outlet_key
from sayso.comparing.parties import Voice, is_actor, may_be_one
from sayso.schema.event import Standing

Stance = Literal["asserts", "reports", "hedges", "expects", "denies"]
Word = Literal["disputed", "uncorroborated", "corroborated"]

_STANCES: Mapping[Standing, Stance] = {
    "fact": "asserts",
    "admitted": "reports",
    "reported": "reports",
    "possible": "hedges",
    "planned": "expects",
    "denied": "denies",
    "negated": "denies",
}
# Of these it is said that it happened. Where somebody denies, somebody else is reported to assert; "negated"
# is the outlet's own denial.
_FOR: frozenset[Standing] = frozenset(("fact", "admitted", "reported", "denied"))
_AGAINST: frozenset[Standing] = frozenset(("denied", "negated"))
INDEPENDENT = 2  # origins
_UNKNOWN = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Attested:
    """One document's account of the event, and on whose word.

    Attributes:
        account: what the document tells.
        voice: on whose word it tells that it happened; None for the outlet's own.
        denier: who denies it there, or None where nobody does or it is not known.
    """

    account: Account
    voice: Voice | None = None
    denier: Voice | None = None

    @property
    def stance(self) -> Stance:
        """What the document does: an admission without a voice is told in the outlet's own."""
        if self.account.standing == "admitted" and not self.on_word:
            return "asserts"
        return _STANCES[self.account.standing]

    @property
    def on_word(self) -> bool:
        """Whether it rests on somebody's word."""
        return self.voice is not None or self.account.source is not None

    @property
    def order(self) -> tuple[str, str, str]:
        """The earliest published first."""
        return (_day(self.account) or _UNKNOWN, self.account.document, self.account.id)


@dataclass(frozen=True, slots=True)
class Moment:
    """What an outlet said of the event on a day.

    Attributes:
        day: ISO day of publication, or None.
        outlet: name, or None.
        account: id.
        standing: in that document.
        toll: what it tells of killed, injured and arrested.
        before: id of the outlet's account before this one, where standing or toll are others; else None.
    """

    day: str | None
    outlet: str | None
    account: str
    standing: Standing
    toll: Mapping[str, Bounds]
    before: str | None


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people hit, and who gives it.

    Attributes:
        kind: `killed`, `injured` or `arrested`.
        low, high: least and most, None where open.
        attested: those that give it, the earliest first.
    """

    kind: str
    low: int | None
    high: int | None
    attested: tuple[Attested, ...]


@dataclass(frozen=True, slots=True)
class Vouched:
    """The standing of an event across documents.

    Attributes:
        asserts: outlets that tell it in their own voice.
        reports: those that tell it on somebody's word.
        hedges: those that leave it open.
        expects: those that tell it as planned or to come.
        denies: those in which it is denied, by whomever.
        silent: outlets that wrote about what is near it and do not tell it.
        earliest: the first account; None where there is none.
        timeline: all accounts by day.
        tolls: for each kind the numbers given, each with those who give it; more than one stand side by side.
        origins_for: ids of the origins from which it is told to have happened.
        origins_against: ids of those from which it is denied; an origin in which one side asserts and the
            other denies is among both.
        one_party: whether every voice for it may be of one party.
        by_actor: whether every voice for it is of those who are said to have done it.
        words: `disputed`: somebody denies it; `uncorroborated`: no two independent origins tell it;
            `corroborated`: two or more do and nobody denies. The first two may hold together. Empty where
            nobody tells that it happened or denies it.
    """

    asserts: tuple[Attested, ...]
    reports: tuple[Attested, ...]
    hedges: tuple[Attested, ...]
    expects: tuple[Attested, ...]
    denies: tuple[Attested, ...]
    silent: tuple[str, ...]
    earliest: Attested | None
    timeline: tuple[Moment, ...]
    tolls: tuple[Toll, ...]
    origins_for: tuple[str, ...]
    origins_against: tuple[str, ...]
    one_party: bool
    by_actor: bool
    words: tuple[Word, ...]

    @property
    def differing(self) -> tuple[str, ...]:
        """The kinds of toll of which different numbers are given."""
        kinds = [toll.kind for toll in self.tolls]
        return tuple(kind for kind in dict.fromkeys(kinds) if kinds.count(kind) > 1)


def vouched(
    attested: Iterable[Attested], origins: Mapping[str, str], *, near: Iterable[str] = ()
) -> Vouched:
    """The standing of an event across documents; the same for every order of what is given.

    Args:
        attested: the accounts of one event.
        origins: document to the id of its origin; one that is missing is an origin of its own.
        near: outlets that wrote about something near it; those of them that tell it are not silent.
    """
    told = sorted(attested, key=lambda each: each.order)
    by: dict[Stance, list[Attested]] = defaultdict(list)
    for each in told:
        by[each.stance].append(each)
    for_it = [each for each in told if each.account.standing in _FOR]
    pro, contra = (
        _origins(for_it, origins),
        _origins((e for e in told if e.account.standing in _AGAINST), origins),
    )
    one_party = _one_party(for_it)
    return Vouched(
        asserts=tuple(by["asserts"]),
        reports=tuple(by["reports"]),
        hedges=tuple(by["hedges"]),
        expects=tuple(by["expects"]),
        denies=tuple(by["denies"]),
        silent=_silent(told, near),
        earliest=told[0] if told else None,
        timeline=tuple(_timeline(told)),
        tolls=tuple(_tolls(told)),
        origins_for=pro,
        origins_against=contra,
        one_party=one_party,
        by_actor=bool(for_it) and all(_of_actor(each) for each in for_it),
        words=tuple(_words(len(pro), len(contra), one_party=one_party)),
    )


def _day(account: Account) -> str | None:
    return account.published.split("/")[0][:10] if account.published else None


def _origins(attested: Iterable[Attested], origins: Mapping[str, str]) -> tuple[str, ...]:
    """The origins of some accounts, in the order of their first."""
    documents = (each.account.document for each in attested)
    return tuple(dict.fromkeys(origins.get(document, document) for document in documents))


def _words(pro: int, contra: int, *, one_party: bool) -> Iterable[Word]:
    if contra:
        yield "disputed"
    if (pro or contra) and (pro < INDEPENDENT or one_party):
        yield "uncorroborated"
    elif pro and not contra:
        yield "corroborated"


def _one_party(for_it: list[Attested]) -> bool:
    """Whether no two accounts rest on voices that are surely of two parties; outlets' own are their own."""
    if not for_it or not all(each.on_word for each in for_it):
        return False
    voices = dict.fromkeys(_voice(each) for each in for_it)
    actors = frozenset(name for each in for_it for name in each.account.actors)
    return all(may_be_one(a, b, actors=actors) for a, b in combinations(voices, 2))


def _voice(each: Attested) -> Voice:
    return each.voice or Voice(name=each.account.source)


def _of_actor(each: Attested) -> bool:
    return each.on_word and is_actor(_voice(each), each.account.actors)


def _silent(told: Iterable[Attested], near: Iterable[str]) -> tuple[str, ...]:
    """Outlets near it that do not tell it, each once however it is written."""
    telling = {outlet_key(each.account.outlet or "") for each in told}
    names = {outlet_key(name): name for name in sorted(near, reverse=True)}
    return tuple(sorted(name for key, name in names.items() if key and key not in telling))


def _timeline(told: Iterable[Attested]) -> Iterable[Moment]:
    last: dict[str, Account] = {}
    for account in (each.account for each in told):
        key = outlet_key(account.outlet or "")
        held = last.get(key) if key else None
        changed = held is not None and (held.standing, held.toll) != (account.standing, account.toll)
        yield Moment(
            day=_day(account),
            outlet=account.outlet,
            account=account.id,
            standing=account.standing,
            toll=dict(account.toll),
            before=held.id if held is not None and changed else None,
        )
        last[key] = account


def _tolls(told: Iterable[Attested]) -> Iterable[Toll]:
    given: dict[tuple[str, Bounds], list[Attested]] = defaultdict(list)
    for each in told:
        for kind, bounds in each.account.toll.items():
            given[kind, bounds].append(each)
    for (kind, (low, high)), by in sorted(given.items(), key=lambda each: (each[0][0], _least(each[0][1]))):
        yield Toll(kind, low, high, tuple(by))


def _least(bounds: Bounds) -> tuple[float, float]:
    low, high = bounds
    return (low if low is not None else 0.0, high if high is not None else float("inf"))

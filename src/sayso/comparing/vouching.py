"""Who vouches for an event across documents: who asserts it, who reports it on whose word, who denies it, who
is silent; and from how many origins. It counts and it never says what is true.

Articles that come from one origin are one account, however many they are. A party's statement about itself is
a claim and no confirmation, and officials of one government have one voice: where all voices for an event may
be of one party, that is said, and their texts do not corroborate each other, however independent they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from sayso.comparing.account import Account, Bounds
from sayso.comparing.outlets import outlet_key
from sayso.comparing.parties import Voice, is_actor, may_be_one
from sayso.comparing.testimony import Stance, Testimony
from sayso.comparing.vouched import Moment, Toll, Vouched, Word
from sayso.schema.event import Standing

__all__ = ["INDEPENDENT", "Moment", "Stance", "Testimony", "Toll", "Vouched", "Word", "vouched"]

# Of these it is said that it happened; "negated" is the outlet's own denial.
_FOR: frozenset[Standing] = frozenset(("fact", "admitted", "reported"))
_AGAINST: frozenset[Standing] = frozenset(("denied", "negated"))
INDEPENDENT = 2  # origins


def vouched(
    testimonies: Iterable[Testimony],
    origins: Mapping[str, str],
    *,
    near: Iterable[str] = (),
    likely: Collection[str] = (),
) -> Vouched:
    """The standing of an event across documents; the same for every order of what is given.

    Args:
        testimonies: the accounts of one event.
        origins: document to the id of its origin; one that is missing is an origin of its own.
        near: outlets that wrote about something near it; those of them that tell it are not silent.
        likely: ids of accounts that are likely, and not surely, of this event: they are shown, they may
            dispute it, and they corroborate nothing.
    """
    told = sorted(testimonies, key=lambda each: each.order)
    by: dict[Stance, list[Testimony]] = defaultdict(list)
    for each in told:
        by[each.stance].append(each)
    for_it = [each for each in told if _is_for(each)]
    pro, contra = (
        _origins(for_it, origins),
        _origins((e for e in told if e.account.standing in _AGAINST), origins),
    )
    sure = [each for each in for_it if each.account.id not in likely]
    one_party = _one_party(for_it)
    corroborating = 0 if _one_party(sure) else len(_origins(sure, origins))
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
        likely=tuple(each.account.id for each in told if each.account.id in likely),
        words=tuple(_words(len(pro), len(contra), corroborating=corroborating)),
    )


def _is_for(each: Testimony) -> bool:
    """Whether somebody says there that it happened; of what is denied, whoever alleges it."""
    alleged = each.account.standing == "denied" and each.voice is not None
    return alleged or each.account.standing in _FOR


def _origins(testimonies: Iterable[Testimony], origins: Mapping[str, str]) -> tuple[str, ...]:
    """The origins of some accounts, in the order of their first."""
    documents = (each.account.document for each in testimonies)
    return tuple(dict.fromkeys(origins.get(document, document) for document in documents))


def _words(pro: int, contra: int, *, corroborating: int) -> Iterable[Word]:
    if contra:
        yield "disputed"
    if (pro or contra) and corroborating < INDEPENDENT:
        yield "uncorroborated"
    elif pro and not contra:
        yield "corroborated"


def _one_party(for_it: list[Testimony]) -> bool:
    """Whether no two accounts rest on voices that are surely of two parties; outlets' own are their own."""
    if not for_it or not all(each.on_word for each in for_it):
        return False
    voices = dict.fromkeys(_voice(each) for each in for_it)
    actors = frozenset(name for each in for_it for name in each.account.actors)
    return all(may_be_one(a, b, actors=actors) for a, b in combinations(voices, 2))


def _voice(each: Testimony) -> Voice:
    return each.voice or Voice(name=each.account.source)


def _of_actor(each: Testimony) -> bool:
    return each.on_word and is_actor(_voice(each), each.account.actors)


def _silent(told: Iterable[Testimony], near: Iterable[str]) -> tuple[str, ...]:
    """Outlets near it that do not tell it, each once however it is written."""
    telling = {outlet_key(each.account.outlet or "") for each in told}
    names = {outlet_key(name): name for name in sorted(near, reverse=True)}
    return tuple(sorted(name for key, name in names.items() if key and key not in telling))


def _timeline(told: Iterable[Testimony]) -> Iterable[Moment]:
    """Each account, and what its outlet had in an earlier document where that was another."""
    last: dict[str, Account] = {}
    for each in told:
        account = each.account
        key = outlet_key(account.outlet or "")
        held = last.get(key) if key else None
        earlier = held is not None and held.document != account.document
        yield Moment(
            day=each.day,
            outlet=account.outlet,
            account=account.id,
            standing=account.standing,
            toll=dict(account.toll),
            before=held.id if held is not None and earlier and _differ(held, account) else None,
        )
        last[key] = account


def _differ(one: Account, other: Account) -> bool:
    """Whether the standing is another, or a number that both give."""
    both = one.toll.keys() & other.toll.keys()
    return one.standing != other.standing or any(one.toll[kind] != other.toll[kind] for kind in both)


def _tolls(told: Iterable[Testimony]) -> Iterable[Toll]:
    given: dict[tuple[str, Bounds], list[Testimony]] = defaultdict(list)
    for each in told:
        for kind, bounds in each.account.toll.items():
            given[kind, bounds].append(each)
    for (kind, (low, high)), by in sorted(given.items(), key=lambda each: (each[0][0], _least(each[0][1]))):
        yield Toll(kind, low, high, tuple(by))


def _least(bounds: Bounds) -> tuple[float, float]:
    low, high = bounds
    return (low if low is not None else 0.0, high if high is not None else float("inf"))

"""Who is quoted in a ledger: which names are taken for one person or body, and which nobody can place.

A shorter name belongs to the only fuller one that it fits: "Marsh" to "Ilan Marsh", unless "Teo Marsh" is
quoted as well. People without a name are nobody that could be found again, so they are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.comparing.contradicting import SURE
from sayso.comparing.naming import Speaker, named
from sayso.comparing.speaker import same_name
from sayso.text.folding import folded_words

_CODE = 3  # letters of a country


@dataclass(frozen=True, slots=True)
class Called:
    """A name as texts give it.

    Attributes:
        name: the words.
        country: of the source, ISO 3166-1 alpha-3, or None.
        claims: how many are made under it.
    """

    name: str
    country: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """One person or body that is quoted.

    Attributes:
        name: the fullest of the names.
        names: all that were taken together, the fullest first.
        claims: how many are made under all of them.
        unplaced: whether the name fits several others, so that nobody can tell whose it is.
    """

    name: str
    names: tuple[Called, ...]
    claims: int
    unplaced: bool = False


def quoted(names: Iterable[Called]) -> tuple[Quoted, ...]:
    """Who is behind these names, the most quoted first; the same for every order of the names."""
    groups: list[list[Called]] = []
    unplaced: list[list[Called]] = []
    by: dict[str, list[int]] = defaultdict(list)
    for one in sorted(_spelled(names), key=_fullness):
        places = dict.fromkeys(place for key in _sought(one.name) for place in by[key])
        fits = [place for place in places if likeness(groups[place][0], one) >= SURE]
        if len(fits) == 1:
            groups[fits[0]].append(one)
        elif fits:
            _together(unplaced, one)
        else:
            for key in _kept(one.name):
                by[key].append(len(groups))
            groups.append([one])
    found = [*(_quoted(each) for each in groups), *(_quoted(each, unplaced=True) for each in unplaced)]
    return tuple(sorted(found, key=lambda each: (-each.claims, each.name, each.names[0].country or "")))


Spelling = tuple[str, str]


def spelling(called: Called) -> Spelling:
    """What the same name has in common however it is written, with its country."""
    return " ".join(folded_words(called.name)), called.country or ""


def is_somebody(called: Called) -> bool:
    """Whether a name tells one person or body from all others: "the police" alone does not."""
    who = named(called.name)
    return bool(who.name) or (who.body and bool(who.owners or called.country))


def likeness(a: Called, b: Called) -> float:
    """How sure two names are of one: 0-1; never of one where they are of two countries."""
    one, other = named(a.name), named(b.name)
    if a.country and b.country and a.country != b.country and not _same_full_name(one, other):
        return 0.0
    if _elsewhere(one, b.country) or _elsewhere(other, a.country):
        return 0.0
    return same_name(one, other)


@lru_cache(maxsize=1 << 16)
def keys(name: str) -> frozenset[str]:
    """What a name is found by, see `sought`: its own words, or whose it is and what, where it has none."""
    who = named(name)
    if who.name:
        return frozenset((*who.name, *who.held, *([who.initials] if who.initials else ())))
    return frozenset((*(f"of={owner}" for owner in who.owners), *(f"={role}" for role in who.roles)))


@lru_cache(maxsize=1 << 16)
def sought(name: str) -> frozenset[str]:
    """What those who may be the same are found by: two with names need share more than being ministers."""
    who = named(name)
    own = keys(name)
    if who.name:
        return own | {f"of={word}" for word in who.held}
    return own | who.owners


def _sought(name: str) -> list[str]:
    """The keys by which those that stand before it are found, as far as it may be one with them.

    A name of as many words or more has its last word, or these initials, or is held alike; what has a name
    may be the owner of what has none; of two bodies one is all that the other is, and of the same owner where
    both tell theirs.
    """
    who = named(name)
    if who.name:
        return [who.name[-1], _held(who)]
    roles = sorted(who.roles)
    of_somebody = [f"={role}={owner}" for role in roles for owner in sorted(who.owners)]
    return [
        *(f"of={owner}" for owner in sorted(who.owners)),
        *(of_somebody or [f"={role}" for role in roles]),
    ]


def _kept(name: str) -> list[str]:
    """The keys by which those that stand behind it find it; bodies whose owner nobody tells come last."""
    who = named(name)
    if not who.name:
        return list(dict.fromkeys((*_sought(name), *(f"={role}" for role in sorted(who.roles)))))
    owner = [f"of={min(who.held)}"] if who.held else []
    return list(dict.fromkeys((*who.name, *([who.initials] if who.initials else []), _held(who), *owner)))


def _held(who: Speaker) -> str:
    return "held=" + " ".join(sorted(who.held))


def _same_full_name(one: Speaker, other: Speaker) -> bool:
    """The country of a person may be told otherwise; that of "the health ministry" tells which one it is."""
    return len(one.name) > 1 and one.name == other.name


def _elsewhere(who: Speaker, country: str | None) -> bool:
    """Whether a body is called that of another country: "Kenya's health ministry"."""
    codes = {owner for owner in who.owners if len(owner) == _CODE and owner.isupper()}
    return bool(country and codes and not who.name and country not in codes)


def _fullness(one: Called) -> tuple[int, int, int, str, str]:
    who = named(one.name)
    return (-len(who.name), -len(who.owners), -one.claims, one.name, one.country or "")


def _spelled(names: Iterable[Called]) -> Iterator[Called]:
    """The names of those who can be found again; "The army" and "the army" are one."""
    found: dict[Spelling, list[Called]] = defaultdict(list)
    for one in names:
        if named(one.name).known:
            found[spelling(one)].append(one)
    for each in found.values():
        best = min(each, key=lambda one: (-one.claims, one.name))
        yield Called(best.name, best.country, sum(one.claims for one in each))


def _together(groups: list[list[Called]], one: Called) -> None:
    """Puts a name beside the same one."""
    same = next((each for each in groups if named(each[0].name) == named(one.name)), None)
    if same is None:
        groups.append([one])
    else:
        same.append(one)


def _quoted(names: Sequence[Called], *, unplaced: bool = False) -> Quoted:
    return Quoted(names[0].name, tuple(names), sum(one.claims for one in names), unplaced)

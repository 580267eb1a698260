"""One event told twice is one event with several mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.coding.anchoring import Anchor
from sayso.coding.answering import Answer
from sayso.coding.forms import forms
from sayso.coding.roles import Taker
from sayso.coding.standing import Presented
from sayso.schema.event import EventDate, Magnitude, Place

# Events of one type that a later telling is compared with, tellings of each, and how near "the attack" is.
_REMEMBERED = 20
_COMPARED = 3
_NEAR = 4
# The type of a word that names no event of its own ("this crime"), and what marks somebody whom nothing names
# ("gunmen"): whoever is named later may be the same.
ECHO = ""
OPEN = "?"
# A headline tells what the first sentences of the body tell.
_LEAD = 8


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where an event is told.

    Attributes:
        who: keys of its actors and of its recipients, as far as the document tells who they are.
        date: as far as its sentence tells it.
        effect: how it is presented by all words around it, those who tell it among them.
        presented: by whoever tells it innermost.
        called: lemmas of the nouns that its actors and its recipients are called by.
        names: lemmas of the anchor.
        headline: whether it stands in a headline or standfirst.
        part_of: the word of the event that it is a part of ("shelled the port, killing nine"), or None.
        definite: whether it is a noun with "the" or "this", which may mean what was told before.
        answer: who is said there to answer for it, or None.
        violent: whether its type is one that somebody may have to answer for.
    """

    anchor: Anchor
    actors: tuple[Taker, ...]
    recipients: tuple[Taker, ...]
    who: tuple[frozenset[str], frozenset[str]]
    date: EventDate
    effect: str
    presented: Presented
    names: frozenset[str]
    definite: bool
    part_of: int | None
    magnitude: Magnitude
    sentence: int
    place: Place | None = None
    headline: bool = False
    answer: Answer | None = None
    violent: bool = False
    called: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def groups(tellings: Sequence[Telling]) -> list[list[int]]:
    """Indices of the tellings of each event, in reading order of their first."""
    parts = _parts(tellings)
    found: list[list[int]] = []
    known: defaultdict[str, list[list[int]]] = defaultdict(list)
    headlines = [n for n, telling in enumerate(tellings) if telling.headline and n not in parts]
    for number, telling in enumerate(tellings):
        if number in parts or telling.headline:
            continue
        if telling.anchor.type == ECHO:
            _echo(tellings, found, number)
            continue
        recent = known[telling.anchor.type]
        group = _group(tellings, recent, telling)
        if group is None:
            group = []
            found.append(group)
            recent.append(group)
            del recent[:-_REMEMBERED]
        group.append(number)
    for number in headlines:
        group = _body_of(tellings, found, tellings[number])
        if group is None:
            found.append([number])
        else:
            group.append(number)
    homes = {number: group for group in found for number in group}
    for number, whole in parts.items():
        homes[whole].append(number)
    return sorted(sorted(group) for group in found)


def _echo(tellings: Sequence[Telling], found: Sequence[list[int]], number: int) -> None:
    """Adds what names no event of its own to the one told last; where none fits, nobody is told of it."""
    telling = tellings[number]
    for group in found[: -_REMEMBERED - 1 : -1]:
        if telling.sentence - tellings[group[-1]].sentence > _NEAR:
            continue
        if tellings[group[0]].violent and all(_agreeing(tellings[n], telling) for n in group[:_COMPARED]):
            group.append(number)
            return


def _body_of(tellings: Sequence[Telling], found: Sequence[list[int]], headline: Telling) -> list[int] | None:
    """The first event of the body that a headline may be cut short from, None where there is none."""
    for group in found:
        first = tellings[group[0]]
        if first.sentence - headline.sentence > _LEAD:
            return None
        if first.anchor.type == headline.anchor.type and _agreeing(first, headline, cut_short=True):
            return group
    return None


def _parts(tellings: Sequence[Telling]) -> dict[int, int]:
    """Which tellings are a part of another of the same type, and of which."""
    places = {telling.anchor.word: number for number, telling in enumerate(tellings)}
    found: dict[int, int] = {}
    for number in range(len(tellings)):
        whole, seen = number, {number}
        while (above := _whole(tellings, places, whole)) is not None and above not in seen:
            whole = above
            seen.add(above)
        if whole != number:
            found[number] = whole
    return found


def _whole(tellings: Sequence[Telling], places: Mapping[int, int], number: int) -> int | None:
    """The telling of the same type that one is a part of."""
    word = tellings[number].part_of
    above = None if word is None else places.get(word)
    if above is None or _is_negated(tellings[number]) != _is_negated(tellings[above]):
        # "No one was killed in the shelling"
        return None
    echo = tellings[number].anchor.type == ECHO and tellings[above].violent
    return above if echo or tellings[above].anchor.type == tellings[number].anchor.type else None


def _is_negated(telling: Telling) -> bool:
    return telling.presented.effect == "negated"


def _group(tellings: Sequence[Telling], recent: Sequence[list[int]], telling: Telling) -> list[int] | None:
    """The event of the same type that a telling is of, None where it is a new one."""
    fitting = [g for g in recent if all(_same(tellings[n], telling) for n in g[:_COMPARED])]
    if not fitting and telling.definite:
        near = (g for g in reversed(recent) if telling.sentence - tellings[g[-1]].sentence <= _NEAR)
        fitting = [g for g in near if all(_agreeing(tellings[n], telling) for n in g[:_COMPARED])][:1]
    return fitting[0] if fitting else None


def _same(first: Telling, second: Telling) -> bool:
    """Whether two tellings may be of one event, and share enough to be."""
    known = _known(first, second)
    shared = sum(agreed is True for agreed in known)
    return _agreeing(first, second) and (
        shared == 2 or (shared == 1 and not first.names.isdisjoint(second.names))
    )


def _agreeing(first: Telling, second: Telling, *, cut_short: bool = False) -> bool:
    """Whether nothing speaks against two tellings of one type being of one event.

    Args:
        cut_short: whether the second is a headline's: "Editors sentenced" are the two editors of the body.
    """
    if first.sentence == second.sentence or False in _known(first, second, cut_short=cut_short):
        return False
    if (first.effect == "planned") != (second.effect == "planned"):
        return False
    if first.date.start and second.date.start and first.date.start != second.date.start:
        return False
    return _counts_agree(first.magnitude, second.magnitude)


def _known(first: Telling, second: Telling, *, cut_short: bool = False) -> list[bool | None]:
    """Whether actors and recipients agree."""
    agreed = [_agree(a, b) for a, b in zip(first.who, second.who, strict=True)]
    if not cut_short:
        return agreed
    named = (not a.isdisjoint(b) for a, b in zip(first.called, second.called, strict=True))
    return [True if same else known for same, known in zip(named, agreed, strict=True)]


def _agree(first: frozenset[str], second: frozenset[str]) -> bool | None:
    """Whether two sets of people share somebody; None where one of them leaves open who they are."""
    if not first or not second:
        return None
    if not first.isdisjoint(second):
        return True
    return None if any(all(key.startswith(OPEN) for key in keys) for keys in (first, second)) else False


def _counts_agree(first: Magnitude, second: Magnitude) -> bool:
    pairs = (
        (first.killed, second.killed),
        (first.injured, second.injured),
        (first.arrested, second.arrested),
    )
    return all(a is None or b is None or (a.low, a.high) == (b.low, b.high) for a, b in pairs)


def anchor_names(word: str) -> frozenset[str]:
    return forms(word)

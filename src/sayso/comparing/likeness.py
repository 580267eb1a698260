"""Whether an imported row and an account that sayso read may be of one event, and what tells so.

A code book's type and a day are common to many events, so it takes who does it to whom, or where.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso.comparing.naming import named, stem_name
from sayso.schema.event import Event, Role
from sayso.schema.imported import Imported, Party
from sayso.text.folding import folded_words

Ground = Literal["actor by country", "actor by name", "recipient by country", "recipient by name", "place"]
_Side = Literal["actor", "recipient"]
_Found = Literal["country", "name", "silent", "other", "differs"]
_SHORTEST = 3  # letters of a word that tells a name
_LINKS = frozenset(("and", "the", "for", "near"))


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells who or where something is.

    Attributes:
        codes: of countries.
        names: stems of the words of names.
    """

    codes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an account or a row is compared by.

    Attributes:
        actor, recipient: who does it, to whom.
        place: where.
    """

    actor: Marks
    recipient: Marks
    place: Marks

    @property
    def words(self) -> frozenset[str]:
        """All marks; what has none in common is not of one event."""
        return frozenset().union(*(one.codes | one.names for one in (self.actor, self.recipient, self.place)))


def likeness_of(event: Event) -> Likeness:
    """Of an event as sayso read it."""
    place = event.place
    where = Marks(_set(place.country if place else None), place_stems(place.name if place else None))
    return Likeness(_roles(event.actors), _roles(event.recipients), where)


def likeness_of_row(row: Imported) -> Likeness:
    """Of a row of another data set."""
    where = Marks(_set(row.country), place_stems((row.place or "").partition(",")[0]))
    return Likeness(_party(row.actor), _party(row.recipient), where)


def grounds(one: Likeness, other: Likeness) -> tuple[Ground, ...]:
    """What speaks for one event; empty where it is too little, or where a country speaks against it.

    Both sides, or one side where nothing is told of the other; one side and the place; or the place by its
    name where nothing is told of either side.
    """
    found: dict[_Side, _Found] = {
        "actor": _compared(one.actor, other.actor),
        "recipient": _compared(one.recipient, other.recipient),
    }
    if "differs" in found.values():
        return ()
    agreed = [side for side, how in found.items() if how in ("country", "name")]
    here = _here(one, other)
    if len(agreed) < 2 and not here and (not agreed or "other" in found.values() or _elsewhere(one, other)):
        return ()
    if not agreed and "other" in found.values():
        return ()
    told: list[Ground] = [_ground(side, found[side]) for side in agreed]
    return (*told, "place") if here else tuple(told)


def _ground(side: _Side, how: _Found) -> Ground:
    if side == "actor":
        return "actor by country" if how == "country" else "actor by name"
    return "recipient by country" if how == "country" else "recipient by name"


def _compared(one: Marks, other: Marks) -> _Found:
    if one.codes and other.codes:
        return "country" if one.codes & other.codes else "differs"
    if one.names and other.names:
        return "name" if one.names & other.names else "other"
    return "silent"


def _here(one: Likeness, other: Likeness) -> bool:
    """Whether the name of the one's place is the other's, or stands in the name of whom it hit there."""
    return not one.place.names.isdisjoint(other.place.names | other.recipient.names) or not (
        other.place.names.isdisjoint(one.recipient.names)
    )


def _elsewhere(one: Likeness, other: Likeness) -> bool:
    return bool(one.place.codes and other.place.codes) and one.place.codes.isdisjoint(other.place.codes)


def _roles(roles: Iterable[Role]) -> Marks:
    told = list(roles)
    texts = (text for role in told for text in _texts(role))
    return _marks((role.country for role in told), texts)


def _texts(role: Role) -> Iterable[str]:
    yield role.text
    if role.resolved:
        yield role.resolved.text
    if role.name:
        yield role.name


def _party(party: Party) -> Marks:
    return _marks(party.countries, (party.name,) if party.name else ())


def _marks(codes: Iterable[str | None], texts: Iterable[str]) -> Marks:
    words = frozenset(word for text in texts for word in _stems(text))
    told = {word for word in words if word.isupper()}
    return Marks(frozenset(code for code in codes if code) | told, words - told)


@lru_cache(maxsize=1 << 16)
def _stems(text: str) -> frozenset[str]:
    """Stems of the names in a phrase, and codes of the countries; some data sets write capitals only."""
    who = named(text.title() if text.isupper() else text)
    return frozenset(word for word in who.held | who.owners if len(word) >= _SHORTEST and word not in _LINKS)


@lru_cache(maxsize=1 << 16)
def place_stems(name: str | None) -> frozenset[str]:
    """Stems of the words of a place's name."""
    return frozenset(stem_name(word) for word in folded_words(name or "") if len(word) >= _SHORTEST)


def _set(code: str | None) -> frozenset[str]:
    return frozenset((code,)) if code else frozenset()

"""On whose word an event stands, as plain values that every format can hold."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.comparing.holding import held
from sayso.export import words
from sayso.schema.attribution import Attribution
from sayso.schema.event import Event, Standing
from sayso.schema.reading import Reading

AUTHOR = "the author"
# What the author tells in their own voice; what stands otherwise is somebody else's word, found or not.
_OWN: frozenset[Standing] = frozenset(("fact", "possible", "planned"))


def sayings(reading: Reading) -> Mapping[str, Attribution]:
    """The attributions of a document by their ids."""
    return {one.id: one for one in reading.attributions}


def telling(event: Event, said: Mapping[str, Attribution]) -> list[Attribution]:
    """The attributions through which an event is told, innermost first; none where it is the author's."""
    return list(held(event, said).chain)


def vouching(event: Event, said: Mapping[str, Attribution]) -> list[str]:
    """Who says that it is so, innermost first; nobody where it is denied, demanded or the like."""
    if not telling(event, said):
        return [AUTHOR] if event.standing in _OWN else []
    return [name(one) for one in held(event, said).vouching]


def denying(reading: Reading, event: Event) -> list[Attribution]:
    """The denials of an event: those that it stands in, and those that decided its standing."""
    return list(held(event, sayings(reading)).denying)


def deniers(reading: Reading, event: Event) -> list[str]:
    """Who says that it is not so, each once; the author where it is the author."""
    found = dict.fromkeys(name(one) for one in denying(reading, event))
    return list(found) or ([AUTHOR] if event.standing == "negated" and not event.attributions else [])


def name(one: Attribution) -> str:
    """The source by its fullest words, on one line."""
    return " ".join(words.who(one.source).split())

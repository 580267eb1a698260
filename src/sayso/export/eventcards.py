"""One event in words: what is said to have happened, to whom, when, on whose word, and why so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.export import eventwords, words
from sayso.export.when import when
from sayso.schema.attribution import Attribution
from sayso.schema.event import Event, Role, Standing

MOST_ANCHORS = 4
_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part.

    Attributes:
        name: the fullest name.
        called: the words the text uses here, where they are others, or "".
        belongs: country and sector in words, or "".
    """

    name: str
    called: str
    belongs: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody on whose word it stands.

    Attributes:
        id: of the attribution, "" for the author.
        who: the source by its fullest words.
        holds: how sure they are of it, in words, or "" where they only pass it on.
    """

    id: str
    who: str
    holds: str


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event in words; "" and () for what the text does not tell.

    Attributes:
        id: of the event.
        what: type and mode.
        about: contexts.
        standing, stands, glyph, means: the standing, in words, as a sign, and what it means.
        actors, recipients: who → whom.
        anchors: the words that name it, each once.
        when, where: in words.
        toll: how many people, one part each.
        holders: the chain of those on whose word it stands, innermost first; the author where they vouch too.
        why: the words that decided the standing.
        chain: ids of the attributions that hold it.
    """

    id: str
    what: str
    about: str
    standing: Standing
    stands: str
    glyph: str
    means: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    anchors: tuple[str, ...]
    when: str
    where: str
    toll: tuple[str, ...]
    holders: tuple[Holder, ...]
    why: tuple[str, ...]
    chain: tuple[str, ...]


def event_card(event: Event, by_id: Mapping[str, Attribution]) -> EventCard:
    """The card of one event; `by_id` holds the document's attributions."""
    return EventCard(
        id=event.id,
        what=eventwords.what(event),
        about=", ".join(eventwords.plain(context) for context in event.contexts),
        standing=event.standing,
        stands=words.STANDING[event.standing],
        glyph=eventwords.GLYPH[event.standing],
        means=words.STANDING_MEANS[event.standing],
        actors=_parties(event.actors),
        recipients=_parties(event.recipients),
        anchors=_anchors(event),
        when=when(event.date),
        where=event.place.name if event.place else "",
        toll=tuple(eventwords.toll(event.magnitude)),
        holders=tuple(_holders(event, by_id)),
        why=tuple(eventwords.why(event, by_id)),
        chain=event.attributions,
    )


def _parties(roles: Sequence[Role]) -> tuple[Party, ...]:
    """Each once, by the fullest name."""
    found: dict[str, Party] = {}
    for party in map(_party, roles):
        found.setdefault(party.name, party)
    return tuple(found.values())


def _party(role: Role) -> Party:
    name, called = words.name(role), " ".join(role.text.split())
    return Party(name, "" if _bare(called) == _bare(name) else called, words.belonging(role))


def _bare(name: str) -> str:
    """A name without its article: for a reader "the convoy" and "convoy" are the same words."""
    return _ARTICLE.sub("", name.casefold(), count=1)


def _anchors(event: Event) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for span in (event.anchor, *event.mentions):
        found.setdefault(span.text.casefold(), span.text)
    return tuple(found.values())[:MOST_ANCHORS]


def _holders(event: Event, by_id: Mapping[str, Attribution]) -> Iterator[Holder]:
    value = {one.holder[0] if one.holder else "": one.value for one in event.factuality}
    for place, id in enumerate(one for one in event.attributions if one in by_id):
        passed_on = place > 0 and value.get(id, "Uu") == "Uu"
        holds = "" if passed_on or id not in value else eventwords.FACT_VALUE[value[id]]
        yield Holder(id, words.who(by_id[id].source), holds)
    if not event.attributions or value.get("", "Uu") != "Uu":
        yield Holder("", "the author", eventwords.FACT_VALUE[value[""]] if "" in value else "")

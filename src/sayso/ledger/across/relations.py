"""Who does what to whom in the events that answer a question, weighted by independent accounts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, select

from sayso.codebook import load_codebook
from sayso.comparing.partynames import bare, is_nobody, name_key
from sayso.ledger.across.answers import Answer, Weight, answers, weight
from sayso.ledger.across.ties import AT_ONCE
from sayso.ledger.asking import Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import across, groups
from sayso.ledger.searching import ask
from sayso.ledger.tables import entities
from sayso.schema.event import Quad

MOST_PARTIES, MOST_RELATIONS = 60, 150


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part, under the name that is told most often.

    Attributes:
        names: all that count as this party; what a person merged is one.
        did: the events that it is an actor of.
        met: the events that it is a recipient of.
        whole: both together.
    """

    name: str
    names: tuple[str, ...]
    did: Weight
    met: Weight
    whole: Weight


@dataclass(frozen=True, slots=True)
class Relation:
    """Events of one kind from one party to another.

    Attributes:
        actor, recipient: places in `Network.parties`.
        quad: of the types, None where the codebook has none; then there is one type.
        types: the most frequent first.
        weight: of the events.
    """

    actor: int
    recipient: int
    quad: Quad | None
    types: tuple[str, ...]
    weight: Weight


@dataclass(frozen=True, slots=True)
class Network:
    """Parties and what they do to each other.

    Attributes:
        parties: those that have to do with another one, the heaviest first.
        relations: between these, the heaviest first.
        events: records that were looked at; `capped` where more answer.
        alone: records that do not name two parties.
        left_parties, left_relations: how many there are besides.
    """

    parties: tuple[Party, ...]
    relations: tuple[Relation, ...]
    events: int
    capped: bool
    alone: int
    left_parties: int
    left_relations: int


_Edge = tuple[str, str, str]  # keys of actor and recipient, and the quad or type


def relations(
    ledger: Ledger, words: str = "", filter: Filter | None = None, *, most: int = MOST_PARTIES
) -> Network:
    """The network of what answers, of which at most 10,000 events are looked at.

    Args:
        most: parties; those that weigh least are left out.

    Raises:
        LedgerError: the question cannot be understood.
    """
    with ledger.transaction() as connection:
        found, capped = answers(ask(ledger, connection, words, filter, kind="events"))
        taking = _Taking(merged_names(connection))
    for one in found:
        taking.add(one)
    edges = taking.edges
    weights = {edge: weight(some) for edge, some in edges.items()}
    ranked = sorted(weights, key=lambda edge: (-weights[edge].origins, -weights[edge].records, edge))
    sizes = _sizes(weights)
    kept = sorted(sizes, key=lambda key: (-sizes[key], key))[:most]
    place = {key: at for at, key in enumerate(kept)}
    inside = [edge for edge in ranked if edge[0] in place and edge[1] in place][:MOST_RELATIONS]
    return Network(
        tuple(taking.party(key) for key in kept),
        tuple(_relation(edge, place, edges[edge], weights[edge]) for edge in inside),
        len(found),
        capped,
        taking.alone,
        len(sizes) - len(kept),
        len(ranked) - len(inside),
    )


@cache
def _quads() -> Mapping[str, Quad | None]:
    return {one.name: one.quad for one in load_codebook().types}


class _Taking:
    """Who takes part in some events, and with whom.

    Args:
        merged: what a person merged: the slug of a name -> what stands for all names of the same.

    Attributes:
        edges: the events from one party to another.
        alone: events that do not name two parties.
    """

    def __init__(self, merged: Mapping[str, str]) -> None:
        self._merged = merged
        self._told: dict[str, Counter[str]] = defaultdict(Counter)
        self._did: dict[str, list[Answer]] = defaultdict(list)
        self._met: dict[str, list[Answer]] = defaultdict(list)
        self.edges: dict[_Edge, list[Answer]] = defaultdict(list)
        self.alone = 0

    def add(self, one: Answer) -> None:
        actors, recipients = self._keys(one.actors), self._keys(one.recipients)
        for keys, events in ((actors, self._did), (recipients, self._met)):
            for key in keys:
                events[key].append(one)
        pairs = [(actor, other) for actor in actors for other in recipients if actor != other]
        for actor, other in pairs:
            self.edges[actor, other, _quads().get(one.type) or one.type].append(one)
        self.alone += not pairs

    def party(self, key: str) -> Party:
        told, did, met = self._told[key], self._did[key], self._met[key]
        called = sorted(told, key=lambda name: (-told[name], name))
        whole = {one.number: one for one in (*did, *met)}
        return Party(called[0], _distinct(called), weight(did), weight(met), weight(whole.values()))

    def _keys(self, listed: str) -> list[str]:
        """The parties of one side of an event, each once."""
        return list(dict.fromkeys(key for name in listed.split("; ") if (key := self._key(name))))

    def _key(self, listed: str) -> str | None:
        name = bare(listed)
        if is_nobody(name):
            return None
        own = name_key(name)
        key = self._merged.get(own, own)
        self._told[key][name] += 1
        return key


def merged_names(connection: Connection) -> dict[str, str]:
    """Key of a name -> what stands for all names of the same, where a person merged some."""
    group = groups(across(connection, "entity"))
    found: dict[str, str] = {}
    wanted = sorted(group)
    for at in range(0, len(wanted), AT_ONCE):
        some = entities.c.id.in_(wanted[at : at + AT_ONCE])
        for id, name in connection.execute(select(entities.c.id, entities.c.name).where(some)):
            found[name_key(bare(name))] = min(group[id])
    return found


def _sizes(weights: Mapping[_Edge, Weight]) -> Mapping[str, int]:
    sizes: Counter[str] = Counter()
    for (actor, other, _), one in weights.items():
        sizes[actor] += one.origins
        sizes[other] += one.origins
    return sizes


def _distinct(called: Sequence[str]) -> tuple[str, ...]:
    """One of those that differ in no letter or digit."""
    first: dict[str, str] = {}
    for name in called:
        first.setdefault(name_key(name), name)
    return tuple(first.values())


def _relation(edge: _Edge, place: Mapping[str, int], some: Sequence[Answer], whole: Weight) -> Relation:
    types = Counter(one.type for one in some)
    named = tuple(sorted(types, key=lambda name: (-types[name], name)))
    return Relation(place[edge[0]], place[edge[1]], _quads().get(named[0]), named, whole)

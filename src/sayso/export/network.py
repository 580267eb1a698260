"""Who does what to whom, and who says so about whom, as a directed graph with several edges between two.

Parties are those of the workbench's network: a name without its article, however it is written; pronouns are
nobody, and what a person merged is one. An edge of kind `does` goes from actor to recipient, one to each
group of types and standing; an edge of kind `says` goes from a source to each party of an event that it
vouches for, or that it denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from sayso.comparing.holding import held
from sayso.comparing.partynames import bare, is_nobody, name_key
from sayso.export import words
from sayso.export.exported import Exported
from sayso.export.networkparts import Edge, Party, edge_values, node_values
from sayso.export.vouched import sayings, vouching
from sayso.export.weighing import Account, account
from sayso.export.xmltext import xml_text
from sayso.schema.attribution import Attitude, Attribution, Source
from sayso.schema.event import Event, Role

# Who says something and is no name; a slug has no such sign, so it is nobody's key.
_SOMEBODY = "source not named"
Graph = Any  # a networkx.MultiDiGraph, which comes without types


def network(documents: Iterable[Exported]) -> Graph:
    """The graph of all events that were asked for; its nodes and edges are in the order of their keys."""
    taking = _Taking()
    for one in documents:
        taking.add(one)
    return taking.graph()


class _Taking:
    """Parties and edges of the documents so far."""

    def __init__(self) -> None:
        self._parties: dict[str, Party] = defaultdict(Party)
        self._edges: dict[Edge, list[Account]] = defaultdict(list)

    def add(self, one: Exported) -> None:
        said = sayings(one.reading)
        for event in one.reading.events:
            if one.wants(event.id):
                told = account(one, event, next(iter(vouching(event, said)), ""))
                self._does(event, told, one.merged)
                self._says(event, told, one.merged, said)

    def _does(self, event: Event, told: Account, merged: Mapping[str, str]) -> None:
        actors = self._roles(event.actors, "actor", told, merged)
        recipients = self._roles(event.recipients, "recipient", told, merged)
        for actor in actors:
            for other in recipients:
                if actor != other:
                    self._edges[Edge(actor, other, "does", _group(event), event.standing)].append(told)

    def _says(
        self, event: Event, told: Account, merged: Mapping[str, str], said: Mapping[str, Attribution]
    ) -> None:
        about = dict.fromkeys(self._key(words.name(role), merged) for role in _roles(event))
        for each, attitude in _sayings(event, said):
            voice = self._source(each.source, told, merged)
            for party in (key for key in about if key is not None):
                edge = Edge(voice, party, "says", _group(event), event.standing, attitude)
                self._edges[edge].append(told)

    def _roles(self, roles: Sequence[Role], side: str, told: Account, merged: Mapping[str, str]) -> list[str]:
        """The parties of one side of an event, each once."""
        found: dict[str, None] = {}
        for role in roles:
            key = self._key(words.name(role), merged)
            if key is None:
                continue
            party = self._known(key, role.country, role.sector)
            party.names[_bare(words.name(role))] += 1
            if key not in found:
                party.accounts[side].append(told)
            found[key] = None
        return list(found)

    def _source(self, source: Source, told: Account, merged: Mapping[str, str]) -> str:
        name = words.who(source)
        key = self._key(name, merged) if source.text is not None else name
        if key is None:
            key = name = _SOMEBODY
        party = self._known(key, source.country, source.sector)
        party.voices[_bare(name)] += 1
        party.accounts["source"].append(told)
        return key

    def _known(self, key: str, country: str | None, sector: str | None) -> Party:
        party = self._parties[key]
        for known, value in ((party.countries, country), (party.sectors, sector)):
            if value:
                known[value] += 1
        return party

    def _key(self, name: str, merged: Mapping[str, str]) -> str | None:
        name = bare(name)
        if is_nobody(name):
            return None
        own = name_key(name)
        return merged.get(own, own)

    def graph(self) -> Graph:
        graph = nx.MultiDiGraph()
        for key in sorted({key for edge in self._edges for key in (edge.first, edge.second)}):
            graph.add_node(xml_text(key), **node_values(self._parties[key]))
        for number, edge in enumerate(sorted(self._edges)):
            ends = xml_text(edge.first), xml_text(edge.second)
            graph.add_edge(*ends, key=f"r{number}", **edge_values(edge, self._edges[edge]))
        return graph


def _roles(event: Event) -> Iterator[Role]:
    yield from event.actors
    yield from event.recipients


def _sayings(event: Event, said: Mapping[str, Attribution]) -> list[tuple[Attribution, Attitude]]:
    """The innermost through whom it is told, and who denies it, by whatever words; each once."""
    sides = held(event, said)
    inner: dict[str, tuple[Attribution, Attitude]] = {
        each.id: (each, each.attitude) for each in sides.chain[:1]
    }
    return list((inner | {each.id: (each, "denial") for each in sides.denying}).values())


def _bare(name: str) -> str:
    return " ".join(bare(name).split())


def _group(event: Event) -> str:
    return event.quad or event.type

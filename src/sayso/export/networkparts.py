"""The parties and edges of a network, and what is written at each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.export.weighing import Account, origins
from sayso.export.xmltext import xml_text

Kind = Literal["does", "says"]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """What is one edge: the keys of two parties, and what must not be mixed."""

    first: str
    second: str
    kind: Kind
    group: str
    standing: str
    attitude: str = ""


@dataclass(slots=True)
class Party:
    """Attributes: names of who takes part and of who speaks, each with how often; accounts by side."""

    names: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    accounts: dict[str, list[Account]] = field(default_factory=lambda: defaultdict(list))


def node_values(party: Party) -> dict[str, str | int]:
    """Of a party, by the names that it has in the file."""
    names = list(dict.fromkeys((*_ranked(party.names), *_ranked(party.voices))))
    return {
        "label": names[0],
        "names": "; ".join(names),
        "countries": " ".join(_ranked(party.countries)),
        "sectors": " ".join(_ranked(party.sectors)),
        "as_actor": origins(party.accounts["actor"]),
        "as_recipient": origins(party.accounts["recipient"]),
        "as_source": origins(party.accounts["source"]),
    }


def edge_values(edge: Edge, some: Sequence[Account]) -> dict[str, str | int]:
    """Of an edge that rests on these accounts."""
    days = sorted(one.day for one in some if one.day)
    return {
        "kind": edge.kind,
        "standing": edge.standing,
        "group": edge.group,
        "types": " ".join(_ranked(Counter(one.type for one in some))),
        "attitude": edge.attitude,
        "vouched_for_by": "; ".join(_ranked(Counter(one.voice for one in some if one.voice))),
        "weight": origins(some),
        "origins": origins(some),
        "documents": len({one.document for one in some}),
        "events": len({one.cluster for one in some}),
        "first_day": days[0] if days else "",
        "last_day": days[-1] if days else "",
    }


def _ranked(counted: Mapping[str, int]) -> list[str]:
    """The most frequent first; then by the alphabet."""
    return [xml_text(each) for each in sorted(counted, key=lambda name: (-counted[name], name))]

"""The network that is exported is the one of the workbench, parted by standing."""

from __future__ import annotations

from pathlib import Path

from sayso.export.network import network
from sayso.ledger.across.relations import Network, relations
from sayso.ledger.ledger import Ledger
from sayso.runs.exporting import exported

MANY = 10_000


def test_parties_relations_and_weights_are_the_same(demo_ledger: Path) -> None:
    with Ledger(demo_ledger) as ledger:
        drawn, graph = relations(ledger, most=MANY), network(exported(ledger))
    assert not drawn.left_relations
    does = [(first, second, edge) for first, second, edge in graph.edges(data=True) if edge["kind"] == "does"]
    label = dict(graph.nodes(data="label"))
    assert {(label[first], label[second], edge["group"]) for first, second, edge in does} == _relations(drawn)
    accounts = {node["label"]: (node["as_actor"], node["as_recipient"]) for _, node in graph.nodes(data=True)}
    for party in drawn.parties:
        assert accounts[party.name] == (party.did.origins, party.met.origins), party.name


def _relations(drawn: Network) -> set[tuple[str, str, str]]:
    return {
        (drawn.parties[one.actor].name, drawn.parties[one.recipient].name, one.quad or one.types[0])
        for one in drawn.relations
    }

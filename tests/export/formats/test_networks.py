"""GraphML and GEXF read back by networkx and igraph: the same network, standing on every edge."""

from __future__ import annotations

import warnings
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest

from sayso.export.exported import Counted, Exported
from sayso.export.formats import gexf, graphml
from sayso.schema.document import Document
from sayso.schema.event import Factuality
from sayso.schema.reading import Reading
from tests.moved import moved

Edge = tuple[str, str, str, str, str]


def of_graphml(*documents: Exported) -> Any:
    return nx.read_graphml(BytesIO(b"".join(graphml.write(documents))), force_multigraph=True)


def of_gexf(*documents: Exported) -> Any:
    return nx.read_gexf(BytesIO(b"".join(gexf.write(documents))))


READERS = pytest.mark.parametrize("read", [of_graphml, of_gexf])


def edges(graph: Any) -> dict[Edge, dict[str, Any]]:
    """Edges by first, second, kind, standing and attitude."""
    return {
        (first, second, edge["kind"], edge["standing"], edge["attitude"]): edge
        for first, second, edge in graph.edges(data=True)
    }


@READERS
def test_who_does_what_to_whom_and_who_says_so_are_edges_of_their_own(reading: Reading, read: Any) -> None:
    found = edges(read(Exported(reading)))
    assert set(found) == {
        ("karvia", "ostrand", "does", "fact", ""),
        ("ostrand", "convoy", "does", "denied", ""),
        ("ostrand", "lorries", "does", "denied", ""),
        ("drivers", "ostrand", "says", "denied", "assertion"),
        ("drivers", "convoy", "says", "denied", "assertion"),
        ("drivers", "lorries", "says", "denied", "assertion"),
        ("ostrand", "ostrand", "says", "denied", "denial"),
        ("ostrand", "convoy", "says", "denied", "denial"),
        ("ostrand", "lorries", "says", "denied", "denial"),
    }


@READERS
def test_whoever_says_that_it_did_not_happen_has_edges_of_denial(reading: Reading, read: Any) -> None:
    first, second, *others = reading.events
    negated = replace(second, factuality=(Factuality(second.attributions, "CT-"),), why=())
    found = edges(read(Exported(replace(reading, events=(first, negated, *others)))))
    assert found["drivers", "convoy", "says", "denied", "denial"]["vouched_for_by"] == ""
    assert ("drivers", "convoy", "says", "denied", "assertion") not in found


@READERS
def test_no_edge_is_without_its_standing(reading: Reading, read: Any) -> None:
    graph = read(Exported(reading))
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert all(edge["standing"] for _, _, edge in graph.edges(data=True))


@READERS
def test_an_edge_tells_types_counts_days_and_who_vouches(reading: Reading, read: Any) -> None:
    found = edges(read(Exported(reading)))
    told = found["karvia", "ostrand", "does", "fact", ""]
    names = ("group", "types", "documents", "origins", "events", "first_day", "last_day", "vouched_for_by")
    assert [told[name] for name in names] == [
        "ACCUSE", "ACCUSE", 1, 1, 1, "2025-03-14", "2025-03-14", "the author"
    ]  # fmt: skip
    assert found["ostrand", "convoy", "does", "denied", ""]["vouched_for_by"] == "drivers"


@READERS
def test_parties_have_their_names_and_what_they_are(reading: Reading, read: Any) -> None:
    nodes = dict(read(Exported(reading)).nodes(data=True))
    assert nodes["ostrand"]["label"] == "Ostrand"
    assert (nodes["ostrand"]["as_actor"], nodes["ostrand"]["as_recipient"]) == (1, 1)
    assert nodes["drivers"]["as_source"] == 1


def copies(reading: Reading, *, one_origin: bool) -> list[Exported]:
    """The same events in two documents."""
    other = moved(reading, "Again: ")
    first, second = reading.document.id, other.document.id
    both = 1 if one_origin else 2
    counts = {event.id: Counted(f"{first}:{event.id}", 2, 2, both, 0) for event in reading.events}
    return [
        Exported(reading, counts=counts),
        Exported(other, counts=counts, origin=first if one_origin else second),
    ]


@READERS
@pytest.mark.parametrize(("one_origin", "origins"), [(True, 1), (False, 2)])
def test_a_copy_is_a_document_more_and_no_origin_more(
    reading: Reading, read: Any, one_origin: bool, origins: int
) -> None:
    told = edges(read(*copies(reading, one_origin=one_origin)))["karvia", "ostrand", "does", "fact", ""]
    assert (told["documents"], told["origins"], told["events"]) == (2, origins, 1)
    assert told["weight"] == origins


@READERS
def test_what_a_person_merged_is_one_party(reading: Reading, read: Any) -> None:
    found = edges(read(Exported(reading, merged={"lorries": "e1", "convoy": "e1"})))
    assert ("ostrand", "e1", "does", "denied", "") in found
    assert not {"lorries", "convoy"} & {end for edge in found for end in edge[:2]}


@READERS
def test_a_pronoun_is_nobody_and_a_source_without_words_is_said_to_be_none(
    reading: Reading, read: Any
) -> None:
    stopped = replace(reading.events[2], actors=reading.events[1].actors)
    they = replace(reading.events[1].actors[0], name=None)
    shelling = replace(reading.events[1], actors=(they,))
    events = (reading.events[0], shelling, stopped, *reading.events[3:])
    found = edges(read(Exported(replace(reading, events=events))))
    assert ("no source given", "ostrand", "says", "reported", "belief") in found
    assert not [edge for edge in found if edge[0] == "they" or edge[1] == "they"]
    assert not [edge for edge in found if edge[2:4] == ("does", "denied")]


@READERS
def test_only_what_was_asked_for_makes_edges(reading: Reading, read: Any) -> None:
    found = edges(read(Exported(reading, chosen=frozenset({"v1"}))))
    assert {edge[3] for edge in found} == {"fact"}


@READERS
def test_no_documents_are_an_empty_network(read: Any) -> None:
    assert len(read().nodes) == 0


@pytest.mark.parametrize("module", [graphml, gexf])
def test_the_same_records_give_the_same_bytes_and_no_day_of_writing(reading: Reading, module: Any) -> None:
    once, again = (b"".join(module.write([Exported(reading)])) for _ in range(2))
    assert once == again
    assert b"lastmodifieddate" not in once


@READERS
def test_signs_that_xml_cannot_hold_break_nothing(reading: Reading, read: Any) -> None:
    first, *others = reading.events
    odd = replace(first.actors[0], name="Kar\x00via\ud800 & <Sons>")
    events = (replace(first, actors=(odd,)), *others)
    nodes = dict(read(Exported(replace(reading, events=events))).nodes(data=True))
    assert "Kar�via� & <Sons>" in {node["label"] for node in nodes.values()}


def test_igraph_reads_the_same_edges(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "network.graphml"
    path.write_bytes(b"".join(graphml.write([Exported(reading)])))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = igraph.Graph.Read_GraphML(str(path))
    read = {
        (found.vs[edge.source]["id"], found.vs[edge.target]["id"], edge["kind"], edge["standing"],
         edge["attitude"])
        for edge in found.es
    }  # fmt: skip
    assert read == set(edges(of_graphml(Exported(reading))))
    assert all(isinstance(edge["origins"], float) and edge["origins"] >= 1 for edge in found.es)


def test_a_document_without_a_day_gives_edges_without_one(reading: Reading) -> None:
    document: Document = replace(reading.document, published=None)
    told = edges(of_graphml(Exported(replace(reading, document=document))))
    assert told["ostrand", "convoy", "does", "denied", ""].get("first_day") in (None, "")

"""PROV-O: rdflib reads the same triples from both forms, and they lead from every record to its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib import namespace as known
from rdflib.compare import isomorphic

import sayso
from sayso.export.exported import Counted, Exported
from sayso.export.formats import prov_jsonld, prov_turtle
from tests.export.formats.given import CHECKED, PAGE, PAGE_AS_URI, ROOT, border, judged, made, whole

PROV, DCTERMS = Namespace(str(known.PROV)), Namespace(str(known.DCTERMS))
OURS = Namespace("urn:sayso:term:")
# Types of PROV's that have the properties of PROV's beside them (PROV-O, sections 3.1 and 3.2).
DOMAINS = {
    PROV.wasDerivedFrom: PROV.Entity,
    PROV.wasRevisionOf: PROV.Entity,
    PROV.wasGeneratedBy: PROV.Entity,
    PROV.wasAttributedTo: PROV.Entity,
    PROV.value: PROV.Entity,
    PROV.used: PROV.Activity,
    PROV.wasAssociatedWith: PROV.Activity,
    PROV.wasInformedBy: PROV.Activity,
    PROV.endedAtTime: PROV.Activity,
}
RANGES = {
    PROV.wasDerivedFrom: PROV.Entity,
    PROV.wasRevisionOf: PROV.Entity,
    PROV.wasGeneratedBy: PROV.Activity,
    PROV.wasAttributedTo: PROV.Agent,
    PROV.used: PROV.Entity,
    PROV.wasAssociatedWith: PROV.Agent,
    PROV.wasInformedBy: PROV.Activity,
}


def turtle(*documents: Exported) -> Graph:
    return Graph().parse(data=whole(prov_turtle.write, *documents), format="turtle")


def jsonld(*documents: Exported) -> Graph:
    return Graph().parse(data=whole(prov_jsonld.write, *documents), format="json-ld")


def node(of: Exported, *parts: str) -> URIRef:
    return URIRef(":".join(("urn:sayso", of.reading.document.id, *parts)))


@pytest.mark.parametrize("of", [border, made], ids=["read", "made"])
def test_both_forms_hold_the_same_triples(of: Callable[[], Exported]) -> None:
    assert len(turtle(of())) > 100
    assert isomorphic(turtle(of()), jsonld(of()))


def test_odd_letters_are_the_same_in_both_forms() -> None:
    odd = 'a "quoted"\\ line\nbreak\ttab \x01 \x7f \u2028 “é” 🙂 \ud800 <b> ; . @en'
    one = made()
    document = replace(one.reading.document, title=odd, outlet=odd, url=None)
    given = replace(one, reading=replace(one.reading, document=document))
    titles = {graph.value(node(one), DCTERMS.title) for graph in (turtle(given), jsonld(given))}
    assert titles == {Literal(odd.replace("\ud800", "\ufffd"))}


@pytest.mark.parametrize("of", [border, made], ids=["read", "made"])
def test_every_term_of_prov_exists_and_stands_between_what_it_may(of: Callable[[], Exported]) -> None:
    graph = turtle(of())
    terms = {term for triple in graph for term in triple[1:] if isinstance(term, URIRef)}
    assert {term for term in terms if term.startswith(str(PROV))} <= set(dir(known.PROV))
    used = {term for term in DOMAINS if (None, term, None) in graph}
    predicates = {str(term) for term in graph.predicates() if str(term).startswith(str(PROV))}
    assert predicates == set(map(str, used))
    for predicate in used:
        for subject, value in graph.subject_objects(predicate):
            assert (subject, RDF.type, DOMAINS[predicate]) in graph, (subject, predicate)
            if predicate in RANGES:
                assert (value, RDF.type, RANGES[predicate]) in graph, (predicate, value)


@pytest.mark.parametrize("of", [border, made], ids=["read", "made"])
def test_every_claim_and_event_leads_to_its_passage_and_its_document(of: Callable[[], Exported]) -> None:
    graph, reading = turtle(of()), of().reading
    starts = {claim.id: claim.content[0].start for claim in reading.claims}
    starts |= {event.id: event.anchor.start for event in reading.events}
    for id, start in starts.items():
        passage = graph.value(node(of(), id), PROV.wasDerivedFrom)
        first, last = graph.value(passage, OURS.start), graph.value(passage, OURS.end)
        assert isinstance(first, Literal)
        assert isinstance(last, Literal)
        assert first.toPython() <= start < last.toPython()
        assert graph.value(passage, PROV.wasDerivedFrom) == node(of())


def test_the_coding_used_the_text_and_the_encoder_and_was_done_by_the_program() -> None:
    graph, one = turtle(border()), border()
    coding = node(one, "coding")
    used = set(graph.objects(coding, PROV.used))
    assert used == {node(one), URIRef(f"urn:sayso:encoder:{one.reading.encoder}")}
    agent = graph.value(coding, PROV.wasAssociatedWith)
    assert (agent, RDF.type, PROV.SoftwareAgent) in graph
    assert graph.value(agent, RDFS.label) == Literal(f"sayso {one.reading.sayso}")
    assert (node(one, "v1"), PROV.wasGeneratedBy, coding) in graph


def test_a_text_is_derived_from_the_places_where_it_was_found() -> None:
    graph, one = turtle(made()), made()
    places = set(graph.objects(node(one), PROV.wasDerivedFrom))
    assert URIRef(PAGE_AS_URI) in places
    assert {str(graph.value(place, RDFS.label)) for place in places} == {PAGE, "a folder/a file.txt"}
    assert graph.value(node(one), DCTERMS.issued) == Literal("2025-03-14", datatype=known.XSD.date)


def test_a_record_that_a_person_set_is_a_revision_of_what_was_coded() -> None:
    graph, one = turtle(made()), made()
    decision = graph.value(node(one, "v2"), PROV.wasGeneratedBy)
    coded = graph.value(node(one, "v2"), PROV.wasRevisionOf)
    assert coded == node(one, "v2", "coded")
    assert graph.value(coded, PROV.wasGeneratedBy) == node(one, "coding")
    assert graph.value(decision, PROV.used) == coded
    who = graph.value(decision, PROV.wasAssociatedWith)
    assert (who, RDF.type, PROV.Person) in graph
    assert graph.value(who, RDFS.label) == Literal("Bo Tarn")
    ended = graph.value(decision, PROV.endedAtTime)
    assert isinstance(ended, Literal)
    assert ended.toPython().isoformat() == "2025-04-06T10:00:00+00:00"


def test_a_record_that_was_accepted_stays_what_was_coded() -> None:
    graph, one = turtle(made()), made()
    assert graph.value(node(one, "c2"), PROV.wasGeneratedBy) == node(one, "coding")
    assert graph.value(node(one, "c2"), OURS.review) == Literal("accepted")


def test_a_verdict_belongs_to_the_person_who_gave_it() -> None:
    graph, one = turtle(made()), made()
    [verdict] = graph.subjects(RDF.type, OURS.Verdict)
    assert graph.value(verdict, PROV.value) == Literal("Not shown")
    assert graph.value(verdict, PROV.wasDerivedFrom) == node(one, "c1")
    assert graph.value(verdict, RDFS.seeAlso) == URIRef(CHECKED)
    who = graph.value(verdict, PROV.wasAttributedTo)
    assert graph.value(who, RDFS.label) == Literal("Ada Lind")


def test_every_event_says_how_it_stands_and_on_whose_word() -> None:
    graph, one = turtle(made()), made()
    for event in one.reading.events:
        assert graph.value(node(one, event.id), OURS.standing) == Literal(event.standing)
        assert graph.value(node(one, event.id), OURS.saidBy)
    assert graph.value(node(one, "v2"), OURS.saidBy) == Literal("drivers")
    assert graph.value(node(one, "v2"), OURS.passedOnBy) == Literal("The minister, Ilena Brask")
    assert graph.value(node(one, "v2"), OURS.deniedBy) == Literal("Ostrand")
    assert list(graph.objects(node(one, "v2"), OURS.vouchedForBy)) == [Literal("drivers")]
    assert graph.value(node(one, "v3"), OURS.saidBy) == Literal("somebody who is not named")


def test_the_query_of_the_page_finds_all_who_deny_and_nobody_who_is_told_to_vouch() -> None:
    reading = sayso.read("The army did not shell the village of Brevna, Samira Kell said on Monday.")
    graph = turtle(Exported(reading))
    page = (ROOT / "docs" / "exports" / "prov.md").read_text("utf-8")
    [query] = re.findall(r'graph\.query\("(.+)"\)', page)
    namespace = {"sayso": "urn:sayso:term:"}
    answers: Any = graph.query(query, initNs=namespace)
    assert {str(answer.who) for answer in answers} == {"Samira Kell"}
    assert list(graph.objects(None, OURS.vouchedForBy)) == []


def test_how_far_it_is_told_elsewhere_is_counted() -> None:
    graph = turtle(replace(made(), counts={"v2": Counted("x:v1", 5, 4, 3, 1)}))
    names = ("documents", "publishers", "origins", "originsAgainst")
    found = [graph.value(node(made(), "v2"), OURS[name]) for name in names]
    assert found == [Literal(5), Literal(4), Literal(3), Literal(1)]
    assert graph.value(node(made(), "v1"), OURS.origins) is None


def test_only_what_was_asked_for_is_told_and_decisions_about_it() -> None:
    graph = turtle(replace(made(), chosen=frozenset({"v2"})))
    assert set(graph.subjects(RDF.type, OURS.Claim)) == set()
    assert set(graph.subjects(RDF.type, OURS.Event)) == {
        node(made(), "v2"),
        node(made(), "v2", "coded"),
    }
    assert len(set(graph.subjects(RDF.type, OURS.Correction))) == 1
    assert isomorphic(graph, jsonld(replace(made(), chosen=frozenset({"v2"}))))


def test_one_edit_after_another_is_told_in_order() -> None:
    one = made()
    [edit] = [each for each in one.corrections if each.action == "edit"]
    later = replace(edit, value={"type": "AID"}, at="2025-04-08T10:00:00.000000Z")
    given = replace(one, corrections=(*one.corrections, later), about={**one.about, later.id: "v2"})
    graph = turtle(given)
    last = graph.value(node(one, "v2"), PROV.wasGeneratedBy)
    assert last == URIRef(f"urn:sayso:correction:{later.id}")
    assert graph.value(last, PROV.wasInformedBy) == URIRef(f"urn:sayso:correction:{edit.id}")


def test_a_decision_about_a_record_that_is_gone_is_left_out() -> None:
    lost = judged("c99", "False")
    one = replace(made(), corrections=(lost,), about={})
    assert set(turtle(one).subjects(RDF.type, OURS.Correction)) == set()


def test_the_same_documents_give_the_same_bytes_and_agents_come_once() -> None:
    for form in (prov_jsonld, prov_turtle):
        assert whole(form.write, border(), made()) == whole(form.write, border(), made())
    assert whole(prov_turtle.write, made(), made()).count("<urn:sayso:software:0.1.0>\n") == 1

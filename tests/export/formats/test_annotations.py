"""Web Annotations: every selector finds its words again, and rdflib reads the page as oa: triples."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from sayso.export.exported import Exported
from sayso.export.formats.annotations import CONTEXT, write
from tests.export.formats.given import PAGE_AS_URI, TITLE, border, made, whole

OA = Namespace("http://www.w3.org/ns/oa#")
# What the context of W3C says of the terms that are used here; the tests ask no server for it.
TERMS: dict[str, Any] = {
    "oa": str(OA),
    "as": "https://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": str(RDF),
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": "as:Application",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "generator": {"@id": "as:generator", "@type": "@id"},
    **{name: f"oa:{name}" for name in ("identifying", "classifying", "describing", "tagging")},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
    "name": "foaf:name",
    "format": "dc:format",
    "language": "dc:language",
}


def page(*documents: Exported) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(whole(write, *documents))
    return read


def targets(of: Exported) -> list[dict[str, Any]]:
    return [target for annotation in page(of)["items"] for target in annotation["target"]]


@pytest.mark.parametrize("of", [border, made])
def test_every_selector_finds_its_words_in_the_text(of: Any) -> None:
    text = of().reading.document.text
    stored = [target for target in targets(of()) if isinstance(target["source"], dict)]
    assert len(stored) > 10
    for target in stored:
        quoted, place = target["selector"]
        assert text[place["start"] : place["end"]] == quoted["exact"]
        around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
        assert text.count(around) == 1
        assert text.index(around) + len(quoted["prefix"]) == place["start"]


def test_words_that_come_twice_are_told_apart_by_what_stands_around() -> None:
    one = made()
    doubled = one.reading.document.text * 2
    reading = replace(one.reading, document=replace(one.reading.document, text=doubled))
    quoted = next(t["selector"][0] for t in targets(replace(one, reading=reading)))
    assert doubled.count(quoted["prefix"] + quoted["exact"] + quoted["suffix"]) == 1


def test_each_source_cue_content_and_anchor_has_one_annotation() -> None:
    reading = border().reading
    ids = [annotation["id"].split(":", 3)[3] for annotation in page(border())["items"]]
    expected = [
        f"{said.id}:{part}"
        for said in reading.attributions
        for part, there in (("source", said.source.span), ("cue", said.cue), ("content", True))
        if there
    ]
    assert ids == expected + [f"{event.id}:anchor" for event in reading.events]


def test_a_content_in_two_parts_is_two_targets_of_one_annotation() -> None:
    [content] = [one for one in page(made())["items"] if one["id"].endswith(":a3:content")]
    exact = [target["selector"][0]["exact"] for target in content["target"] if "id" in target["source"]]
    assert exact == ['"They aimed at lorries,"', '"in daylight."']


def test_the_page_where_it_was_found_is_a_target_by_its_words_alone() -> None:
    found = [target for target in targets(made()) if isinstance(target["source"], str)]
    assert {target["source"] for target in found} == {PAGE_AS_URI}
    assert {target["selector"]["type"] for target in found} == {"TextQuoteSelector"}


def test_an_anchor_says_how_its_event_is_told_and_on_whose_word() -> None:
    [anchor] = [one for one in page(made())["items"] if one["id"].endswith(":v2:anchor")]
    told = [body["value"] for body in anchor["body"]]
    assert "standing: denied" in told
    assert told[0].startswith(TITLE)


def test_a_content_says_who_asserts_or_denies_it() -> None:
    told = {one["id"].split(":", 3)[3]: one["body"][0]["value"] for one in page(made())["items"]}
    assert told["a2:content"].startswith("Assertion by drivers. ")
    assert told["a4:content"].startswith("Denial by Ostrand. ")
    assert told["a5:content"].startswith("Belief by somebody who is not named. ")


def test_only_what_was_asked_for_and_what_it_stands_on_is_annotated() -> None:
    ids = [one["id"] for one in page(replace(made(), chosen=frozenset({"v2"})))["items"]]
    assert [id.split(":", 3)[3] for id in ids] == [
        "a1:source", "a1:cue", "a1:content", "a2:source", "a2:cue", "a2:content", "v2:anchor",
    ]  # fmt: skip


def test_rdflib_reads_what_was_written() -> None:
    read = page(made())
    assert read["@context"] == CONTEXT
    read["@context"] = [TERMS, CONTEXT[1]]
    graph = Graph().parse(data=json.dumps(read), format="json-ld")
    annotations = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == len(read["items"])
    for annotation in annotations:
        assert list(graph.objects(annotation, OA.motivatedBy))
        assert list(graph.objects(annotation, OA.hasBody))
        for target in graph.objects(annotation, OA.hasTarget):
            assert isinstance(graph.value(target, OA.hasSource), URIRef)
            assert list(graph.objects(target, OA.hasSelector))
    starts = {int(value) for value in graph.objects(None, OA.start)}  # type: ignore[call-overload]
    assert made().reading.events[1].anchor.start in starts


def test_the_same_documents_give_the_same_bytes_and_nothing_gives_an_empty_page() -> None:
    assert whole(write, border(), made()) == whole(write, border(), made())
    assert page()["items"] == []

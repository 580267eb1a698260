"""Whatever stands in a document, the file is one that the programs it is for can read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
import stix2
from rdflib import Graph
from stix2validator import ValidationOptions, validate_string

import sayso
from sayso.export.exported import Exported
from sayso.export.formats import writer
from sayso.schema.location import location_of
from tests.export.formats.given import judged, made, whole

ODD = 'a "b"\\ \x00\x01\x07\x1b\x7f\x85\u2028\xad\u200be\u0301\ud800\r\n\t<script> é🙂 {}^`| ' + "long " * 300


@cache
def odd() -> Exported:
    """Letters that break things, wherever a source may have put them."""
    one = made()
    document = replace(
        one.reading.document,
        title=ODD,
        outlet=ODD,
        authors=(ODD, ""),
        url="https://a.example/" + ODD,
        published="2025-02-30/2025-03-01",
        language="xx",
        wire=ODD,
    )
    entities = tuple(replace(entity, name=ODD) for entity in one.reading.entities)
    decided = (replace(judged("c1", ODD[:150], by=ODD[:150])), *one.corrections[1:])
    return replace(
        one,
        reading=replace(one.reading, document=document, entities=entities),
        locations=(location_of(document, name=ODD), location_of(document, name="")),
        corrections=decided,
        about={each.id: str(each.target["record"]) for each in decided},
    )


@cache
def bare() -> Exported:
    """Nobody says anything, and nothing is known of the text."""
    return Exported(sayso.read("Hm."))


@cache
def empty() -> Exported:
    """No text at all."""
    reading = bare().reading
    document = replace(reading.document, text="", passages=(), title=None)
    return Exported(replace(reading, document=document))


DOCUMENTS = pytest.mark.parametrize("of", [odd, bare, empty], ids=["odd", "bare", "empty"])


@DOCUMENTS
def test_stix_is_valid(of: Callable[[], Exported]) -> None:
    told = whole(writer("stix"), of())
    assert [each for each in stix2.parse(told, version="2.1").objects if each["type"] == "report"]
    assert validate_string(told, ValidationOptions(version="2.1")).is_valid


@DOCUMENTS
def test_every_value_of_followthemoney_is_taken_as_it_is(of: Callable[[], Exported]) -> None:
    model = pytest.importorskip("followthemoney", reason="needs sayso[test-ftm]; .ci/run sees to it").model
    lines = whole(writer("ftm"), of()).split("\n")[:-1]
    for each in map(json.loads, lines):
        taken = model.get_proxy(each, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in taken.items()} == {
            name: sorted(values) for name, values in each["properties"].items()
        }


@DOCUMENTS
def test_both_forms_of_prov_are_the_same_triples(of: Callable[[], Exported]) -> None:
    turtle = Graph().parse(data=whole(writer("prov-turtle"), of()), format="turtle")
    jsonld = Graph().parse(data=whole(writer("prov-jsonld"), of()), format="json-ld")
    assert set(turtle) == set(jsonld)
    assert len(turtle) >= 8


@DOCUMENTS
@pytest.mark.parametrize("form", ["schemaorg", "annotations"])
def test_json_is_whole(of: Callable[[], Exported], form: str) -> None:
    read = json.loads(whole(writer(form), of()))
    assert "\ud800" not in json.dumps(read, ensure_ascii=False)
    assert read["@context"]

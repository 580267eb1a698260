"""schema.org: rdflib reads the graph, knows every term, and finds reviews only where persons judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib import namespace as known

from sayso.export.exported import Counted, Exported
from sayso.export.formats.schemaorg import write
from tests.export.formats.given import CHECKED, PAGE_AS_URI, border, judged, made, whole

KNOWN = set(dir(known.SDO))  # rdflib's list of what schema.org has


def objects(kind: str, *documents: Exported) -> list[dict[str, Any]]:
    read = json.loads(whole(write, *documents))
    assert read["@context"] == "https://schema.org"
    return [each for each in read["@graph"] if each["@type"] == kind]


def graph(*documents: Exported) -> Graph:
    """What the context of schema.org says of the terms, without asking its server for it."""
    read = json.loads(whole(write, *documents)) | {"@context": {"@vocab": str(known.SDO)}}
    return Graph().parse(data=json.dumps(read), format="json-ld")


def claim(id: str, of: Exported) -> dict[str, Any]:
    [found] = [each for each in objects("Claim", of) if each["@id"].endswith(f":{id}")]
    return found


@pytest.mark.parametrize("of", [border, made], ids=["read", "made"])
def test_every_type_and_property_is_one_of_schema_org(of: Callable[[], Exported]) -> None:
    read = graph(of())
    assert len(read) > 50
    used = {term for term in read.predicates() if term != RDF.type} | set(read.objects(None, RDF.type))
    assert used <= KNOWN


def test_every_claim_appears_in_an_article_of_the_graph() -> None:
    read = graph(border())
    claims = set(read.subjects(RDF.type, known.SDO.Claim))
    assert len(claims) == len(border().reading.claims)
    for each in claims:
        assert (read.value(each, known.SDO.appearance), RDF.type, known.SDO.NewsArticle) in read
        assert read.value(each, known.SDO.text)


def test_a_claim_has_who_makes_it_and_no_other() -> None:
    assert claim("c1", made())["author"] == [{"@type": "Person", "name": "Ilena Brask"}]
    assert claim("c1", made())["creditText"] == "The minister, Ilena Brask"
    assert "author" not in claim("c2", made())
    assert claim("c2", made())["creditText"] == "drivers, as told by The minister, Ilena Brask"
    nobody = next(one for one in border().reading.claims if one.attribution and one.source.text is None)
    assert "author" not in claim(nobody.id, border())


def test_what_an_author_says_is_the_claim_of_the_authors() -> None:
    own = next(one for one in border().reading.claims if one.attribution is None)
    assert claim(own.id, border())["author"] == [
        {"@type": "Person", "name": "Lena Orsk"},
        {"@type": "Person", "name": "Tomas Veil"},
    ]


def test_a_denial_is_told_as_a_denial() -> None:
    assert claim("c4", made())["text"] == "Denied: the accusation"
    given = replace(made(), corrections=(judged("c4", "False"),), about={judged("c4", "False").id: "c4"})
    [review] = objects("ClaimReview", given)
    assert review["claimReviewed"] == "Denied by Ostrand: “the accusation”"


def test_how_an_event_is_told_stands_in_its_claims() -> None:
    [told] = [one for one in objects("Claim", made()) if "(ASSAULT)" in one["description"]]
    assert told["@id"].endswith(":c2")
    assert "“shelling” (ASSAULT): denied." in told["description"]


def test_how_far_a_claim_is_told_elsewhere_stands_in_its_description() -> None:
    one = replace(made(), counts={"c4": Counted("x:c1", 2, 2, 2, 1)})
    told = claim("c4", one)["description"]
    assert told.endswith("Told in 2 documents of 2 independent origins; origins that deny it: 1.")


def test_there_is_no_review_where_no_person_gave_a_verdict() -> None:
    assert objects("ClaimReview", border()) == []
    assert objects("ClaimReview", replace(made(), corrections=(), about={})) == []


def test_a_verdict_is_a_review_by_the_person_who_gave_it() -> None:
    read = graph(made())
    [review] = read.subjects(RDF.type, known.SDO.ClaimReview)
    assert read.value(review, known.SDO.itemReviewed) == URIRef(claim("c1", made())["@id"])
    assert read.value(read.value(review, known.SDO.author), known.SDO.name) == Literal("Ada Lind")
    assert read.value(read.value(review, known.SDO.reviewRating), known.SDO.alternateName) == Literal(
        "Not shown"
    )
    assert read.value(review, known.SDO.url) == Literal(CHECKED)
    assert read.value(review, known.SDO.datePublished) == Literal("2025-04-05")
    assert str(read.value(review, known.SDO.claimReviewed)) == claim("c1", made())["text"]


def test_a_person_has_one_verdict_and_two_persons_have_two() -> None:
    decided = (
        judged("c1", "False"),
        judged("c1", "True", by="Cy Marr", at="06"),
        judged("c1", "Half true", at="07"),
    )
    given = replace(made(), corrections=decided, about={each.id: "c1" for each in decided})
    reviews = objects("ClaimReview", given)
    told = [(each["author"]["name"], each["reviewRating"]["alternateName"]) for each in reviews]
    assert told == [("Ada Lind", "Half true"), ("Cy Marr", "True")]


def test_an_article_tells_where_and_when_it_came_out() -> None:
    [article] = objects("NewsArticle", made())
    assert article["url"] == PAGE_AS_URI
    assert article["publisher"] == {"@type": "Organization", "name": "The Telmara Courier"}
    assert article["datePublished"] == "2025-03-14"


def test_an_event_that_was_asked_for_brings_the_claims_about_it() -> None:
    found = objects("Claim", replace(made(), chosen=frozenset({"v2"})))
    assert [each["identifier"].partition(":")[2] for each in found] == ["c1", "c2"]
    assert objects("Claim", replace(made(), chosen=frozenset({"c4"})))[0]["@id"].endswith(":c4")


def test_the_same_documents_give_the_same_bytes_and_nothing_an_empty_graph() -> None:
    assert whole(write, border(), made()) == whole(write, border(), made())
    assert json.loads(whole(write)) == {"@context": "https://schema.org", "@graph": []}

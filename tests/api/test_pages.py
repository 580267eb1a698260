"""Every page over a real ledger: what stands there, where it leads, and that nothing in it is markup."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from sayso.ledger.asking import Filter
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from sayso.reporting.asked import Wanted
from sayso.reporting.gathering import gather
from sayso.reporting.rendering import to_html
from tests.api.conftest import hostile
from tests.api.pages import Page


def page(client: TestClient, path: str) -> Page:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    found = Page(answer.text)
    assert found.open == []
    return found


def ways(found: Page) -> list[str]:
    """Where a page leads on this server."""
    return [way for way in found.values("href", of="a") if way.startswith("/")]


def room(path: str) -> str:
    return urlsplit(path).path.split("/")[1]


def test_whoever_follows_links_never_gets_lost(client: TestClient) -> None:
    """Some pages of each kind, whatever leads there."""
    waiting = ["/"]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop(0)
        if path in seen or sum(room(path) == room(other) for other in seen) >= 5:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        if answer.headers["content-type"].startswith("text/html"):
            waiting += [way.partition("#")[0] for way in ways(Page(answer.text))]
    rooms = {
        "",
        "claims",
        "events",
        "documents",
        "entities",
        "mentioned",
        "attributions",
        "claims.csv",
        "claims.html",
    }
    assert rooms <= {room(path) for path in seen}


def test_the_first_page_counts_what_the_ledger_holds(client: TestClient) -> None:
    text = page(client, "/").text
    assert re.search(r"documents\s*8\b", text)
    assert "The Telmara Courier" in text
    assert "denied" in text


def test_every_page_has_a_title_a_main_and_one_heading_of_the_first_order(
    client: TestClient, document: str
) -> None:
    for path in ("/", "/claims", "/events", f"/documents/{document}", f"/claims/{document}:c1"):
        found = page(client, path)
        tags = [tag for tag, _ in found.tags]
        assert (tags.count("title"), tags.count("main"), tags.count("h1")) == (1, 1, 1), path
        assert "#main" in found.values("href", of="a")


def test_ids_on_a_page_are_unique(client: TestClient, document: str) -> None:
    for path in ("/", "/claims", "/events", f"/documents/{document}", f"/events/{document}:v1"):
        ids = page(client, path).values("id")
        assert sorted(set(ids)) == sorted(ids), path


def test_words_are_marked_where_they_are_found(client: TestClient) -> None:
    source = client.get("/claims?q=lorries").text
    assert '<mark class="hit">lorries</mark>' in source


def test_a_row_opens_its_sentence_in_place(client: TestClient) -> None:
    source = client.get("/claims?q=accusation").text
    (first, *_) = re.findall(r'<p class="in-place">(.*?)</p>', source, re.DOTALL)
    assert first == "Ostrand denies <b>the accusation</b>."


def test_an_event_is_marked_by_its_own_words(client: TestClient, document: str) -> None:
    source = client.get("/events?standing=possible").text
    assert "<b>leave</b> Telmara next week" in source


def test_facets_count_and_narrow(client: TestClient) -> None:
    found = page(client, "/claims?attitude=denial")
    chosen = [attributes["href"] for _, attributes in found.tags if attributes.get("class") == "on"]
    assert chosen == ["/claims"]
    assert "8 claims" in found.text


def test_pages_follow_on_each_other_and_add_up(client: TestClient, ledger: Ledger) -> None:
    path: str | None = "/claims"
    seen: list[str] = []
    while path:
        source = client.get(path).text
        seen += re.findall(r'<article class="row" aria-labelledby="h-(\w+-c\d+)"', source)
        after = [attributes for _, attributes in Page(source).tags if attributes.get("rel") == "next"]
        path = after[0]["href"] if after else None
    assert seen == [f"{hit.document}-{hit.record}" for hit in search(ledger, limit=1000).hits]


def test_what_is_shown_can_be_taken_along(client: TestClient, ledger: Ledger) -> None:
    hits = search(ledger, "lorries", limit=1000).hits
    lines = [json.loads(line) for line in client.get("/claims.jsonl?q=lorries").text.splitlines()]
    assert [line["id"] for line in lines] == [hit.id for hit in hits]
    rows = list(csv.DictReader(StringIO(client.get("/claims.csv?q=lorries").text)))
    assert [row["id"] for row in rows] == [hit.id for hit in hits]
    assert rows[0]["content"] == hits[0].content


@pytest.mark.parametrize("kind", ["claims", "events"])
def test_what_is_shown_can_be_taken_along_as_a_report(client: TestClient, ledger: Ledger, kind: Kind) -> None:
    answer = client.get(f"/{kind}.html?q=lorries")
    assert "attachment" in answer.headers["content-disposition"]
    wanted = Wanted("lorries", Filter(), (kind,), ledger=client.app.state.settings.name)  # type: ignore[attr-defined]
    assert answer.text == to_html(gather(ledger, wanted))
    assert "<script" not in answer.text
    assert client.get(f"/{kind}.html?standing=maybe").status_code == 400


def test_a_download_goes_beyond_the_page_it_was_asked_on(client: TestClient, ledger: Ledger) -> None:
    every = search(ledger, limit=1000)
    lines = client.get(f"/claims.jsonl?after={search(ledger, limit=2).next}").text.splitlines()
    assert len(lines) == every.total


def test_the_article_has_its_marks_and_a_way_to_every_record(client: TestClient, document: str) -> None:
    found = page(client, f"/documents/{document}")
    classes = {name for value in found.values("class") for name in value.split()}
    assert {"source", "cue", "content", "event", "is-denied", "card", "dateline"} <= classes
    assert {f"/claims/{document}:c1", f"/events/{document}:v1", f"/attributions/{document}:a5"} <= set(
        ways(found)
    )
    assert "c1" in found.values("id")
    targets = {f"#{name}" for name in found.values("id")}
    assert [way for way in found.values("href", of="a") if way.startswith("#") and way not in targets] == []


def test_a_record_stands_in_its_sentence_with_the_chain_of_who_says_it(
    client: TestClient, document: str
) -> None:
    found = page(client, f"/claims/{document}:c2")
    assert "the first shells came from the east" in found.text
    assert "had told her" in found.text
    assert "Where it comes from" in found.text
    assert "made-by-hand" in found.text


def test_a_record_of_another_kind_is_not_there(client: TestClient, document: str) -> None:
    assert client.get(f"/claims/{document}:v1").status_code == 404
    assert client.get(f"/events/{document}").status_code == 404


def test_an_entity_has_a_page_with_its_documents(client: TestClient, document: str) -> None:
    (way,) = {way for way in ways(page(client, f"/documents/{document}")) if way.startswith("/entities/")}
    found = page(client, way)
    assert "Ilena Brask" in found.text
    assert f"/documents/{document}" in ways(found)


def test_the_text_and_the_records_of_a_document_can_be_had(client: TestClient, document: str) -> None:
    text = client.get(f"/documents/{document}.txt")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    told = client.get(f"/documents/{document}.json").json()
    assert told["document"]["text"] == text.text
    assert told["document"]["id"] == document


@pytest.mark.parametrize("room", ["documents", "claims", "events", "entities", "search", "home"])
def test_whatever_an_article_holds_is_only_text(client: TestClient, room: str) -> None:
    id = hostile().document.id
    way = next(way for way in ways(page(client, f"/documents/{id}")) if way.startswith("/entities/"))
    paths = {
        "documents": f"/documents/{id}",
        "claims": f"/claims/{id}:c1",
        "events": f"/events/{id}:v1",
        "entities": way,
        "search": "/events?since=2025-04-01&until=2025-04-01",
        "home": "/",
    }
    found = page(client, paths[room])
    assert [attributes.get("src", "") for tag, attributes in found.tags if tag == "script"] == [
        src for src in found.values("src", of="script") if src.startswith("/static/")
    ]
    assert not any(tag == "img" for tag, _ in found.tags)
    assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)
    assert not any("javascript:" in way for way in found.values("href"))
    assert "alert(1)" in found.text
    assert "49" not in found.text


def test_the_beginning_of_an_id_leads_to_the_whole_one(client: TestClient, document: str) -> None:
    for path, whole in (
        (f"/documents/{document[:9]}", f"/documents/{document}"),
        (f"/claims/{document[:9]}:c1", f"/claims/{document}:c1"),
    ):
        assert client.get(path, follow_redirects=False).headers["location"] == whole


def test_a_name_leads_to_the_page_of_whom_it_names(client: TestClient) -> None:
    answer = client.get("/entities/Ilena Brask")
    assert answer.url.path.startswith("/entities/e")
    assert "Ilena Brask" in answer.text


def test_accounts_of_one_claim_are_counted_with_their_origins(client: TestClient) -> None:
    """Six of the documents are copies of one."""
    found = page(client, "/claims?q=lorries")
    assert re.search(r"\d accounts from \d origins?", found.text)
    assert re.search(r"\b0 claims", page(client, "/claims?q=lorries&origins=%3E9").text)


def test_head_is_answered_as_get_is_but_for_the_body(client: TestClient) -> None:
    answer = client.head("/claims")
    assert answer.status_code == 200
    assert answer.content == b""


def test_styles_and_scripts_may_be_kept_as_long_as_their_address_stays(client: TestClient) -> None:
    for way in (*page(client, "/").values("src", of="script"), *page(client, "/").values("href", of="link")):
        assert "immutable" in client.get(way).headers["cache-control"]
        assert client.get(way.partition("?")[0]).headers["cache-control"] == "private, no-cache"


def test_the_description_of_the_api_names_no_pages(client: TestClient) -> None:
    assert all(path.startswith("/api/v1") for path in client.get("/api/v1/openapi.json").json()["paths"])

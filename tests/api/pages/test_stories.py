"""Events, each once, and all accounts of one."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from sayso.ledger.across.events import EventCluster, event_clusters
from sayso.ledger.ledger import Ledger
from tests.api.conftest import hostile
from tests.api.pages import Page


def page(client: TestClient, path: str, status: int = 200) -> Page:
    answer = client.get(path)
    assert answer.status_code == status, (path, answer.text)
    found = Page(answer.text)
    assert found.open == [], path
    ids = found.values("id")
    assert sorted(set(ids)) == sorted(ids), path
    assert [tag for tag, _ in found.tags].count("h1") == 1, path
    assert not found.values("style"), path
    return found


@pytest.fixture(scope="module")
def killing(newsroom_ledger: Ledger) -> EventCluster:
    """Three papers tell it: three killed, five killed."""
    return event_clusters(newsroom_ledger, by="origins").events[0]


def test_each_event_stands_once_with_what_is_counted_of_it(
    newsdesk: TestClient, newsroom_ledger: Ledger
) -> None:
    found = page(newsdesk, "/stories")
    every = event_clusters(newsroom_ledger)
    assert f"{every.total} events" in found.text
    ways = [way for way in found.values("href", of="a") if way.startswith("/stories/")]
    assert list(dict.fromkeys(ways)) == [f"/stories/{one.id}" for one in every.events]
    assert "3 articles / 3 publishers / 3 origins" in found.text
    assert "killed: 3 or 5" in found.text


def test_the_order_is_kept_by_facets_and_pages(newsdesk: TestClient, killing: EventCluster) -> None:
    found = page(newsdesk, "/stories?by=origins&standing=reported")
    first = next(way for way in found.values("href", of="a") if way.startswith("/stories/"))
    assert first == f"/stories/{killing.id}"
    facets = [way for way in found.values("href", of="a") if way.startswith("/stories?")]
    assert facets
    assert all("by=origins" in way for way in facets)
    assert "/stories?by=origins" in facets, "without the standing"


def test_a_page_that_is_past_the_end_says_so(newsdesk: TestClient) -> None:
    assert "There is nothing further." in page(newsdesk, "/stories?skip=30").text


@pytest.mark.parametrize(
    "query", ["foo=1", "by=loudest", "by=newest&by=oldest", "skip=-1", "skip=many", "order=oldest", "since=x"]
)
def test_what_cannot_be_asked_is_told_with_the_form(newsdesk: TestClient, query: str) -> None:
    found = page(newsdesk, f"/stories?{query}", status=400)
    assert "problem" in found.values("class")
    assert "/stories" in found.values("action", of="form")


def test_who_tells_and_who_denies_stand_side_by_side_with_their_numbers(
    newsdesk: TestClient, killing: EventCluster
) -> None:
    text = page(newsdesk, f"/stories/{killing.id}").text
    assert "Said to have happened" in text
    assert "Nobody in these articles." in text, "nobody denies it"
    assert "the port union" in text
    assert "Killed, as told" in text
    assert "corroborated" in text
    assert "no proof" in text


def test_every_account_stands_below_its_origin_and_can_be_pointed_at(
    newsdesk: TestClient, killing: EventCluster
) -> None:
    found = page(newsdesk, f"/stories/{killing.id}")
    assert {f"a-{id.replace(':', '-')}" for id in killing.accounts} <= set(found.values("id"))
    for id in killing.accounts:
        assert f"/events/{id}" in found.values("href", of="a")
    inside = {way for way in found.values("href", of="a") if way.startswith("#")}
    assert inside <= {f"#{id}" for id in found.values("id")}


def test_why_accounts_are_one_event_is_told_part_by_part(newsdesk: TestClient, killing: EventCluster) -> None:
    text = page(newsdesk, f"/stories/{killing.id}").text
    assert "Why these accounts are taken for one event" in text
    assert "How many telling words stand around both" in text


def test_why_articles_have_one_origin_is_told_with_the_words(
    newsdesk: TestClient, newsroom_ledger: Ledger
) -> None:
    ferry = event_clusters(newsroom_ledger, "ferry", by="origins").events[0]
    assert (ferry.documents, ferry.origins) == (2, 1)
    text = page(newsdesk, f"/stories/{ferry.id}").text
    assert "uncorroborated" in text
    assert "is abridged from, or into," in text
    assert "nine people drowned" in text


def test_a_denial_is_told_with_who_denies(newsdesk: TestClient, newsroom_ledger: Ledger) -> None:
    denied = next(one for one in event_clusters(newsroom_ledger).events if one.against)
    text = page(newsdesk, f"/stories/{denied.id}").text
    assert "Somebody denies it." in text
    assert "denied by The interior ministry of Velmora" in " ".join(text.split())


def test_the_beginning_of_an_id_leads_to_the_event(newsdesk: TestClient, killing: EventCluster) -> None:
    document, record = killing.id.split(":")
    answer = newsdesk.get(f"/stories/{document[:9]}:{record}", follow_redirects=False)
    assert answer.headers["location"] == f"/stories/{killing.id}"


@pytest.mark.parametrize("id", ["0000:v1", "nonsense", "0b69c0bea5068661:c1"])
def test_what_is_no_event_has_no_page(newsdesk: TestClient, id: str) -> None:
    page(newsdesk, f"/stories/{id}", status=404)


def test_whatever_an_article_holds_is_only_text(client: TestClient) -> None:
    for path in (f"/stories/{hostile().document.id}:v1", "/stories"):
        found = page(client, path)
        assert not any(tag == "img" for tag, _ in found.tags)
        assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)
        assert not any("javascript:" in way for way in found.values("href"))


def test_whoever_follows_links_between_these_pages_never_gets_lost(newsdesk: TestClient) -> None:
    """Some pages of each kind, whatever leads there."""
    rooms = {"stories", "origins", "speakers", "outlets", "places", "compare"}
    waiting, seen = ["/stories", "/origins", "/claims", "/events"], set[str]()
    while waiting:
        path = waiting.pop(0)
        room = urlsplit(path).path.split("/")[1]
        if path in seen or sum(room == urlsplit(other).path.split("/")[1] for other in seen) >= 12:
            continue
        seen.add(path)
        found = page(newsdesk, path)
        ways = [way.partition("#")[0] for way in found.values("href", of="a") if way.startswith("/")]
        waiting += [way for way in ways if urlsplit(way).path.split("/")[1] in rooms]
    assert {"stories", "origins", "speakers", "outlets", "places"} <= {
        urlsplit(path).path.split("/")[1] for path in seen
    }

"""What somebody said over time."""

from __future__ import annotations

from starlette.testclient import TestClient

from sayso.ledger.across.speakers import speaker
from sayso.ledger.ledger import Ledger
from sayso.workbench import addresses
from tests.api.pages.test_stories import page


def test_statements_stand_the_latest_first_with_outlets_and_origins(
    newsdesk: TestClient, newsroom_ledger: Ledger
) -> None:
    found = page(newsdesk, "/speakers/Ilan Marsh")
    told = speaker(newsroom_ledger, "Ilan Marsh")
    at = [found.values("id").index(f"s-{one.id.replace(':', '-')}") for one in told.statements]
    assert at == sorted(at, reverse=True)
    assert f"{told.total} statements" in found.text
    outlets = {addresses.outlet(name) for one in told.statements for name in one.outlets}
    assert len(outlets) > 1
    assert outlets <= set(found.values("href", of="a"))


def test_what_may_contradict_stands_side_by_side(newsdesk: TestClient) -> None:
    text = page(newsdesk, "/speakers/Ilan Marsh").text
    assert "it will be in the one, it will not in the other" in text
    assert "would hold" in text
    assert "would not hold" in text
    assert "Which is right is not said" in text


def test_names_are_told_and_those_that_nobody_can_place(newsdesk: TestClient) -> None:
    text = page(newsdesk, "/speakers/Ilan Marsh").text
    assert "“Water Minister Ilan Marsh”" in text
    assert "Left out, since it may be somebody else" in text


def test_days_narrow_it(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/speakers/Ilan Marsh?since=2031-05-09&until=2031-05-09")
    assert "2 statements," in found.text
    page(newsdesk, "/speakers/Ilan Marsh?since=never", status=400)
    page(newsdesk, "/speakers/Ilan Marsh?order=oldest", status=400)


def test_a_name_of_several_leads_to_each_of_them(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/speakers/Marsh")
    assert "may be any of several" in found.text
    ways = [way for way in found.values("href", of="a") if way.startswith("/speakers/")]
    assert len(ways) == 2
    for way in ways:
        page(newsdesk, way)


def test_a_title_that_is_nobody_s_name_leads_to_the_claims_under_it(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/speakers/Minister")
    assert "tells nobody from others" in found.text
    assert "/claims?source=Minister" in found.values("href", of="a")


def test_nobody_of_a_name_has_no_page(newsdesk: TestClient) -> None:
    for name in ("Nobody Here", "...", "%20", "a/b"):
        page(newsdesk, f"/speakers/{name}", status=404)

"""One outlet, and two side by side."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import HOSTILE
from tests.api.pages.test_stories import page


def test_an_outlet_has_its_articles_its_sourcing_and_whom_it_quotes(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/outlets/The Harrow Courier")
    assert "4 articles of 4 origins" in found.text
    assert "one of 2 articles of one origin" in found.text
    assert "How its claims are sourced" in found.text
    assert "/speakers/Ilan%20Marsh" in found.values("href", of="a")


def test_the_bars_lead_to_the_claims_under_them(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/outlets/The Harrow Courier")
    (named,) = [way for way in found.values("href", of="a") if way.endswith("&naming=named")]
    assert "6 claims" in page(newsdesk, named).text


def test_an_outlet_leads_to_a_comparison_with_another(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/outlets/The Harrow Courier")
    assert "/compare" in found.values("action", of="form")
    assert "Telmara Herald" in found.text


def test_two_outlets_stand_side_by_side(newsdesk: TestClient) -> None:
    text = page(newsdesk, "/compare?a=The+Harrow+Courier&b=Telmara+Herald").text
    assert "Both tell of 2 events" in text
    assert "they differ in how far it is vouched for, how many people it hit" in text
    assert "one origin, so one account" in text
    assert "Articles of one origin" in text
    assert "It says of neither that it is right." in text


def test_days_narrow_a_comparison(newsdesk: TestClient) -> None:
    text = page(newsdesk, "/compare?a=The+Harrow+Courier&b=Telmara+Herald&since=2031-05-01").text
    assert "Both tell of 0 events" in text


def test_without_names_the_comparison_asks_for_them(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/compare")
    assert {"a", "b"} <= set(found.values("name", of="input"))
    assert "The Harrow Courier" in found.values("value", of="option")


@pytest.mark.parametrize(
    "query",
    ["a=x&b=Telmara+Herald", "a=Telmara+Herald&b=telmaraherald.com", "c=1", "a=x&a=y", "a=x&b=y&since=z"],
)
def test_what_cannot_be_compared_is_told_with_the_form(newsdesk: TestClient, query: str) -> None:
    found = page(newsdesk, f"/compare?{query}", status=400)
    assert "problem" in found.values("class")
    assert "/compare" in found.values("action", of="form")


def test_an_outlet_that_published_nothing_has_no_page(newsdesk: TestClient) -> None:
    page(newsdesk, "/outlets/Nowhere Gazette", status=404)


def test_an_outlet_whose_name_is_markup_has_a_page(client: TestClient) -> None:
    home = client.get("/").text
    assert HOSTILE not in home
    found = page(client, "/")
    (way,) = [way for way in found.values("href", of="a") if way.startswith("/outlets/Outlet")]
    assert "alert(1)" in page(client, way).text

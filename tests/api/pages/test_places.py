"""What is said to have happened at a place."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.api.pages.test_stories import page


def test_a_place_has_its_events_each_once_and_by_month(newsdesk: TestClient) -> None:
    found = page(newsdesk, "/places/Lorn")
    assert "1 event is said to have happened here" in found.text
    assert "2 articles / 2 publishers / 2 origins" in found.text
    assert "2031-04" in found.text
    assert "rect" in [tag for tag, _ in found.tags]


def test_a_row_of_events_leads_to_its_place(newsdesk: TestClient) -> None:
    assert "/places/Lorn" in page(newsdesk, "/events?q=sentenced").values("href", of="a")


def test_where_nothing_happened_there_is_no_page(newsdesk: TestClient) -> None:
    page(newsdesk, "/places/Nowhere", status=404)
    page(newsdesk, "/places/Lorn?limit=1", status=400)
    assert "nothing further" in page(newsdesk, "/places/Lorn?skip=5").text

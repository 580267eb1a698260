"""Which documents come from one another."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from sayso.ledger.across.origins import origins
from sayso.ledger.ledger import Ledger
from tests.api.pages.test_stories import page


@pytest.fixture(scope="module")
def ferry(newsroom_ledger: Ledger) -> tuple[str, ...]:
    """The ids of the story of an agency and of what abridges it."""
    return next(each.documents for each in origins(newsroom_ledger).origins if len(each.documents) > 1)


def test_origins_of_several_documents_come_before_those_alone(
    newsdesk: TestClient, ferry: tuple[str, ...]
) -> None:
    found = page(newsdesk, "/origins")
    assert "13 documents / 3 publishers / 12 origins" in found.text
    assert "is abridged from, or into," in found.text
    ways = [way for way in found.values("href", of="a") if way.startswith("/documents/")]
    assert ways[0] == f"/documents/{ferry[0]}/origin"
    assert found.text.index("Ferry sinks off Sella") < found.text.index("Alone")
    assert "Minister warns of floods" in found.text


def test_an_article_tells_how_many_have_its_origin_and_leads_to_them(
    newsdesk: TestClient, ferry: tuple[str, ...]
) -> None:
    for id in ferry:
        found = page(newsdesk, f"/documents/{id}")
        assert "one of 2 articles of one origin" in found.text
        assert f"/documents/{id}/origin" in found.values("href", of="a")


def test_the_origin_of_one_document_tells_why(newsdesk: TestClient, ferry: tuple[str, ...]) -> None:
    found = page(newsdesk, f"/documents/{ferry[1]}/origin")
    assert "2 articles of one origin" in found.text
    assert "nine people drowned" in found.text
    assert "here" in found.values("class")


def test_a_document_alone_says_so(newsdesk: TestClient, newsroom_ledger: Ledger) -> None:
    alone = next(each.id for each in origins(newsroom_ledger).origins if len(each.documents) == 1)
    assert "rests on no other here" in page(newsdesk, f"/documents/{alone}/origin").text
    assert "an origin of its own" in page(newsdesk, f"/documents/{alone}").text


def test_the_beginning_of_an_id_leads_to_the_whole_one(newsdesk: TestClient, ferry: tuple[str, ...]) -> None:
    answer = newsdesk.get(f"/documents/{ferry[0][:8]}/origin", follow_redirects=False)
    assert answer.headers["location"] == f"/documents/{ferry[0]}/origin"


def test_what_is_not_there_is_told(newsdesk: TestClient) -> None:
    page(newsdesk, "/documents/0000/origin", status=404)
    page(newsdesk, "/origins?skip=x", status=400)
    page(newsdesk, "/origins?limit=3", status=400)
    assert "nothing further" in page(newsdesk, "/origins?skip=12").text

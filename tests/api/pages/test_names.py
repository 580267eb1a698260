"""Speakers, outlets and places by name: every row leads to its page."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.api.pages import Page


@pytest.mark.parametrize("kind", ["speakers", "outlets", "places"])
def test_every_name_leads_to_its_page(client: TestClient, kind: str) -> None:
    links = [link for link in Page(client.get(f"/{kind}").text).values("href", of="a") if f"/{kind}/" in link]
    assert links
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("kind", ["speakers", "outlets", "places"])
def test_home_leads_there_and_a_part_narrows(client: TestClient, kind: str) -> None:
    assert f'href="/{kind}"' in client.get("/").text
    told = client.get(f"/{kind}?q=zzzz")
    assert told.status_code == 200
    assert "No name has that in it" in told.text


def test_what_follows_a_place_is_what_comes_after_it(client: TestClient) -> None:
    told = client.get("/outlets?after=zzzz").text
    assert "There is nothing further" in told
    assert 'rel="first"' in told


@pytest.mark.parametrize("query", ["limit=3", "q=a&q=b", f"q={'x' * 600}"])
def test_what_means_nothing_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/places?{query}").status_code == 400

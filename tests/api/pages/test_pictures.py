"""Timeline, network and map of a search: what stands there, and where each mark leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger
from tests.api.conftest import BASE
from tests.api.test_pages import page, room, ways
from tests.ledger.across.reports import Report, put
from tests.ledger.across.test_pictures import REPORTS

PICTURES = ("/timeline", "/network", "/map")
ROOMS = [path[1:] for path in PICTURES]
COUNT = re.compile(r'<h2 id="count">(More than )?([\d,]+) event')
ROW = re.compile(
    r'<th scope="row"><a href="([^"]+)">(.*?)</a></th>.*?<td class="number">(\d+)</td></tr>', re.DOTALL
)


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = str(tmp_path_factory.mktemp("pictures") / "news.ledger")
    with Ledger(store, create=True) as made:
        put(made, REPORTS)
    with (
        Ledger(store) as opened,
        TestClient(create_app(opened, Settings(name="news.ledger")), base_url=BASE) as running,
    ):
        yield running


@pytest.mark.parametrize(
    "path", [*PICTURES, "/timeline?of=claims", "/network?q=zebra", "/map?standing=denied"]
)
def test_a_picture_is_a_page_like_the_others(client: TestClient, path: str) -> None:
    found = page(client, path)
    tags = [tag for tag, _ in found.tags]
    assert (tags.count("main"), tags.count("h1")) == (1, 1)
    ids = found.values("id")
    assert sorted(set(ids)) == sorted(ids)
    assert "style" not in tags
    assert found.values("style") == []


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_is_for_pointing_and_its_table_for_reading(reported: TestClient, path: str) -> None:
    found = page(reported, path)
    pictures = [attrs for tag, attrs in found.tags if tag == "svg" and "min-width" not in attrs]
    assert all(attrs.get("aria-hidden") == "true" for attrs in pictures)
    marks = {attrs["href"] for tag, attrs in found.tags if tag == "a" and attrs.get("tabindex") == "-1"}
    others = {attrs.get("href") for tag, attrs in found.tags if tag == "a" and "tabindex" not in attrs}
    assert marks
    assert marks <= others, "whoever cannot point finds the same in the table"


@pytest.mark.parametrize("path", [*PICTURES, "/timeline?step=month", "/network?standing=denied&type=ASSAULT"])
def test_each_row_leads_to_at_least_the_events_it_counts(reported: TestClient, path: str) -> None:
    rows = ROW.findall(reported.get(path).text)
    assert rows
    for address, _, events in rows:
        answer = reported.get(unescape(address)).text
        found = COUNT.search(answer)
        assert found, address
        assert int(found[2]) >= int(events), address


def test_every_way_from_a_picture_is_answered(reported: TestClient) -> None:
    for path in (*PICTURES, "/timeline?of=claims&step=week"):
        mine = {way for way in ways(page(reported, path)) if room(way) in ("events", "claims", *ROOMS)}
        assert len(mine) > 5
        for way in mine:
            assert reported.get(way).status_code == 200, way


@pytest.mark.parametrize("kind", ["events", "claims"])
def test_a_search_leads_to_its_pictures_and_back(client: TestClient, kind: str) -> None:
    there = set(ways(page(client, f"/{kind}?since=2020-01-01")))
    of = "&of=claims" if kind == "claims" else ""
    timeline = f"/timeline?since=2020-01-01{of}"
    assert {timeline, "/network?since=2020-01-01", "/map?since=2020-01-01"} <= there
    assert f"/{kind}?since=2020-01-01" in ways(page(client, timeline))


def test_a_facet_beside_a_picture_stays_with_the_picture(client: TestClient) -> None:
    there = ways(page(client, "/timeline?step=month"))
    assert "/timeline?standing=denied&step=month" in there
    chosen = page(client, "/timeline?standing=denied&step=month")
    assert "/timeline?step=month" in ways(chosen)


def test_what_a_picture_does_not_know_is_refused(client: TestClient) -> None:
    for path in ("/network?of=claims", "/map?attitude=denial", "/timeline?step=hour", "/timeline?of=x",
                 "/timeline?step=day&step=week", "/network?colour=red", "/map?since=nonsense"):  # fmt: skip
        assert client.get(path).status_code == 400, path


def test_an_empty_ledger_has_pictures_that_say_so(tmp_path: Path) -> None:
    store = str(tmp_path / "empty.ledger")
    with Ledger(store, create=True):
        pass
    with Ledger(store) as opened, TestClient(create_app(opened, Settings(name="x")), base_url=BASE) as client:
        for path in PICTURES:
            assert "Nothing answers that" in page(client, path).text


def test_a_name_that_tries_to_be_markup_is_only_text(tmp_path: Path) -> None:
    store, name = str(tmp_path / "h.ledger"), "<script>alert(1)</script>\"'&"
    with Ledger(store, create=True) as made:
        put(made, [Report(f"{name} struck Sella.", name, "Sella", place="Sella")])
    with Ledger(store) as opened, TestClient(create_app(opened, Settings(name="x")), base_url=BASE) as client:
        for path in PICTURES:
            found = page(client, path)
            assert "alert" not in "".join(found.values("src", of="script"))
            assert "<script>alert" not in client.get(path).text
        assert name in page(client, "/network").text


def test_the_land_is_a_file_of_the_workbench(client: TestClient) -> None:
    answer = client.get("/static/land.svg")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")

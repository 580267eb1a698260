"""What programs read: the same as everywhere else, and whole."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.export.json import to_object
from sayso.ledger.across.bringing import waiting
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import entity_id
from sayso.ledger.searching import search
from tests.conftest import made_reading


def got(client: TestClient, path: str) -> Any:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def every(client: TestClient, path: str, kind: str) -> list[dict[str, Any]]:
    """All pages of a list, two at a time."""
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = got(client, f"{path}{'&' if '?' in path else '?'}limit=2{cursor}")
        assert len(page[kind]) <= 2
        found += page[kind]
        cursor = f"&cursor={page['next']}" if page["next"] else None
    return found


def test_the_ledger_is_told_in_numbers(client: TestClient, ledger: Ledger) -> None:
    told = got(client, "ledger")
    assert (told["name"], told["overview"]["documents"]) == ("news.ledger", 8)
    assert told["waiting"] == waiting(ledger)


def test_pages_of_documents_follow_on_each_other(client: TestClient, ledger: Ledger) -> None:
    ids = [one["id"] for one in every(client, "documents", "documents")]
    assert sorted(ids) == ledger.ids()
    assert len(got(client, "documents?outlet=The%20Telmara%20Courier")["documents"]) > 1
    assert got(client, "documents?outlet=Nobody")["documents"] == []


def test_a_reading_is_what_sayso_read_prints(client: TestClient, document: str) -> None:
    told = got(client, f"documents/{document}/reading")
    assert told == json.loads(json.dumps(to_object(made_reading())))
    assert list(told) == list(to_object(made_reading()))


def test_a_document_tells_where_it_was_found(client: TestClient, document: str) -> None:
    told = got(client, f"documents/{document}")
    assert [place["name"] for place in told["locations"]] == ["a.txt"]
    assert told["codings"][0]["mark"] == "one"


@pytest.mark.parametrize(
    ("asked", "words", "kind"),
    [
        ("claims?", "", "claims"),
        ("claims?q=lorries&", "lorries", "claims"),
        ("events?", "", "events"),
        ("events?q=shelling&", "shelling", "events"),
    ],
)
def test_pages_of_hits_are_those_of_a_search(
    client: TestClient, ledger: Ledger, asked: str, words: str, kind: Any
) -> None:
    ids = [one["id"] for one in every(client, asked.rstrip("?&"), kind)]
    assert ids == [hit.id for hit in search(ledger, words, kind=kind, limit=1000).hits]


def test_facets_narrow_and_several_values_of_one_widen(client: TestClient) -> None:
    every, denials = got(client, "claims"), got(client, "claims?attitude=denial")
    assert {hit["attitude"] for hit in denials["claims"]} == {"denial"}
    assert 0 < denials["total"] < every["total"]
    both = got(client, "claims?attitude=denial&attitude=assertion")
    assert both["total"] == every["total"]


def test_oldest_first_is_newest_first_turned_round(client: TestClient) -> None:
    days = [hit["day"] for hit in got(client, "claims?order=oldest&limit=1000")["claims"] if hit["day"]]
    assert days == sorted(days)


def test_days_narrow(client: TestClient) -> None:
    found = got(client, "claims?since=2025-03-14&until=2025-03-14")["claims"]
    assert {hit["day"] for hit in found} == {"2025-03-14"}


def test_facets_are_counted(client: TestClient) -> None:
    told = got(client, "claims/facets?q=lorries")
    assert told["counted"] == got(client, "claims?q=lorries")["total"]
    assert sum(number for _, number in told["facets"]["attitude"]) == told["counted"]


def test_what_is_found_can_be_taken_along(client: TestClient, ledger: Ledger) -> None:
    ids = [hit.id for hit in search(ledger, kind="events", limit=1000).hits]
    lines = client.get("/api/v1/events.jsonl")
    assert lines.headers["content-disposition"] == 'attachment; filename="events.jsonl"'
    assert [json.loads(line)["id"] for line in lines.text.splitlines()] == ids
    rows = csv.DictReader(StringIO(client.get("/api/v1/events.csv").text))
    assert [row["id"] for row in rows] == ids


@pytest.mark.parametrize(
    ("path", "kind"),
    [("claims/{}:c1", "claim"), ("events/{}:v2", "event"), ("attributions/{}:a2", "attribution")],
)
def test_a_record_tells_its_place_and_where_it_comes_from(
    client: TestClient, document: str, path: str, kind: str
) -> None:
    told = got(client, path.format(document))
    assert told["kind"] == kind
    assert told["around"]["text"]
    assert told["provenance"]["document"] == document


def test_a_record_has_one_address(client: TestClient, document: str) -> None:
    for path in (f"events/{document}:c1", f"claims/{document}:v1", f"claims/{document}", "entities/nobody"):
        assert client.get(f"/api/v1/{path}").status_code == 404


def test_entities_are_found_by_part_of_their_name(client: TestClient) -> None:
    ids = [one["id"] for one in every(client, "entities", "entities")]
    assert ids == sorted(ids)
    named = [one["name"] for one in got(client, "entities?q=bRaSk&kind=person")["entities"]]
    assert "Ilena Brask" in named
    assert got(client, "entities?q=%25")["entities"] == []  # a wildcard is a sign like any other
    id = entity_id(made_reading().entities[0])
    assert got(client, f"entities/{id}") == got(client, "entities/Ilena%20Brask")


def test_events_across_documents_can_be_paged(client: TestClient) -> None:
    ids = [one["id"] for one in every(client, "event-clusters", "events")]
    assert len(ids) == len(set(ids)) == got(client, "event-clusters")["total"]


def test_an_event_is_told_with_its_accounts(client: TestClient, document: str) -> None:
    told = got(client, f"event-clusters/{document}:v2")
    assert f"{document}:v2" in told["cluster"]["accounts"]
    assert told["grades"][f"{document}:v2"] == "F6"
    assert told["vouched"]["words"]


def test_origins_are_told_of_all_and_of_one(client: TestClient, document: str) -> None:
    assert got(client, "origins")["documents"] == 8
    (origin,) = got(client, f"origins/{document}")["origins"]
    assert document in [one["id"] for one in origin["documents"]]


def test_the_export_is_that_of_the_command(client: TestClient, ledger: Ledger) -> None:
    answer = client.get("/api/v1/export")
    assert answer.headers["content-type"] == "application/jsonl"
    assert answer.headers["content-disposition"] == 'attachment; filename="news.jsonl"'
    told = [json.loads(line) for line in answer.text.splitlines()]
    assert told == json.loads(json.dumps(list(export(ledger))))


def test_the_description_names_every_error_and_no_other_kind_of_answer(client: TestClient) -> None:
    told = client.get("/api/v1/openapi.json").json()
    assert "HTTPValidationError" not in json.dumps(told)
    for path, methods in told["paths"].items():
        assert path.startswith("/api/v1/")
        for method, operation in methods.items():
            assert {"400", "401", "403", "500", "503"} <= set(operation["responses"]), (method, path)
            done = [status for status in operation["responses"] if status.startswith("2")]
            for status in done:
                content = operation["responses"][status].get("content")
                assert (content is None) == (status == "204"), (method, path)
                assert not content or all(one["schema"] for one in content.values()), (method, path)

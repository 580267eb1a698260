"""Correcting by program: signed, never overwritten, and undone."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.conftest import made_reading

ID = made_reading().document.id


def corrected(desk: TestClient, **body: Any) -> list[dict[str, Any]]:
    answer = desk.post("/api/v1/corrections", json=body)
    assert answer.status_code == 201, answer.text
    found: list[dict[str, Any]] = answer.json()["corrections"]
    return found


def test_what_is_rejected_is_found_no_more_and_after_the_undoing_again(desk: TestClient) -> None:
    before = desk.get("/api/v1/claims").json()["total"]
    (made,) = corrected(desk, action="reject", ids=[f"{ID}:c1"])
    assert (made["by"], made["action"], made["new"]) == ("Ilena Brask", "reject", True)
    assert desk.get("/api/v1/claims").json()["total"] == before - 1
    assert desk.get(f"/api/v1/claims/{ID}:c1").json()["review"] == "rejected"
    undone = desk.post(f"/api/v1/corrections/{made['id']}/undo")
    assert undone.status_code == 201
    assert desk.get("/api/v1/claims").json()["total"] == before
    listed = desk.get("/api/v1/corrections").json()["corrections"]
    assert [(one["action"], one["stands"]) for one in listed] == [("reject", False), ("undo", True)]


def test_the_same_again_is_not_new(desk: TestClient) -> None:
    first = corrected(desk, action="accept", ids=[f"{ID}:c1", f"{ID}:v1"])
    again = corrected(desk, action="accept", ids=[f"{ID}:c1", f"{ID}:v1"])
    assert [one["id"] for one in again] == [one["id"] for one in first]
    assert [one["new"] for one in again] == [False, False]


def test_fields_are_set(desk: TestClient) -> None:
    corrected(desk, action="edit", id=f"{ID}:v2", set={"standing": "reported", "contexts": ["military"]})
    corrected(desk, action="edit", id=f"{ID}:c1", set={"country": None, "affiliation": "witness"})
    event = desk.get(f"/api/v1/events/{ID}:v2").json()["record"]
    assert (event["standing"], event["contexts"]) == ("reported", ["military"])
    source = desk.get(f"/api/v1/claims/{ID}:c1").json()["record"]["source"]
    assert (source["country"], source["affiliation"]) == (None, "witness")


def test_sources_outlets_and_entities_can_be_decided_about(desk: TestClient) -> None:
    corrected(desk, action="rate", source="Ilena Brask", letter="B")
    assert desk.get(f"/api/v1/claims/{ID}:c2").json()["chain_reliability"]
    corrected(desk, action="assign", outlets=["The Telmara Courier"], family="Telmara Group")
    first, second, *_ = (one["id"] for one in desk.get("/api/v1/entities").json()["entities"])
    corrected(desk, action="merge", entities=[first, second])
    assert [one["id"] for one in desk.get(f"/api/v1/entities/{first}").json()["merged"]] == [second]
    corrected(desk, action="split", entities=[first])
    assert desk.get(f"/api/v1/entities/{first}").json()["merged"] == []


def test_nobody_gives_a_verdict_where_nobody_is_logged_in(desk: TestClient) -> None:
    body = {"action": "verdict", "id": f"{ID}:c1", "verdict": "False", "url": "https://checks.example/1"}
    assert desk.post("/api/v1/corrections", json=body).status_code == 403
    assert desk.get("/api/v1/corrections").json()["corrections"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"action": "accept", "ids": [f"{ID}:c1", f"{ID}:c99"]},
        {"action": "accept", "ids": [f"{ID}:c1", "ffffffffffffffff:c1"]},
        {"action": "edit", "id": f"{ID}:v2", "set": {"standing": "true"}},
        {"action": "edit", "id": f"{ID}:v2", "set": {"colour": "red"}},
        {"action": "rate", "source": "Nobody At All", "letter": "A"},
        {"action": "merge", "entities": ["Ilena Brask", "Nobody At All"]},
    ],
)
def test_all_of_it_is_written_or_nothing(desk: TestClient, body: dict[str, Any]) -> None:
    answer = desk.post("/api/v1/corrections", json=body)
    assert answer.status_code in (400, 404), answer.text
    assert desk.get("/api/v1/corrections").json()["corrections"] == []


def test_corrections_are_listed_a_page_at_a_time(desk: TestClient) -> None:
    made = corrected(desk, action="accept", ids=[f"{ID}:c{n}" for n in (1, 2, 3)])
    first = desk.get("/api/v1/corrections?limit=2").json()
    second = desk.get(f"/api/v1/corrections?limit=2&cursor={first['next']}").json()
    listed = [one["id"] for one in (*first["corrections"], *second["corrections"])]
    assert listed == [one["id"] for one in made]
    assert second["next"] is None


def test_what_is_already_undone_is_told(desk: TestClient) -> None:
    (made,) = corrected(desk, action="accept", ids=[f"{ID}:c1"])
    assert desk.post(f"/api/v1/corrections/{made['id']}/undo").status_code == 201
    assert "undone already" in desk.post(f"/api/v1/corrections/{made['id']}/undo").json()["detail"]
    assert desk.post("/api/v1/corrections/x0000000/undo").status_code == 404

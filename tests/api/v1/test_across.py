"""What is told across documents, for programs: the same as the commands print."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from sayso.ledger.across.outlet import outlet
from sayso.ledger.across.places import place
from sayso.ledger.across.speakers import speaker
from sayso.ledger.ledger import Ledger
from sayso.schema.plain import to_plain


def first(client: TestClient, kind: str) -> str:
    told = client.get(f"/api/v1/{kind}?limit=1").json()
    name = told["outlets" if kind == "outlets" else "names"][0]["name"]
    assert isinstance(name, str)
    return name


def test_a_speaker_is_told_as_the_ledger_tells_it(client: TestClient, ledger: Ledger) -> None:
    told = client.get("/api/v1/speakers/Ilena%20Brask")
    assert told.status_code == 200, told.text
    assert told.json() == to_plain(speaker(ledger, "Ilena Brask"))
    assert client.get("/api/v1/speakers/Nobody%20Atall").status_code == 404
    assert client.get("/api/v1/speakers/Ilena%20Brask?since=yesterday").status_code == 400


def test_an_outlet_and_a_place_are_told_so_too(client: TestClient, ledger: Ledger) -> None:
    name, where = first(client, "outlets"), first(client, "places")
    assert client.get(f"/api/v1/outlets/{name}").json() == to_plain(outlet(ledger, name, limit=50))
    assert client.get(f"/api/v1/places/{where}").json() == to_plain(place(ledger, where, limit=50))
    assert client.get("/api/v1/outlets/Nowhere").status_code == 404
    assert client.get("/api/v1/places/Nowhere").status_code == 404


def test_two_outlets_are_compared(client: TestClient) -> None:
    names = [one["name"] for one in client.get("/api/v1/outlets").json()["outlets"]]
    told = client.get("/api/v1/compare", params={"a": names[0], "b": names[1]})
    assert told.status_code == 200, told.text
    assert {told.json()["one"]["outlet"], told.json()["other"]["outlet"]} == set(names[:2])
    assert client.get("/api/v1/compare", params={"a": names[0], "b": names[0]}).status_code == 400
    assert client.get("/api/v1/compare", params={"a": names[0]}).status_code == 400


@pytest.mark.parametrize("kind", ["speakers", "outlets", "places"])
def test_names_come_a_page_at_a_time(client: TestClient, kind: str) -> None:
    list_ = "outlets" if kind == "outlets" else "names"
    whole = client.get(f"/api/v1/{kind}?limit=1000").json()
    assert whole["next"] is None
    found: list[object] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.get(f"/api/v1/{kind}", params={"limit": 1, **cursor}).json()
        found += page[list_]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert found == whole[list_]

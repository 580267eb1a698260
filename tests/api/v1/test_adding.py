"""Adding documents by program: read as `sayso ingest` reads them, and from no machine of this network."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger
from sayso.ledger.searches import saved_of, set_hook
from sayso.runs.setting import Setting
from tests.api.conftest import BASE

ARTICLE = (
    "Velmora reopens the Sella bridge\n\n"
    "SELLA, 3 May 2025 — Engineers reopened the bridge at Sella on Saturday, the transport minister, Oda"
    " Lind, said. A union leader denied that it was safe."
)
PAGE = f"<html><head><title>Bridge</title></head><body><article><p>{ARTICLE}</p></article></body></html>"


def test_a_text_is_read_and_can_be_found(desk: TestClient, store: str) -> None:
    told = {"text": ARTICLE, "outlet": "Sella Post", "published": "2025-05-03", "authors": ["Nia Orr"]}
    answer = desk.post("/api/v1/documents", json=told)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["status"] == "read"
    reading = desk.get(answer.headers["location"]).json()
    assert (reading["document"]["outlet"], reading["document"]["authors"]) == ("Sella Post", ["Nia Orr"])
    assert desk.get("/api/v1/claims?q=bridge&outlet=Sella%20Post").json()["total"] > 0
    assert desk.get("/api/v1/ledger").json()["waiting"] == 0
    with Ledger(store) as ledger:
        stored = ledger.stored(made["id"])
    assert stored is not None
    assert stored.mark == Setting().mark()
    again = desk.post("/api/v1/documents", json=told)
    assert (again.status_code, again.json()["status"]) == (200, "known")


@pytest.mark.parametrize(
    ("kind", "content"),
    [("text/html; charset=utf-8", PAGE), ("text/markdown", ARTICLE), ("text/plain", ARTICLE)],
)
def test_a_file_is_read(desk: TestClient, kind: str, content: str) -> None:
    answer = desk.post(
        "/api/v1/documents/file?name=bridge", content=content.encode(), headers={"content-type": kind}
    )
    assert answer.status_code == 201, answer.text
    reading = desk.get(answer.headers["location"]).json()
    assert "Oda Lind" in reading["document"]["text"]
    assert reading["document"]["url"] is None


@pytest.mark.parametrize(
    ("kind", "content", "status"),
    [
        ("application/zip", b"PK\x03\x04", 415),
        ("", b"text", 415),
        ("text/plain", b"", 422),
        ("text/plain", b"\x00\x01\x02" * 100, 422),
        ("application/pdf", b"%PDF-1.7 and nothing", 422),
        ("application/pdf", b"no such thing", 422),
    ],
)
def test_a_file_that_is_no_article_is_refused(
    client: TestClient, kind: str, content: bytes, status: int
) -> None:
    headers = {"content-type": kind}
    answer = client.post("/api/v1/documents/file?name=it", content=content, headers=headers)
    assert answer.status_code == status, answer.text
    assert client.get("/api/v1/ledger").json()["overview"]["documents"] == 8


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"text": ""},
        {"text": ARTICLE, "address": "https://courier.example/1"},
        {"address": "https://courier.example/1", "title": "Mine"},
        {"address": "file:///etc/passwd"},
        {"address": "ftp://courier.example/1"},
        {"address": "javascript:alert(1)"},
        {"text": ARTICLE, "published": "May"},
        {"text": ARTICLE, "title": "a\nb"},
        {"text": ARTICLE, "id": "ffffffffffffffff"},
        {"text": 3},
    ],
)
def test_what_is_no_document_is_refused(client: TestClient, told: dict[str, object]) -> None:
    assert client.post("/api/v1/documents", json=told).status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/api/v1/export",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://user@127.0.0.1/",
    ],
)
def test_no_machine_of_this_network_is_ever_asked(client: TestClient, address: str) -> None:
    answer = client.post("/api/v1/documents", json={"address": address})
    assert answer.status_code == 422, answer.text
    assert client.get("/api/v1/ledger").json()["overview"]["documents"] == 8


def test_who_is_told_of_new_hits_is_told_of_what_a_program_adds(desk: TestClient, store: str) -> None:
    desk.post("/watch", data={"action": "save", "address": "/claims?q=bridge", "name": "Bridge"})
    with Ledger(store, write=True) as ledger:
        (saved,) = saved_of(ledger, "")
        set_hook(ledger, saved.id, "http://127.0.0.1:9/new", owner="")
    assert desk.post("/api/v1/documents", json={"text": ARTICLE}).status_code == 201
    desk.app.state.jobs.close()  # type: ignore[attr-defined]
    with Ledger(store) as ledger:
        (after,) = saved_of(ledger, "")
    assert "no public address" in (after.failure or "")


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_added_is_kept_as_it_came_in_only_where_the_workbench_keeps_originals(
    store: str, kept: bool
) -> None:
    with Ledger(store) as ledger:
        settings = Settings(person="Ilena Brask", originals=kept)
        with TestClient(create_app(ledger, settings), base_url=BASE) as desk:
            answer = desk.post(
                "/api/v1/documents/file?name=bridge",
                content=PAGE.encode(),
                headers={"content-type": "text/html"},
            )
            file = desk.get(f"/documents/{answer.json()['id']}/original/file")
    assert file.status_code == (200 if kept else 404)
    assert not kept or file.content == PAGE.encode()

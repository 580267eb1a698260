"""Adding in a browser: files, a text, addresses; a job in the background, and its report."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.ledger.ledger import Ledger
from sayso.ledger.overview import overview
from tests.api.pages import Page
from tests.api.team import Shared, shared_ledger, team

Files = list[tuple[str, Any]]
ARTICLE = (
    "Velmora reopens the Sella bridge\n\n"
    "SELLA, 3 May 2025 — Engineers reopened the bridge at Sella on Saturday, the transport minister, Oda"
    " Lind, said. A union leader denied that it was safe."
)
PAGE = f"<html><head><title>Bridge</title></head><body><article><p>{ARTICLE}</p></article></body></html>"
TEXT: dict[str, Any] = {
    "what": (None, "text"),
    "text": (None, ARTICLE),
    "title": (None, "Bridge"),
    "outlet": (None, "Sella Post"),
}


def finished(desk: TestClient, answer: object) -> str:
    """The page of the job when it is over."""
    assert answer.status_code == 303, answer.text  # type: ignore[attr-defined]
    there = answer.headers["location"]  # type: ignore[attr-defined]
    assert there.startswith("/add/")
    until = time.monotonic() + 60
    while 'data-progress="on"' in (shown := desk.get(there)).text:
        assert time.monotonic() < until, shown.text
        time.sleep(0.05)
    assert Page(shown.text).open == []
    return shown.text


def documents(store: str) -> int:
    with Ledger(store) as ledger:
        return overview(ledger).documents


def test_a_pasted_text_is_read_and_laid_beside_the_others(desk: TestClient, store: str) -> None:
    shown = finished(desk, desk.post("/add", files={**TEXT, "published": (None, "2025-05-03")}))
    assert "Done: 1 document, all of them read" in shown
    assert documents(store) == 9
    found = desk.get("/claims?q=bridge&outlet=Sella%20Post").text
    assert "Oda Lind" in found
    again = finished(desk, desk.post("/add", files=TEXT))
    assert "already there" in again
    assert documents(store) == 9


def test_files_are_read_and_what_cannot_be_is_told_with_its_reason(desk: TestClient, store: str) -> None:
    files: Files = [
        ("what", (None, "files")),
        ("files", ("../../sella.html", PAGE.encode())),
        ("files", ("C:\\news\\copy.html", PAGE.encode())),
        ("files", ("empty.txt", b"")),
        ("files", ("things.zip", b"PK\x03\x04" + bytes(40))),
        ("files", ("rows.csv", f'text,title\n"{ARTICLE} It rained.",Rain\n'.encode())),
    ]
    shown = finished(desk, desk.post("/add", files=files))
    text = " ".join(Page(shown).text.split())
    assert "Done: 5 documents." in text
    assert "things.zip" in text
    assert "unpack" in text
    assert "sella.html" in text
    assert "/tmp" not in shown
    with Ledger(store) as ledger:
        places = [
            location.place
            for id in ledger.ids()
            if (stored := ledger.stored(id)) is not None and "Sella" in stored.reading.document.text
            for location in stored.locations
        ]
    assert sorted(places) == ["copy.html", "rows.csv, line 2", "sella.html"]
    assert documents(store) == 10


def test_the_files_are_gone_when_the_job_is_over(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "uploads"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    files: Files = [("what", (None, "files")), ("files", ("sella.html", PAGE.encode()))]
    finished(desk, desk.post("/add", files=files))
    assert list(place.iterdir()) == []


def test_what_a_ledger_exported_comes_in_by_the_command_only(desk: TestClient, store: str) -> None:
    """Else somebody could bring decisions by another's name."""
    export = desk.get("/api/v1/export").content
    files: Files = [("what", (None, "files")), ("files", ("ledger.jsonl", export))]
    shown = finished(desk, desk.post("/add", files=files))
    assert "coded already" in shown
    assert documents(store) == 8


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000/", "http://localhost/", "http://169.254.169.254/", "http://[::1]/"]
)
def test_no_machine_of_this_network_is_asked(desk: TestClient, store: str, address: str) -> None:
    shown = finished(
        desk, desk.post("/add", files={"what": (None, "addresses"), "addresses": (None, address)})
    )
    assert "no public address" in shown
    assert documents(store) == 8


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"what": "nothing"},
        {"what": "text", "text": "  "},
        {"what": "text", "text": ARTICLE, "published": "May"},
        {"what": "files"},
        {"what": "addresses", "addresses": ""},
        {"what": "addresses", "addresses": "file:///etc/passwd"},
        {"what": "addresses", "addresses": " ".join(f"https://courier.example/{n}" for n in range(51))},
    ],
)
def test_a_form_that_gives_nothing_usable_is_shown_again_with_the_reason(
    desk: TestClient, store: str, form: dict[str, str]
) -> None:
    answer = desk.post(
        "/add", files={"x": (None, "y"), **{name: (None, told) for name, told in form.items()}}
    )
    assert answer.status_code == 400, answer.text
    found = Page(answer.text)
    assert [tag for tag, attrs in found.tags if attrs.get("role") == "alert"] == ["p"]
    if form.get("addresses"):
        assert form["addresses"] in found.text
    assert documents(store) == 8


def test_too_much_at_once_is_refused(desk: TestClient) -> None:
    files: Files = [("what", (None, "files")), ("files", ("a.txt", b"x" * 300_000))]
    assert desk.post("/add", files=files).status_code == 413
    assert desk.post("/changes", content=b"x" * 3_000_000).status_code == 413


def test_too_many_files_are_refused(desk: TestClient) -> None:
    files: Files = [("files", (f"{n}.txt", b"x")) for n in range(201)]
    assert desk.post("/add", files=[("what", (None, "files")), *files]).status_code == 400


def test_a_body_that_is_no_form_is_refused(desk: TestClient) -> None:
    assert desk.post("/add", content=b"{}").status_code == 415
    broken = desk.post(
        "/add", content=b"nonsense", headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert broken.status_code == 400
    assert desk.post("/add", content=b"x", headers={"content-type": "multipart/form-data"}).status_code == 400


def test_a_job_that_nobody_knows_is_not_found(desk: TestClient) -> None:
    assert desk.get("/add/ffff").status_code == 404
    assert desk.post("/add/ffff").status_code == 404


def test_a_job_can_be_stopped(desk: TestClient, store: str) -> None:
    many = "\n".join(f'"{ARTICLE} It rained for {n} days."' for n in range(3, 300))
    files: Files = [("what", (None, "files")), ("files", ("rows.csv", f"text\n{many}\n".encode()))]
    answer = desk.post("/add", files=files)
    desk.post(answer.headers["location"])
    shown = finished(desk, answer)
    assert "Stopped" in shown
    assert documents(store) < 300


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_ledger(tmp_path_factory.mktemp("shared"))


def test_a_reader_may_not_add(shared: Shared, tmp_path: Path) -> None:
    with team(shared, tmp_path) as found:
        found.login("reader")
        assert found.client.get("/add").status_code == 403
        assert found.client.post("/add", files=TEXT).status_code == 403
        assert 'href="/add"' not in found.client.get("/").text

"""Watching: saved searches, what is new in them, feeds, and addresses that are told."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from sayso.fetching.errors import FetchError
from sayso.fetching.posting import post
from sayso.ledger.ledger import Ledger
from sayso.ledger.searches import hooked
from sayso.runs.telling import tell
from sayso.schema.document import document_id
from sayso.schema.reading import Reading
from tests.api.pages import Page
from tests.api.team import Shared, shared_ledger, team
from tests.conftest import made_reading
from tests.ledger.asked import fill

ATOM = "{http://www.w3.org/2005/Atom}"
_UUID = re.compile(r"urn:uuid:[0-9a-f-]{36}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def late() -> Reading:
    """One more document, which comes in later."""
    made = made_reading()
    text = made.document.text + "\n\nIt came in late."
    return replace(made, document=replace(made.document, id=document_id(text), text=text, title="Late"))


def watch(desk: TestClient, address: str, name: str = "Mine") -> str:
    """The id of the search."""
    answer = desk.post("/watch", data={"action": "save", "address": address, "name": name})
    assert answer.status_code == 303, answer.text
    ids: list[str] = re.findall(r'name="id" value="(\w+)"', desk.get("/watch").text)
    return ids[-1]


def text(desk: TestClient) -> str:
    found = Page(desk.get("/watch").text)
    assert found.open == []
    return " ".join(found.text.split())


def test_a_search_tells_what_came_in_since_it_was_looked_at(desk: TestClient, store: str) -> None:
    assert "You watch nothing yet" in text(desk)
    id = watch(desk, "/claims?q=lorries&order=oldest", "Lorries")
    assert "Lorries nothing new" in text(desk)
    assert 'href="/claims?q=lorries&amp;order=oldest"' in desk.get("/watch").text
    with Ledger(store, write=True) as ledger:
        fill(ledger, [late()])
    shown = text(desk)
    assert re.search(r"Lorries [1-9]\d* new", shown)
    assert "Late" in shown
    desk.post("/watch", data={"action": "seen", "id": id})
    assert "Lorries nothing new" in text(desk)
    desk.post("/watch", data={"action": "forget", "id": id})
    assert "You watch nothing yet" in text(desk)


def test_a_search_is_saved_where_it_is_asked(desk: TestClient) -> None:
    source = desk.get("/events?standing=denied").text
    (address,) = re.findall(r'name="address" value="([^"]*)"', source)
    assert address == "/events?standing=denied"
    assert 'href="/events.atom?standing=denied"' in source


@pytest.mark.parametrize(
    "form",
    [
        {"action": "save", "address": "/documents", "name": "x"},
        {"action": "save", "address": "https://evil.example/claims", "name": "x"},
        {"action": "save", "address": "/claims?nonsense=1", "name": "x"},
        {"action": "save", "address": "/claims", "name": " "},
        {"action": "save", "address": "/claims", "name": "x" * 121},
        {"action": "nothing"},
    ],
)
def test_what_is_no_search_is_refused(desk: TestClient, form: dict[str, str]) -> None:
    assert desk.post("/watch", data=form).status_code == 400


def test_a_search_that_nobody_watches_is_not_found(desk: TestClient) -> None:
    for action in ("seen", "forget", "hook"):
        assert desk.post("/watch", data={"action": action, "id": "ffff"}).status_code == 404


def feed_of(client: TestClient, path: str) -> ElementTree.Element:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


@pytest.mark.parametrize("kind", ["claims", "events"])
def test_a_feed_has_all_that_atom_asks_for(client: TestClient, kind: str) -> None:
    root = feed_of(client, f"/{kind}.atom")
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    assert 8 <= len(entries) <= 50
    for one in (root, *entries):
        assert _UUID.fullmatch(one.findtext(f"{ATOM}id") or "")
        assert _MOMENT.fullmatch(one.findtext(f"{ATOM}updated") or "")
        assert (one.findtext(f"{ATOM}title") or "").strip()
        assert one.findtext(f"{ATOM}author/{ATOM}name")
        for link in one.findall(f"{ATOM}link"):
            assert link.attrib["href"].startswith("http://127.0.0.1:8000/")
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == len(ids)
    first = entries[0].find(f"{ATOM}link")
    assert first is not None
    assert client.get(first.attrib["href"]).status_code == 200


def test_a_feed_answers_its_search_and_keeps_its_ids(desk: TestClient, store: str) -> None:
    path = "/claims.atom?q=lorries"
    before = feed_of(desk, path)
    assert len(before) < len(feed_of(desk, "/claims.atom"))
    with Ledger(store, write=True) as ledger:
        fill(ledger, [late()])
    after = feed_of(desk, path)
    ids = [[one.findtext(f"{ATOM}id") for one in each.findall(f"{ATOM}entry")] for each in (before, after)]
    assert ids[1][-len(ids[0]) :] == ids[0]
    assert "Late" in (after.find(f"{ATOM}entry/{ATOM}summary").text or "")  # type: ignore[union-attr]
    assert desk.get("/claims.atom?nonsense=1").status_code == 400


class Hook(BaseHTTPRequestHandler):
    """Takes what it is sent, and answers with `status`."""

    status = 204
    got: list[dict[str, object]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        type(self).got.append(json.loads(body))
        self.send_response(type(self).status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[tuple[str, type[Hook]]]:
    kind = type("Taking", (Hook,), {"got": []})
    server = HTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/new", kind
    server.shutdown()
    thread.join()
    server.server_close()


def send_here(url: str, body: bytes) -> None:
    post(url, body, allow_private=True)


def test_an_address_is_told_of_new_hits_once(
    desk: TestClient, store: str, hook: tuple[str, type[Hook]]
) -> None:
    url, taking = hook
    id = watch(desk, "/claims?q=lorries", "Lorries")
    desk.post("/watch", data={"action": "hook", "id": id, "hook": url})
    with Ledger(store, write=True) as ledger:
        assert tell(ledger, send=send_here) == 0
        fill(ledger, [late()])
        taking.status = 500
        assert tell(ledger, send=send_here) == 0
        assert "answered 500" in text(desk)
        taking.status = 204
        assert tell(ledger, send=send_here) == 1
        assert tell(ledger, send=send_here) == 0
    told = taking.got[-1]
    assert told["search"] == {"name": "Lorries", "kind": "claims", "query": "q=lorries"}
    assert told["new"] == len(told["hits"]) > 0  # type: ignore[arg-type]
    assert {one["title"] for one in told["hits"]} == {"Late"}  # type: ignore[attr-defined]
    assert "answered 500" not in text(desk)


def test_no_machine_of_this_network_is_told(
    desk: TestClient, store: str, hook: tuple[str, type[Hook]]
) -> None:
    url, taking = hook
    id = watch(desk, "/claims?q=lorries")
    desk.post("/watch", data={"action": "hook", "id": id, "hook": url})
    with Ledger(store, write=True) as ledger:
        fill(ledger, [late()])
        assert tell(ledger) == 0
    assert taking.got == []
    assert "no public address" in text(desk)
    with pytest.raises(FetchError):
        post("http://169.254.169.254/", b"{}", allow_private=True)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://courier.example", "nonsense", "http://"])
def test_what_is_no_address_cannot_be_told(desk: TestClient, store: str, address: str) -> None:
    id = watch(desk, "/claims")
    answer = desk.post("/watch", data={"action": "hook", "id": id, "hook": address})
    assert answer.status_code == 400
    with Ledger(store) as ledger:
        assert hooked(ledger) == []


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_ledger(tmp_path_factory.mktemp("shared"))


def test_everybody_watches_their_own_and_readers_tell_nobody(shared: Shared, tmp_path: Path) -> None:
    with team(shared, tmp_path) as found:
        found.login("reader")
        id = watch(found.client, "/claims?q=lorries", "Rhea’s")
        told = {"action": "hook", "id": id, "hook": "https://courier.example/new"}
        assert found.client.post("/watch", data=told).status_code == 403
        found.client.post("/logout")
        found.login("editor")
        assert "Rhea’s" not in found.client.get("/watch").text
        for action in ("seen", "forget", "hook"):
            assert found.client.post("/watch", data={"action": action, "id": id}).status_code == 404


def test_an_export_says_nothing_of_what_is_watched(desk: TestClient) -> None:
    watch(desk, "/claims?q=lorries", "Very own name")
    assert "Very own name" not in desk.get("/api/v1/export").text

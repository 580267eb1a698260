"""What is refused, and how: one shape for everything that goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

KNOWN = (
    "ledger",
    "export",
    "documents",
    "claims",
    "events",
    "claims/facets",
    "entities",
    "corrections",
    "me",
)
DEEP = b"[" * 5_000 + b"]" * 5_000


def refused(answer: object, status: int) -> str:
    """The sentence of a problem; it is one of ours, and nothing of the inside is in it."""
    assert answer.status_code == status, answer.text  # type: ignore[attr-defined]
    assert answer.headers["content-type"] == "application/problem+json"  # type: ignore[attr-defined]
    told = answer.json()  # type: ignore[attr-defined]
    assert set(told) == {"title", "status", "detail"}
    assert told["status"] == status
    assert not any(word in told["detail"] for word in ("Traceback", "Error", ".py", "sqlite", "SELECT"))
    return str(told["detail"])


@pytest.mark.parametrize("path", KNOWN)
def test_a_parameter_that_is_not_known_is_refused(client: TestClient, path: str) -> None:
    assert "colour" in refused(client.get(f"/api/v1/{path}?colour=red"), 400)


@pytest.mark.parametrize("path", ["claims?limit=2&limit=3", "claims?q=a&q=b", "documents?cursor=a&cursor=b"])
def test_what_can_be_given_once_is_refused_twice(client: TestClient, path: str) -> None:
    assert "2 times" in refused(client.get(f"/api/v1/{path}"), 400)


@pytest.mark.parametrize(
    "asked",
    [
        "limit=many", "limit=0", "limit=1001", "limit=1e3", "limit=", "order=sideways", "since=yesterday",
        "since=2025-02-30", "since=2025-06-01&until=2025-01-01", "origins=some", "standing=true",
        "q=" + "a" * 501, "outlet=" + "a" * 501, "attitude=maybe", "country=Kenya",
        "outlet=Nobody", "actor=x", "q=%22%22", "q=-without",
        "outlet=",         "&".join(f"outlet=o{n}" for n in range(101)),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(client: TestClient, asked: str) -> None:
    refused(client.get(f"/api/v1/claims?{asked}"), 400)


@pytest.mark.parametrize(
    "cursor",
    ["nonsense", "/", "2025-03-14", "2025-03-14/x/c", "9999-99-99/x/c1", "--/x/c1", "-1", "1.5", "²",
     "9" * 99, "a" * 101],
)  # fmt: skip
@pytest.mark.parametrize("path", ["claims", "events", "documents", "corrections", "event-clusters"])
def test_a_cursor_of_nobody_is_refused(client: TestClient, path: str, cursor: str) -> None:
    answer = client.get(f"/api/v1/{path}", params={"cursor": cursor})
    if answer.status_code != 200:
        refused(answer, 400)
    else:  # a place of the right form, where nothing is
        assert cursor.count("/") == 2


@pytest.mark.parametrize(
    "path",
    ["claims/x", "claims/ffffffffffffffff:c1", "events/1:v1", "documents/ffffffff",
     "documents/nonsense/reading", "entities/Nobody%20At%20All", "attributions/a", "mentioned/e", "nowhere",
     "", "claims.xml"],
)  # fmt: skip
def test_what_is_not_there_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    if path == "claims.xml":
        refused(answer, 400)
    else:
        refused(answer, 404)


@pytest.mark.parametrize("id", ["a" * 41, "%00", "%F0%9F", "..%2F..%2Fetc", "'%20OR%201=1", "*"])
def test_ids_that_are_none_are_refused(client: TestClient, id: str) -> None:
    for room in ("claims", "documents", "event-clusters", "origins", "attributions"):
        answer = client.get(f"/api/v1/{room}/{id}")
        assert answer.status_code in (400, 404), answer.text
        refused(answer, answer.status_code)


@pytest.mark.parametrize("level", ["0", "1.1", "-1", "nan", "inf", "much"])
def test_a_level_that_is_none_is_refused(client: TestClient, level: str) -> None:
    refused(client.get(f"/api/v1/origins?level={level}"), 400)


def test_methods_that_are_not_there_are_refused(client: TestClient) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        refused(client.request(method, "/api/v1/claims"), 405)


def test_anothers_name_and_a_page_elsewhere_are_refused(client: TestClient) -> None:
    refused(client.get("/api/v1/claims", headers={"host": "evil.example"}), 421)
    for path in ("corrections", "documents", "users", "tokens"):
        told = {"sec-fetch-site": "cross-site"}
        refused(client.post(f"/api/v1/{path}", json={}, headers=told), 403)


def test_a_body_that_is_too_large_is_refused(desk: TestClient) -> None:
    refused(desk.post("/api/v1/documents", json={"text": "a" * 30_000}), 413)
    refused(desk.post("/api/v1/documents", content=(b" " * 5_000 for _ in range(5))), 413)


BROKEN: list[Callable[[], dict[str, object]]] = [
    lambda: {"content": b"", "headers": {"content-type": "application/json"}},
    lambda: {"content": b"{", "headers": {"content-type": "application/json"}},
    lambda: {"content": b"\xff\xfe", "headers": {"content-type": "application/json"}},
    lambda: {"content": DEEP, "headers": {"content-type": "application/json"}},
    lambda: {"content": b"{}", "headers": {"content-type": "text/plain"}},
    lambda: {"json": {}},
    lambda: {"json": []},
    lambda: {"json": None},
    lambda: {"json": {"action": "explode"}},
    lambda: {"json": {"action": "accept"}},
    lambda: {"json": {"action": "accept", "ids": []}},
    lambda: {"json": {"action": "accept", "ids": "one"}},
    lambda: {"json": {"action": "accept", "ids": [1]}},
    lambda: {"json": {"action": "accept", "ids": ["x"], "by": "somebody else"}},
    lambda: {"json": {"action": "accept", "ids": ["x"] * 201}},
    lambda: {"json": {"action": "rate", "source": "Ilena Brask", "letter": "Z"}},
    lambda: {"json": {"action": "edit", "id": "x", "set": {}}},
    lambda: {"json": {"action": "merge", "entities": [""]}},
    lambda: {"content": b'{"action":"rate","source":"\\ud800","letter":"A"}'},
    lambda: {"content": b'{"action":"merge","entities":["\\u0000","\\ud83d"]}'},
    lambda: {"content": b'{"action":"assign","outlets":["x"],"family":NaN}'},
    lambda: {"content": json.dumps({"action": "edit", "id": "x", "set": {"\ud800": None}}).encode()},
]


@pytest.mark.parametrize("sent", BROKEN)
def test_a_correction_that_is_none_is_refused(
    client: TestClient, sent: Callable[[], dict[str, object]]
) -> None:
    told = {"headers": {"content-type": "application/json"}} | sent()
    refused(client.post("/api/v1/corrections", **told), 400)  # type: ignore[arg-type]
    assert client.get("/api/v1/corrections").json()["corrections"] == []

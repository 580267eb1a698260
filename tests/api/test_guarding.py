"""What every request passes, and every answer has, whatever page it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from sayso.api.app import create_app
from sayso.api.guarding import HEADERS, Guarded
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger
from tests.api.conftest import BASE
from tests.api.pages import Page

ANSWERS = (
    "/",
    "/claims",
    "/nowhere",
    "/claims?colour=red",
    "/static/workbench.css",
    "/claims.csv",
    "/api/v1/nowhere",
)


@pytest.fixture
def app(ledger: Ledger) -> FastAPI:
    """The workbench with a page that breaks and one that takes what is sent."""
    made = create_app(ledger, Settings(most_body=1000))

    async def breaks() -> None:
        raise ZeroDivisionError("a secret of the inside")

    async def takes(request: Request) -> Response:
        return Response(str(len(await request.body())))

    made.add_api_route("/breaks", breaks)
    made.add_api_route("/takes", takes, methods=["POST"])
    return made


@pytest.fixture
def writing(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url=BASE) as running:
        yield running


@pytest.mark.parametrize("path", [*ANSWERS, "/breaks", "/takes"])
def test_every_answer_has_every_header(writing: TestClient, path: str) -> None:
    headers = writing.get(path).headers
    assert {name: headers.get(name) for name in HEADERS if name != "cache-control"} == {
        name: value for name, value in HEADERS.items() if name != "cache-control"
    }


def test_what_is_refused_has_the_headers_too(writing: TestClient) -> None:
    headers = writing.get("/", headers={"host": "evil.example"}).headers
    assert headers["content-security-policy"] == HEADERS["content-security-policy"]


def test_the_policy_lets_no_page_run_or_style_what_stands_in_it() -> None:
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8000", "127.0.0.2", "", "[::2]:8000"]
)
def test_a_name_that_is_not_ours_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/claims", headers={"host": host})
    assert answer.status_code == 421
    assert "convoy" not in answer.text


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:9000", "LOCALHOST", "[::1]:8000", "[::1]"]
)
def test_the_names_of_this_machine_are_ours(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "told",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": BASE},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_no_page_elsewhere_can_write(writing: TestClient, told: dict[str, str], method: str) -> None:
    assert writing.request(method, "/takes", headers=told).status_code == 403


@pytest.mark.parametrize("told", [{"sec-fetch-site": "same-origin"}, {"origin": BASE}, {}])
def test_our_own_pages_and_programs_can_write(writing: TestClient, told: dict[str, str]) -> None:
    assert writing.post("/takes", content=b"four", headers=told).text == "4"


def test_a_body_that_says_it_is_too_large_is_refused(writing: TestClient) -> None:
    answer = writing.post("/takes", content=b"x" * 1001)
    assert answer.status_code == 413
    assert "1,000 bytes" in answer.text


def test_a_body_that_does_not_say_how_large_it_is_is_refused_where_it_gets_too_large(
    writing: TestClient,
) -> None:
    pieces = (b"x" * 100 for _ in range(11))
    assert writing.post("/takes", content=pieces).status_code == 413
    assert writing.post("/takes", content=(b"x" * 100 for _ in range(10))).text == "1000"


def test_a_length_that_is_none_is_refused(writing: TestClient) -> None:
    assert writing.post("/takes", headers={"content-length": "-1"}).status_code == 400


def test_a_body_that_never_arrives_is_given_up() -> None:
    async def reads(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass

    sent: list[Message] = []

    async def trickle() -> Message:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def keep(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"accept", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": "/", "headers": headers, "query_string": b""}
    asyncio.run(Guarded(reads, Settings(body_seconds=0.1))(scope, trickle, keep))
    assert sent[0]["status"] == 408


def test_what_breaks_says_so_and_nothing_of_the_inside(
    writing: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = writing.get("/breaks")
    assert answer.status_code == 500
    assert "sayso broke on this request" in answer.text
    assert not any(word in answer.text for word in ("Traceback", "ZeroDivision", "secret", ".py"))
    assert "ZeroDivisionError" in caplog.text


def test_websockets_are_not_spoken(client: TestClient) -> None:
    answer = client.get("/", headers={"upgrade": "websocket", "connection": "upgrade"})
    assert answer.status_code == 200
    assert "upgrade" not in answer.headers.get("connection", "")


@pytest.mark.parametrize("path", ANSWERS[:4])
def test_no_page_has_script_or_style_of_its_own(client: TestClient, path: str) -> None:
    page = Page(client.get(path).text)
    assert page.open == []
    assert page.values("style") == []
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert all(attributes.get("src") for tag, attributes in page.tags if tag == "script")
    assert not any(tag in ("style", "iframe", "object", "embed", "base") for tag, _ in page.tags)

"""What goes wrong has one shape."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from sayso.api.app import create_app
from sayso.api.problems import answer
from sayso.api.settings import Settings
from sayso.ledger.errors import AbsentError, BusyError, LedgerError, SlowError
from sayso.ledger.ledger import Ledger
from tests.api.conftest import BASE
from tests.api.pages import Page


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/documents/0000", 404),
        ("/documents/%3Cscript%3E", 404),
        ("/claims/0000:c1", 404),
        ("/entities/nobody", 404),
        ("/claims?colour=red", 400),
        ("/claims?since=yesterday", 400),
        ("/claims?since=2025-02-01&until=2025-01-01", 400),
        ("/claims?after=nowhere", 400),
        ("/claims?q=a&q=b", 400),
        ("/claims?q=%21%21", 400),
        ("/claims?type=ASSAULT", 400),
        ("/events?standing=maybe", 400),
        ("/claims?order=sideways", 400),
        ("/claims.csv?order=sideways", 400),
        ("/claims.xlsx", 400),
        ("/claims?q=" + "x" * 501, 400),
        ("/static/../app.py", 404),
        ("/static/nothing.css", 404),
    ],
)
def test_bad_addresses_are_answered_with_one_sentence(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    page = Page(answer.text)
    assert page.open == []
    assert [attributes for _, attributes in page.tags if attributes.get("role") == "alert"]
    assert "Traceback" not in answer.text


def test_programs_get_problem_details(client: TestClient) -> None:
    for path, headers in (("/api/v1/nowhere", {}), ("/nowhere", {"accept": "application/json"})):
        answer = client.get(path, headers=headers)
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json() == {
            "title": "Not found",
            "status": 404,
            "detail": "There is nothing at this address.",
        }


def test_methods_that_a_page_does_not_know_are_refused(client: TestClient) -> None:
    answer = client.delete("/claims")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("error", "status"),
    [(LedgerError("no"), 400), (AbsentError("no"), 404), (BusyError("no"), 503), (SlowError("no"), 503)],
)
def test_what_a_ledger_cannot_do_has_a_status_of_its_own(error: LedgerError, status: int) -> None:
    scope = {"type": "http", "method": "GET", "path": "/api/v1/claims", "headers": []}
    assert answer(scope, error).status_code == status


def test_a_question_that_cannot_be_asked_stands_in_its_box_again(client: TestClient) -> None:
    page = Page(client.get("/claims?q=ferry&since=yesterday").text)
    assert "ferry" in page.values("value", of="input")


def test_where_a_ledger_lies_is_told_to_nobody(ledger: Ledger) -> None:
    app = create_app(ledger, Settings(name="news.ledger"))

    def busy() -> None:
        raise BusyError(f"{ledger.name} is not to be had just now")

    app.add_api_route("/api/v1/busy", busy)
    with TestClient(app, base_url=BASE) as client:
        assert client.get("/api/v1/busy").json()["detail"] == "news.ledger is not to be had just now."

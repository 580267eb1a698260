"""A feed with a token in its address: for whoever has it, and for nothing else."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi import Request

from sayso.ledger.accounts.tokens import all_tokens
from sayso.ledger.accounts.users import remove_user
from sayso.ledger.ledger import Ledger
from tests.api.team import NAMES, Shared, Team, shared_ledger, team

ADDRESS = re.compile(r"http://127\.0\.0\.1:8000(/feeds/(sayso_[\w-]{43})\.atom)")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_ledger(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def found(shared: Shared, tmp_path: Path) -> Iterator[Team]:
    with team(shared, tmp_path) as running:
        yield running


def made(found: Team) -> tuple[str, str]:
    """Path of a feed of a reader, and the token in it; nobody is logged in afterwards."""
    found.login("reader")
    client = found.client
    client.post("/watch", data={"action": "save", "address": "/claims?q=lorries", "name": "Lorries"})
    (id,) = set(re.findall(r'name="id" value="(\w+)"', client.get("/watch").text))
    answer = client.post("/watch", data={"action": "feed", "id": id})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    ((path, secret),) = set(ADDRESS.findall(answer.text))
    assert secret not in client.get("/watch").text
    client.post("/logout")
    return path, secret


def test_whoever_has_the_address_reads_the_feed_without_a_log_in(found: Team) -> None:
    path, secret = made(found)
    answer = found.client.get(path)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    assert root.findtext("{*}title", "").startswith("lorries")
    assert root.findall("{*}entry")
    assert secret not in answer.text
    assert found.client.head(path).status_code == 200


def test_it_asks_what_was_saved_and_nothing_else(found: Team) -> None:
    path, _ = made(found)
    assert found.client.get(f"{path}?q=ferry").content == found.client.get(path).content


def test_the_token_opens_nothing_else(found: Team) -> None:
    path, secret = made(found)
    assert (
        found.client.get("/api/v1/claims", headers={"authorization": f"Bearer {secret}"}).status_code == 401
    )
    assert found.client.get("/watch", headers={"cookie": f"sayso={secret}"}).status_code == 303
    assert found.client.post(path, data={"action": "seen"}).status_code == 404
    for other in (f"/feeds/{secret}", f"/feeds/{secret}/claims", "/feeds/x.atom", "/feeds/.atom"):
        assert found.client.get(other).status_code in (200, 404)
        if found.client.get(other).status_code == 200:
            assert found.client.get(other).content == found.client.get(path).content


def test_a_token_of_a_program_and_the_id_of_a_search_are_no_address(found: Team) -> None:
    made(found)
    with Ledger(found.store) as ledger:
        (token,) = (one for one in all_tokens(ledger) if one.kind == "feed")
    assert found.client.get(f"/feeds/{found.tokens['admin']}.atom").status_code == 404
    found.login("reader")
    assert found.client.get(f"/feeds/{token.name.split()[0]}.atom").status_code == 404


def test_it_can_be_revoked(found: Team) -> None:
    path, _ = made(found)
    found.login("reader")
    told = found.client.get("/account").text
    assert "· feed ·" in told
    (id,) = re.findall(r"/account/tokens/(\w+)/revoke", told)
    assert found.client.post(f"/account/tokens/{id}/revoke").status_code == 303
    assert found.client.get(path).status_code == 404


def test_it_goes_with_the_search_and_with_the_user(found: Team) -> None:
    path, _ = made(found)
    found.login("reader")
    (id,) = set(re.findall(r'name="id" value="(\w+)"', found.client.get("/watch").text))
    found.client.post("/watch", data={"action": "forget", "id": id})
    assert found.client.get(path).status_code == 404
    other, _ = made(found)
    assert found.client.get(other).status_code == 200
    with Ledger(found.store, write=True) as ledger:
        remove_user(ledger, NAMES["reader"])
    assert found.client.get(other).status_code == 404


def test_no_log_has_the_token(found: Team, caplog: pytest.LogCaptureFixture) -> None:
    path, secret = made(found)

    def broken(request: Request) -> None:
        raise ZeroDivisionError

    found.client.app.router.routes.clear()  # type: ignore[attr-defined]
    found.client.app.add_api_route("/feeds/{id}.atom", broken)  # type: ignore[attr-defined]
    with caplog.at_level(logging.DEBUG, "sayso"):
        assert found.client.get(path).status_code == 500
    assert "/feeds/…" in caplog.text
    assert secret not in caplog.text


def test_where_nobody_need_log_in_no_such_address_is_made(found: Team) -> None:
    answer = found.client.post("/watch", data={"action": "feed", "id": "x"}, headers=found.bearer("write"))
    assert answer.status_code == 400

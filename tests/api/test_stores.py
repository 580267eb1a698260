"""Both stores fill the same pages."""

from __future__ import annotations

from starlette.testclient import TestClient

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger
from tests import postgres as servers
from tests.api.conftest import BASE, fill_ledger


def test_a_page_does_not_tell_which_store_it_comes_from(
    client: TestClient, server: servers.Server, document: str
) -> None:
    store = servers.new_database(server)
    fill_ledger(store)
    paths = ("/", "/claims?q=lorries", "/events?standing=denied", f"/documents/{document}", "/claims.csv")
    with (
        Ledger(store) as other,
        TestClient(create_app(other, Settings(name="news.ledger")), base_url=BASE) as theirs,
    ):
        for path in (*paths, f"/claims/{document}:c1", "/claims?since=nonsense"):
            assert theirs.get(path).text == client.get(path).text, path

"""The articles of `newsroom` in both stores, for tests that only ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.ledger.ledger import Ledger
from tests import postgres as servers
from tests.ledger.across import newsroom


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def newsroom_ledger(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ledger]:
    """Opened for reading: what a test would write is refused."""
    path = str(tmp_path_factory.mktemp("newsroom") / "news.ledger")
    store = path if request.param == "sqlite" else servers.new_database(request.getfixturevalue("server"))
    with Ledger(store, create=True) as made:
        newsroom.fill(made)
    with Ledger(store) as opened:
        yield opened

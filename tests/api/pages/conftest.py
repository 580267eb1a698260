"""A workbench that may be changed, by somebody alone at their machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from starlette.testclient import TestClient

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger
from tests.api.conftest import BASE, fill_ledger
from tests.ledger.across import newsroom


@pytest.fixture(scope="session")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The eight documents; it is copied, never used."""
    store = tmp_path_factory.mktemp("eight") / "news.ledger"
    fill_ledger(str(store))
    return store


@pytest.fixture
def store(eight: Path, tmp_path: Path) -> str:
    return str(copy(eight, tmp_path))


@pytest.fixture
def desk(store: str) -> Iterator[TestClient]:
    """Redirects are not followed, so that a test sees where they lead."""
    with Ledger(store) as ledger:
        settings = Settings(name="news.ledger", person="Ilena Brask", most_upload=200_000)
        app = create_app(ledger, settings)
        with TestClient(app, base_url=BASE, follow_redirects=False) as client:
            yield client


@pytest.fixture(scope="session")
def newsroom_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Articles of three outlets about a few events, which no test changes."""
    store = str(tmp_path_factory.mktemp("newsroom") / "news.ledger")
    with Ledger(store, create=True) as made:
        newsroom.fill(made)
    with Ledger(store) as opened:
        yield opened


@pytest.fixture(scope="session")
def newsdesk(newsroom_ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(create_app(newsroom_ledger, Settings(name="news.ledger")), base_url=BASE) as client:
        yield client

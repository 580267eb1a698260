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


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The eight documents; it is copied, never used."""
    store = tmp_path_factory.mktemp("template") / "news.ledger"
    fill_ledger(str(store))
    return store


@pytest.fixture
def store(template: Path, tmp_path: Path) -> str:
    return str(copy(template, tmp_path))


@pytest.fixture
def desk(store: str) -> Iterator[TestClient]:
    with Ledger(store) as ledger:
        settings = Settings(name="news.ledger", person="Ilena Brask", most_body=20_000)
        with TestClient(create_app(ledger, settings), base_url=BASE) as client:
            yield client

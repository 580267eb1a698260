"""The workbench over a ledger of readings made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.ledger import Ledger
from sayso.schema.document import document_id
from sayso.schema.reading import Reading
from tests.conftest import made_reading
from tests.ledger.asked import copies, fill

BASE = "http://127.0.0.1:8000"
# What an article may hold to harm a reader: every bit of it is only text.
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}\u202egnip"


def hostile() -> Reading:
    """A reading whose metadata and names try to be markup."""
    made = made_reading()
    text = made.document.text + HOSTILE
    document = replace(
        made.document,
        id=document_id(text),
        text=text,
        title=f"Title {HOSTILE}",
        outlet=f"Outlet {HOSTILE}",
        url="javascript:alert(3)",
        published="2025-04-01",
    )
    entities = tuple(replace(one, name=f"{one.name} {HOSTILE}") for one in made.entities)
    events = tuple(replace(one, mode="<b onclick=alert(1)>") for one in made.events)
    return replace(made, document=document, entities=entities, events=events)


def fill_ledger(store: str) -> None:
    """Eight documents: the one made by hand, six copies of it, and a hostile one."""
    with Ledger(store, create=True) as made:
        fill(made, [made_reading(), *copies([made_reading()], 6), hostile()])
        bring_up(made)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The eight documents, which no test changes."""
    store = str(tmp_path_factory.mktemp("workbench") / "news.ledger")
    fill_ledger(store)
    with Ledger(store) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(create_app(ledger, Settings(name="news.ledger")), base_url=BASE) as running:
        yield running


@pytest.fixture(scope="session")
def document() -> str:
    """The id of the document that was made by hand."""
    return made_reading().document.id

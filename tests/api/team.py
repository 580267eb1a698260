"""A ledger that several people share: one of each role, and tokens of each scope."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import copy

from starlette.testclient import TestClient

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.accounts.passwords import Cost
from sayso.ledger.accounts.rights import RIGHTS, ROLES
from sayso.ledger.accounts.tokens import make_token
from sayso.ledger.accounts.users import add_user
from sayso.ledger.ledger import Ledger
from tests.api.conftest import BASE, fill_ledger

CHEAP = Cost(16, 8, 1)  # for tests, which have nothing to keep secret
PASSWORD = "four words and a half"
NAMES = {"reader": "rhea", "editor": "edda", "admin": "ada"}


@dataclass(frozen=True, slots=True)
class Team:
    """Attributes:
    store: path of the ledger.
    client: a browser that nobody is logged in with.
    tokens: by their scopes; they are nobody's.
    """

    store: str
    client: TestClient
    tokens: dict[str, str]

    def login(self, role: str, *, password: str = PASSWORD, to: str = "/") -> int:
        """As a browser does; the status."""
        form = {"name": NAMES[role], "password": password, "to": to}
        return self.client.post("/login", data=form, follow_redirects=False).status_code

    def bearer(self, scope: str) -> dict[str, str]:
        return {"authorization": f"Bearer {self.tokens[scope]}"}


@dataclass(frozen=True, slots=True)
class Shared:
    """Attributes:
    store: path of a ledger that is copied, never used.
    tokens: by their scopes.
    """

    store: Path
    tokens: dict[str, str]


def shared_ledger(folder: Path) -> Shared:
    """One user of each role, and one token of each scope."""
    store = folder / "news.ledger"
    fill_ledger(str(store))
    with Ledger(store, write=True) as written:
        for role in ROLES:
            add_user(written, NAMES[role], role=role, password=PASSWORD, cost=CHEAP)
        tokens: dict[str, str] = {
            right: make_token(written, f"{right} it", scope=right, lasts=timedelta(days=1))[0]
            for right in RIGHTS
        }
    return Shared(store, tokens)


@contextmanager
def team(
    shared: Shared, folder: Path, *, base: str = BASE, settings: Settings | None = None
) -> Iterator[Team]:
    """The workbench over a copy of it."""
    store = str(copy(shared.store, folder))
    with Ledger(store) as ledger:
        app = create_app(ledger, settings or Settings())
        with TestClient(app, base_url=base, follow_redirects=False) as client:
            yield Team(store, client, shared.tokens)

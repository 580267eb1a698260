"""What servers said of the contents that were fetched, so that none need be sent twice."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import fetches


@dataclass(frozen=True, slots=True)
class Validators:
    """How a server knows a content again.

    Attributes:
        final: the address behind all redirects.
        etag, last_modified: the headers as they came, None where there was none.
    """

    final: str
    etag: str | None
    last_modified: str | None


def validators(ledger: Ledger, url: str) -> Validators | None:
    """Of the content behind an address as it was asked for; None where it never was."""
    wanted = select(fetches).where(fetches.c.url == url)
    row = ledger.attempt(lambda connection: connection.execute(wanted).first())
    return None if row is None else Validators(row.final, row.etag, row.last_modified)


def note(ledger: Ledger, url: str, said: Validators | None) -> None:
    """Keeps what was said last; None forgets it."""
    with ledger.transaction() as connection:
        connection.execute(delete(fetches).where(fetches.c.url == url))
        if said is not None:
            row = {"final": said.final, "etag": said.etag, "last_modified": said.last_modified}
            connection.execute(insert(fetches).values(url=url, **row))


def addresses(ledger: Ledger) -> list[str]:
    """All that were fetched, sorted."""
    rows = select(fetches.c.url).order_by(fetches.c.url)
    return ledger.attempt(lambda connection: list(connection.scalars(rows)))

"""What was fetched before, kept in the ledger, so that it need not be sent twice."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from sqlalchemy import delete, func, insert, select

from sayso.fetching.fetched import Known
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import fetches


class Remembered(MutableMapping[str, Known]):
    """Address -> what its server said of the content; each entry is written at once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __getitem__(self, url: str) -> Known:
        wanted = select(fetches).where(fetches.c.url == url)
        row = self._ledger.attempt(lambda connection: connection.execute(wanted).first())
        if row is None:
            raise KeyError(url)
        return Known(row.final, row.etag, row.last_modified)

    def __setitem__(self, url: str, known: Known) -> None:
        values = {"final": known.url, "etag": known.etag, "last_modified": known.last_modified}

        with self._ledger.transaction() as connection:
            connection.execute(delete(fetches).where(fetches.c.url == url))
            connection.execute(insert(fetches).values(url=url, **values))

    def __delitem__(self, url: str) -> None:
        self[url]
        with self._ledger.transaction() as connection:
            connection.execute(delete(fetches).where(fetches.c.url == url))

    def __iter__(self) -> Iterator[str]:
        rows = select(fetches.c.url).order_by(fetches.c.url)
        return iter(self._ledger.attempt(lambda connection: connection.scalars(rows).all()))

    def __len__(self) -> int:
        counted = select(func.count()).select_from(fetches)
        return self._ledger.attempt(lambda connection: connection.scalar(counted)) or 0

"""The ledger for those who change it: opened when the first of them comes, beside the one for reading."""

from __future__ import annotations

from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from sayso.ledger.ledger import Ledger


class Writer:
    """Gives a ledger opened for writing; a ledger that only is looked at is never opened so.

    Args:
        name: path or URL of the ledger.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._opened: Ledger | None = None
        self._lock = Lock()

    def open(self) -> Ledger:
        """The same one each time; it may be used by many at once.

        Raises:
            LedgerError: it cannot be written.
        """
        with self._lock:
            if self._opened is None:
                self._opened = Ledger(self._name, write=True)
            return self._opened

    def close(self) -> None:
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None


def _writing(request: Request) -> Ledger:
    writer: Writer = request.app.state.writer
    return writer.open()


# `def handler(ledger: Writing)`: the ledger, opened for writing.
Writing = Annotated[Ledger, Depends(_writing)]

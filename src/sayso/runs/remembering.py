"""What was fetched before, kept in the ledger, so that it need not be sent twice."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from sayso.fetching.fetched import Known
from sayso.ledger.fetched import Validators, addresses, note, validators
from sayso.ledger.ledger import Ledger


class Remembered(MutableMapping[str, Known]):
    """Address -> what its server said of the content; each entry is written at once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __getitem__(self, url: str) -> Known:
        said = validators(self._ledger, url)
        if said is None:
            raise KeyError(url)
        return Known(said.final, said.etag, said.last_modified)

    def __setitem__(self, url: str, known: Known) -> None:
        note(self._ledger, url, Validators(known.url, known.etag, known.last_modified))

    def __delitem__(self, url: str) -> None:
        self[url]
        note(self._ledger, url, None)

    def __iter__(self) -> Iterator[str]:
        return iter(addresses(self._ledger))

    def __len__(self) -> int:
        return len(addresses(self._ledger))

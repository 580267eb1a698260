"""Documents that come in through the workbench, one at a time, read as `sayso ingest` reads them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import closing
from threading import Lock

from starlette.exceptions import HTTPException

from sayso.fetching.fetched import NotModified
from sayso.fetching.fetcher import Fetcher
from sayso.inputs.item import Item
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.ledger import Ledger
from sayso.runs.gathering import fetch_items
from sayso.runs.ingesting import Outcome, ingest
from sayso.runs.remembering import Remembered
from sayso.runs.setting import Setting

LOG = logging.getLogger("sayso.api")
_PATIENCE = 60  # seconds for those before
_HERE = ("read", "known", "copy")
# The encoder takes all processors for one document; two at once would be no quicker.
READING = Lock()


def add_item(ledger: Ledger, item: Item, *, originals: bool = False) -> Outcome:
    """Reads a document into the ledger, and lays it beside the others.

    Args:
        ledger: opened for writing.
        item: what is read.
        originals: it is kept as it came in, too.

    Raises:
        HTTPException: it cannot be read (422), sayso broke on it (500), or others are before (503).
    """
    return _added(ledger, [item], originals=originals)


def add_address(ledger: Ledger, url: str, fetcher: Fetcher, *, originals: bool = False) -> Outcome:
    """The document behind an address, which is fetched as `sayso fetch` does: no machine of this network is
    ever asked.

    Raises:
        HTTPException: as for `add_item`; 422 where nothing usable comes.
    """
    memory = Remembered(ledger)
    (found,) = fetch_items([url], fetcher=fetcher, memory=memory)
    if isinstance(found, NotModified):
        raise HTTPException(409, f"{url:.200} has not changed since it was fetched last; it is in the ledger")
    return _added(ledger, [found], originals=originals)


def _added(ledger: Ledger, items: Iterable[Item], *, originals: bool) -> Outcome:
    if not READING.acquire(timeout=_PATIENCE):
        raise HTTPException(503, "Other documents are being read; try again in a minute")
    try:
        with closing(ingest(items, ledger, setting=Setting(), size=1, originals=originals)) as outcomes:
            (outcome,) = outcomes
        bring_up(ledger)
    finally:
        READING.release()
    return _checked(outcome)


def _checked(outcome: Outcome) -> Outcome:
    if outcome.status == "failed":
        LOG.error("%s", outcome.why)
        raise HTTPException(500, "sayso broke on this document; the log of the server tells more")
    if outcome.status not in _HERE or outcome.document is None:
        raise HTTPException(422, outcome.why)
    return outcome

"""The articles of the demo into a ledger, each laid beside the others."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from sayso.demo.articles import PLACE, articles
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.ledger import Ledger
from sayso.runs.ingesting import ingest
from sayso.runs.setting import Setting

_AT_ONCE = 4  # articles between two signs of life
_MOST = 200  # documents; a demo has fewer


class ForeignError(Exception):
    """The ledger holds something else than a demo."""


def build(ledger: Ledger, *, at: Callable[[int, int], object] = lambda done, total: None) -> int:
    """Reads the articles into a ledger and lays them beside each other; once more changes nothing.

    Args:
        ledger: opened for writing; a new one, or that of an earlier demo.
        at: is told how many articles are read, and how many there are.

    Returns:
        How many articles there are.

    Raises:
        ForeignError: other documents are in the ledger, among which invented ones must not come.
        LedgerError: the ledger cannot be written to.
    """
    if not _is_free(ledger):
        raise ForeignError(f"{ledger.name} holds other documents")
    told = tuple(articles())
    at(0, len(told))
    with closing(ingest(told, ledger, setting=Setting(), size=_AT_ONCE, originals=True)) as outcomes:
        for done, _ in enumerate(outcomes, 1):
            at(done, len(told))
    bring_up(ledger)
    return len(told)


def _is_free(ledger: Ledger) -> bool:
    held = ledger.ids()
    if len(held) > _MOST:
        return False
    return all(place.name.startswith(PLACE) for place in ledger.first_places(held).values())

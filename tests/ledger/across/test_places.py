"""What is said to have happened at one place."""

from __future__ import annotations

import pytest

from sayso.ledger.across.places import place
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger


@pytest.fixture
def ledger(newsroom_ledger: Ledger) -> Ledger:
    return newsroom_ledger


def test_an_event_stands_once_however_many_tell_it(ledger: Ledger) -> None:
    found = place(ledger, "lorn")
    assert (found.name, found.accounts, found.total, found.capped) == ("Lorn", 2, 1, False)
    (sentenced,) = found.events
    assert (sentenced.documents, sentenced.origins) == (2, 2)
    assert found.months == {"2031-04": {"fact": 1}}


def test_the_latest_comes_first_and_pages_follow(ledger: Ledger) -> None:
    found = place(ledger, "Dorsk")
    assert found.total == len(found.events) > 1
    days = [one.day or "" for one in found.events]
    assert days == sorted(days, reverse=True)
    pages = [place(ledger, "Dorsk", limit=1, skip=at).events[0] for at in range(found.total)]
    assert tuple(pages) == found.events


def test_a_place_is_meant_by_its_whole_name(ledger: Ledger) -> None:
    assert place(ledger, "Harbour of Sella").total == 1
    for name in ("of Sella", "harbour", "…"):
        with pytest.raises(AbsentError, match="give the name of a place"):
            place(ledger, name)


def test_a_page_that_cannot_be_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="cannot be had"):
        place(ledger, "Dorsk", skip=-1)

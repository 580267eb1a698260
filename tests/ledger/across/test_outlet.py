"""One outlet."""

from __future__ import annotations

import pytest

from sayso.ledger.across.outlet import outlet
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from tests.ledger.across import newsroom


@pytest.fixture
def ledger(newsroom_ledger: Ledger) -> Ledger:
    return newsroom_ledger


def test_an_outlet_is_found_by_its_address_and_counted(ledger: Ledger) -> None:
    found = outlet(ledger, "harrowcourier.com")
    assert found.name == newsroom.COURIER
    assert (found.articles, found.origins, found.first, found.last) == (4, 4, "2031-03-12", "2031-05-15")
    assert found.months == (("2031-03", 1), ("2031-04", 1), ("2031-05", 2))


def test_its_articles_come_the_latest_first_with_how_many_have_their_origin(ledger: Ledger) -> None:
    found = outlet(ledger, newsroom.COURIER)
    assert [(one.title, one.alike) for one in found.documents] == [
        ("Minister under pressure", 1),
        ("Dam is safe, minister says", 1),
        ("Strikers killed in Dorsk", 1),
        ("Nine die as ferry sinks off Sella", 2),
    ]
    page = outlet(ledger, newsroom.COURIER, limit=2, skip=1)
    assert page.documents == found.documents[1:3]
    assert page.articles == 4


def test_it_tells_whom_it_quotes_by_name_under_all_of_them(ledger: Ledger) -> None:
    marsh = next(each for each in outlet(ledger, newsroom.COURIER).quoted if "Ilan Marsh" in each.name)
    assert {one.name for one in marsh.names} >= {"Ilan Marsh", "Water Minister Ilan Marsh"}
    assert marsh.claims == 4


def test_its_sources_are_counted_by_how_they_are_named(ledger: Ledger) -> None:
    told = outlet(ledger, newsroom.COURIER).sourcing
    assert told.claims == sum(told.naming.values()) == sum(told.affiliation.values()) > 0


def test_days_narrow_it(ledger: Ledger) -> None:
    found = outlet(ledger, newsroom.COURIER, since="2031-05-01", until="2031-05-10")
    assert [one.title for one in found.documents] == ["Dam is safe, minister says"]


def test_an_outlet_that_published_nothing_here_is_told_of(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="published nothing in this ledger"):
        outlet(ledger, "The Nowhere Gazette")

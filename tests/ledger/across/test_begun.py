"""The origins of a whole ledger, some at a time."""

from __future__ import annotations

import pytest

from sayso.ledger.across.begun import documents_of_one_origin, origin_page, titles
from sayso.ledger.across.origins import origins
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from tests.ledger.across import newsroom


@pytest.fixture
def ledger(newsroom_ledger: Ledger) -> Ledger:
    return newsroom_ledger


def test_pages_of_origins_are_the_origins_of_the_ledger(ledger: Ledger) -> None:
    every = origins(ledger)
    pages = [origin_page(ledger, limit=5, skip=skip) for skip in (0, 5, 10, 15)]
    found = [origin for each in pages for origin in each.found.origins]
    assert sorted(found, key=lambda one: one.id) == sorted(every.origins, key=lambda one: one.id)
    assert [len(each.found.origins) for each in pages] == [5, 5, 2, 0]
    for each in pages:
        assert (each.documents, each.publishers, each.origins) == (13, 3, len(every.origins))


def test_the_origin_of_several_documents_comes_first_with_its_reason(ledger: Ledger) -> None:
    found = origin_page(ledger, limit=1)
    (ferry,) = found.found.origins
    assert found.several == 1
    assert [article.outlet for article in ferry.articles] == [newsroom.COURIER, newsroom.HERALD]
    assert [reason.kind for reason in ferry.reasons] == ["abridged"]


def test_a_document_knows_with_how_many_it_has_its_origin(ledger: Ledger) -> None:
    for origin in origins(ledger).origins:
        for id in origin.documents:
            assert documents_of_one_origin(ledger, id) == len(origin.documents)
    assert documents_of_one_origin(ledger, "0" * 16) == 0


def test_titles_are_told_by_ids(ledger: Ledger) -> None:
    (first, *_) = origins(ledger).origins
    assert titles(ledger, [first.id, first.id, "0" * 16]) == {first.id: "Nine die as ferry sinks off Sella"}


@pytest.mark.parametrize(("limit", "skip"), [(0, 0), (1, -1), (1001, 0)])
def test_a_page_that_cannot_be_is_refused(ledger: Ledger, limit: int, skip: int) -> None:
    with pytest.raises(LedgerError, match="cannot be had"):
        origin_page(ledger, limit=limit, skip=skip)


def test_an_empty_ledger_has_no_origins(tmp_path: object) -> None:
    with Ledger(f"{tmp_path}/empty.ledger", create=True) as ledger:
        found = origin_page(ledger)
        assert (found.documents, found.publishers, found.origins, found.several) == (0, 0, 0, 0)
        assert found.found.origins == ()

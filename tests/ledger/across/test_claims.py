"""Each claim once, with all who report it."""

from __future__ import annotations

import pytest

from sayso.ledger.across.claims import claim_clusters
from sayso.ledger.asking import Filter
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search


@pytest.fixture
def ledger(newsroom_ledger: Ledger) -> Ledger:
    return newsroom_ledger


def test_every_claim_that_answers_is_in_one_cluster_and_no_other(ledger: Ledger) -> None:
    found = [hit.id for hit in search(ledger, limit=1000).hits]
    page = claim_clusters(ledger, limit=1000)
    told = [one.id for each in page.claims for group in each.groups for one in group.statements]
    assert sorted(told) == sorted(found)
    assert len(page.claims) == page.total < len(found)


def test_a_copy_is_no_further_origin(ledger: Ledger) -> None:
    (sunk,) = (each for each in claim_clusters(ledger, "ferry drowned").claims if each.documents > 1)
    assert (sunk.documents, sunk.publishers, sunk.origins) == (2, 2, 1)
    (group,) = sunk.groups
    assert group.statements[0].document == group.origin == sunk.first.document


def test_counts_are_those_of_the_search(ledger: Ledger) -> None:
    hits = {hit.id: hit for hit in search(ledger, limit=1000).hits}
    for each in claim_clusters(ledger, limit=1000).claims:
        hit = hits[each.first.id]
        assert (each.documents, each.origins) == (hit.documents, hit.origins)


def test_the_newest_come_first_and_pages_follow(ledger: Ledger) -> None:
    every = claim_clusters(ledger, limit=1000).claims
    pages = [claim_clusters(ledger, limit=2, skip=at).claims for at in range(0, len(every), 2)]
    assert tuple(each for page in pages for each in page) == every
    alone = [each.first.day or "" for each in every if each.documents == 1]
    assert alone == sorted(alone, reverse=True)


def test_facets_narrow(ledger: Ledger) -> None:
    found = claim_clusters(ledger, filter=Filter({"attitude": ("denial",)})).claims
    assert found
    assert all(each.first.attitude == "denial" for each in found)


@pytest.mark.parametrize(("limit", "skip"), [(0, 0), (1001, 0), (1, -1)])
def test_a_page_that_cannot_be_is_refused(ledger: Ledger, limit: int, skip: int) -> None:
    with pytest.raises(LedgerError, match="cannot be had; expected 1 to 1000"):
        claim_clusters(ledger, limit=limit, skip=skip)

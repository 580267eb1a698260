"""What a search tells of how many accounts there are."""

from __future__ import annotations

from sayso.ledger.across.events import event_clusters
from sayso.ledger.asking import Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from tests.ledger.across import newsroom


def test_every_hit_has_the_counts_of_its_cluster_and_one_where_it_stands_alone(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        newsroom.fill(ledger)
        hits = search(ledger, kind="events", limit=1_000).hits
        counts = {
            account: (each.documents, each.origins)
            for each in event_clusters(ledger, limit=1_000).events
            for account in each.accounts
        }
        assert {hit.id: (hit.documents, hit.origins) for hit in hits} == counts
        # three papers count the dead in Dorsk, one wire tells of the ferry in two, the rest stands alone
        assert {(3, 3), (2, 1), (1, 1)} <= set(counts.values())
        for asked in ("1", ">=2", "3"):
            found = search(ledger, "", Filter(origins=asked), kind="events", limit=1_000).hits
            kept = {id for id, (_, origins) in counts.items() if _holds(asked, origins)}
            assert {hit.id for hit in found} == kept


def test_before_documents_are_laid_beside_each_other_each_stands_alone(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        newsroom.add(ledger)
        for kind in ("claims", "events"):
            assert {(hit.documents, hit.origins) for hit in search(ledger, kind=kind).hits} == {(1, 1)}


def _holds(asked: str, origins: int) -> bool:
    return origins >= 2 if asked == ">=2" else origins == int(asked)

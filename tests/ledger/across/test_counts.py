"""How far records are told, for whole documents at once."""

from __future__ import annotations

from sayso.ledger.across.counts import beginnings, counts
from sayso.ledger.across.event import event
from sayso.ledger.across.origins import origins
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from tests.ledger.across.press import press, put

KINDS: tuple[Kind, ...] = ("claims", "events")


def test_the_counts_are_those_of_a_search_and_what_stands_alone_has_none(ledger: Ledger) -> None:
    put(ledger, *press().values())
    told = counts(ledger, ledger.ids())
    found = {hit.id: hit for kind in KINDS for hit in search(ledger, kind=kind, limit=1_000).hits}
    counted = {f"{id}:{record}": one for id, records in told.items() for record, one in records.items()}
    assert {id for id, hit in found.items() if hit.documents > 1} == set(counted)
    assert {id: (one.documents, one.origins) for id, one in counted.items()} == {
        id: (found[id].documents, found[id].origins) for id in counted
    }


def test_a_cluster_is_called_as_its_first_record_which_all_of_it_share(ledger: Ledger) -> None:
    put(ledger, *press().values())
    told = counts(ledger, ledger.ids())
    mine = told[press()["edited"].document.id].items()
    shared = {one for record, one in mine if record.startswith("v")}
    assert {one.cluster.partition(":")[0] for one in shared} == {press()["wire"].document.id}
    for one in shared:
        told_by = {id for id, records in told.items() if one in records.values()}
        assert len(told_by) == one.documents == event(ledger, one.cluster).cluster.documents


def test_documents_name_the_one_that_their_account_begins_with(ledger: Ledger) -> None:
    put(ledger, *press().values())
    begun = {
        document: one.id
        for one in origins(ledger).origins
        for document in one.documents
        if document != one.id
    }
    assert beginnings(ledger, ledger.ids()) == begun
    assert begun[press()["edited"].document.id] == press()["wire"].document.id


def test_nothing_is_told_of_documents_that_were_not_asked_for(ledger: Ledger) -> None:
    put(ledger, *press().values())
    assert (counts(ledger, []), beginnings(ledger, [])) == ({}, {})
    one = press()["abridged"].document.id
    assert set(counts(ledger, [one])) == {one}

"""Searches that are watched, in both stores."""

from __future__ import annotations

import pytest

from sayso.ledger.asking import Filter
from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.searches import (
    arrived,
    forget,
    hooked,
    last_document,
    note_seen,
    note_told,
    save,
    saved_of,
    set_hook,
)
from sayso.ledger.searching import search
from tests.conftest import made_reading
from tests.ledger.asked import copies, fill


def test_what_came_in_since_is_new_whatever_its_day(ledger: Ledger) -> None:
    some = copies([made_reading()], 6)
    fill(ledger, some[:4])
    one = save(ledger, " The  ferry ", owner="", kind="claims", query="q=lorries")
    assert one.name == "The ferry"
    assert one.seen == last_document(ledger)
    fill(ledger, some[4:])
    found = arrived(ledger, "", Filter(), kind="claims", beyond=one.seen, limit=100)
    late = [reading.document.id for reading in some[4:]]
    every = [hit.id for hit in search(ledger, limit=1000).hits]
    assert sorted(hit.id for hit in found.hits) == sorted(id for id in every if id.partition(":")[0] in late)
    assert list(dict.fromkeys(hit.document for hit in found.hits)) == late[::-1]
    note_seen(ledger, one.id, owner="")
    (now,) = saved_of(ledger, "")
    assert arrived(ledger, "", Filter(), kind="claims", beyond=now.seen, limit=100).total == 0


def test_a_correction_is_no_arrival(ledger: Ledger) -> None:
    fill(ledger, [made_reading()])
    beyond = last_document(ledger)
    decide(ledger, [about(choose(ledger, f"{made_reading().document.id}:c1"), "accept")], by="me")
    assert arrived(ledger, "", Filter(), kind="claims", beyond=beyond, limit=5).total == 0


def test_what_could_not_be_told_is_told_the_next_time(ledger: Ledger) -> None:
    fill(ledger, [made_reading()])
    one = save(ledger, "x", owner="", kind="events", query="")
    set_hook(ledger, one.id, "https://courier.example/new", owner="")
    note_told(ledger, one, told=99, failure="no answer")
    (after,) = hooked(ledger)
    assert (after.told, after.failure) == (one.told, "no answer")
    note_told(ledger, one, told=99, failure=None)
    (after,) = hooked(ledger)
    assert (after.told, after.failure) == (99, None)
    set_hook(ledger, one.id, None, owner="")
    assert hooked(ledger) == []


def test_searches_are_their_owner_s_alone(ledger: Ledger) -> None:
    one = save(ledger, "x", owner="ada", kind="events", query="")
    assert saved_of(ledger, "edda") == []
    for act in (forget, note_seen):
        with pytest.raises(AbsentError):
            act(ledger, one.id, owner="edda")
    forget(ledger, one.id, owner="ada")
    assert saved_of(ledger, "ada") == []


def test_there_is_a_bound_to_them(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ledger.searches.MOST", 2)
    for name in ("a", "b"):
        save(ledger, name, owner="", kind="events", query="")
    with pytest.raises(LedgerError, match="let one go"):
        save(ledger, "c", owner="", kind="events", query="")

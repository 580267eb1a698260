"""The queue of what nobody has looked at."""

from __future__ import annotations

from dataclasses import replace

from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide
from sayso.ledger.hits import ClaimHit
from sayso.ledger.ledger import Ledger
from sayso.ledger.reviewing import waiting
from sayso.ledger.searching import search
from tests.conftest import made_reading
from tests.ledger.asked import copies, fill


def test_the_least_confident_come_first_and_what_is_disputed_earlier(ledger: Ledger) -> None:
    made = made_reading()
    sure = (0.95, 0.85, 0.6, 0.8)
    events = [
        replace(made.events[0], id=f"v{at}", confidence=one, standing="denied" if at == 2 else "fact")
        for at, one in enumerate(sure, 1)
    ]
    fill(ledger, [replace(made, events=tuple(events), claims=())])
    hits = waiting(ledger, "events").hits
    assert [hit.record for hit in hits] == ["v2", "v3", "v4", "v1"]


def test_claims_whose_speaker_was_made_out_come_first(ledger: Ledger) -> None:
    fill(ledger, copies([made_reading()], 3))
    hits = [hit for hit in waiting(ledger, "claims").hits if isinstance(hit, ClaimHit)]
    made_out = [bool(hit.name) and hit.name != hit.source for hit in hits]
    assert made_out == sorted(made_out, reverse=True)
    assert all(hit.standing is None for hit in hits)


def test_what_was_looked_at_waits_no_more_and_the_rest_keeps_its_order(ledger: Ledger) -> None:
    fill(ledger, copies([made_reading()], 5))
    before = [hit.id for hit in waiting(ledger, "events", limit=100).hits]
    gone = before[2]
    decide(ledger, [about(choose(ledger, gone), "accept")], by="me")
    assert [hit.id for hit in waiting(ledger, "events", limit=100).hits] == [
        id for id in before if id != gone
    ]


def test_pages_add_up_to_all_that_waits(ledger: Ledger) -> None:
    fill(ledger, copies([made_reading()], 7))
    whole = [hit.id for hit in waiting(ledger, "events", limit=1000).hits]
    assert sorted(whole) == sorted(hit.id for hit in search(ledger, kind="events", limit=1000).hits)
    pages = [waiting(ledger, "events", limit=4, skip=at) for at in range(0, len(whole), 4)]
    assert [hit.id for page in pages for hit in page.hits] == whole
    assert [page.more for page in pages] == [True] * (len(pages) - 1) + [False]
    assert {(page.total, page.capped) for page in pages} == {(len(whole), False)}


def test_nothing_waits_in_an_empty_ledger(ledger: Ledger) -> None:
    found = waiting(ledger, "claims", skip=10**12)
    assert (found.hits, found.total, found.more) == ((), 0, False)

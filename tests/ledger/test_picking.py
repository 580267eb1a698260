"""All records that a search finds, by their documents."""

from __future__ import annotations

import pytest

from sayso.ledger.asking import Filter
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.picking import pick
from sayso.ledger.searching import search
from sayso.schema.correction import Correction
from sayso.schema.location import location_of
from sayso.schema.reading import Reading


@pytest.fixture
def full(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    return ledger


@pytest.mark.parametrize("kind", ["claims", "events"])
@pytest.mark.parametrize("words", ["", "police", "-police", "nothing of the kind", '"union leaders"'])
def test_it_is_what_a_search_finds_page_by_page(full: Ledger, kind: Kind, words: str) -> None:
    if words == "-police":
        with pytest.raises(LedgerError, match="add a word"):
            pick(full, words, kind=kind)
        return
    found = search(full, words, kind=kind, limit=1_000).hits
    picked = pick(full, words, kind=kind)
    assert {(id, one) for id, records in picked.items() for one in records} == {
        (hit.document, hit.record) for hit in found
    }


def test_facets_days_and_rejections_count(full: Ledger, readings: tuple[Reading, ...]) -> None:
    told = pick(full, filter=Filter({"type": ("COERCE",)}, since="2024-06-01"), kind="events")
    assert set(told) == {readings[1].document.id}
    (record, *_) = sorted(told[readings[1].document.id])
    event = next(event for event in readings[1].events if event.id == record)
    target = {"anchor": [event.anchor.start, event.anchor.end], "type": event.type, "record": event.id}
    rejected = Correction(
        "event", "reject", readings[1].document.id, target, by="a reader", at="2025-01-01T00:00:00.000000Z"
    )
    full.correct(rejected)
    left = pick(full, filter=Filter({"type": ("COERCE",)}), kind="events")
    assert record not in left.get(readings[1].document.id, frozenset())


def test_a_question_that_cannot_be_understood_is_refused(full: Ledger) -> None:
    with pytest.raises(LedgerError, match="claims have no 'actor'"):
        pick(full, filter=Filter({"actor": ("police",)}), kind="claims")

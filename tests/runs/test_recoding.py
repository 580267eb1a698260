"""A ledger that was coded by another version is coded again, and what persons decided stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from sayso.ledger.choosing import choose
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.deciding import about, decide
from sayso.ledger.doctor import examine
from sayso.ledger.ledger import Ledger
from sayso.runs.recoding import Recoded, recode
from sayso.runs.setting import Setting
from sayso.runs.tally import Tally
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

TEXT = """Police arrested nine protesters in Telmara on Friday. The army shelled the village of Sella, a
spokeswoman said. Karvia and Ostrand will meet in Telmara next week."""


@pytest.fixture(scope="module")
def read() -> Reading:
    return sayso.read(TEXT)


@pytest.fixture
def ledger(read: Reading, tmp_path: Path) -> Ledger:
    """With one document, coded by an older version that told other things."""
    ledger = Ledger(tmp_path / "a.ledger", create=True)
    first, *others = read.events
    older = replace(read, events=(replace(first, standing="possible"), *others[1:]))
    ledger.add(older, location_of(read.document, name="a.txt"), mark="older")
    return ledger


def test_the_difference_is_counted_and_the_older_coding_kept(ledger: Ledger, read: Reading) -> None:
    with ledger:
        done = list(recode(ledger, setting=Setting()))
        tally = Tally()
        for one in done:
            tally.add(one, ledger.corrections(one.id))
        assert (tally.counts["again"], tally.counts["changed"]) == (1, 1)
        assert tally.counts["events added"] == 1
        assert tally.counts["events with another standing"] == 1
        assert list(recode(ledger, setting=Setting())) == []
        stored = ledger.stored(read.document.id)
        assert stored is not None
        assert stored.reading.events == read.events
        assert list(examine(ledger)) == []


def test_what_a_person_decided_is_laid_over_the_new_coding(ledger: Ledger, read: Reading) -> None:
    with ledger:
        chosen = choose(ledger, f"{read.document.id}:{read.events[0].id}")
        decide(ledger, [about(chosen, "edit", {"standing": "denied"})], by="anna")
        list(recode(ledger, setting=Setting()))
        stored = ledger.stored(read.document.id)
        assert stored is not None
        laid = corrected(stored.reading, standing_ones(ledger.corrections(read.document.id)))
        assert laid.reading.events[0].standing == "denied"
        assert list(examine(ledger)) == []


def test_decisions_without_their_record_are_named(ledger: Ledger, read: Reading) -> None:
    with ledger:
        chosen = choose(ledger, f"{read.document.id}:{read.events[0].id}")
        [written] = decide(ledger, [about(chosen, "accept")], by="anna")
        without = replace(read, events=read.events[1:])
        tally = Tally()
        tally.add(Recoded(read.document.id, read, without), [written.correction])
        assert [one.id for one in tally.lost] == [written.correction.id]
        tally.add(Recoded(read.document.id, without, read), [written.correction])
        assert [one.id for one in tally.found] == [written.correction.id]
        assert (tally.counts["events gone"], tally.counts["events added"]) == (1, 1)


def test_a_document_that_fails_is_told_and_stays() -> None:
    tally = Tally()
    tally.add(Recoded("0" * 16, sayso.read("Police arrested nine protesters."), None, "it broke"), [])
    assert (tally.failed, tally.counts["again"]) == (["it broke"], 0)

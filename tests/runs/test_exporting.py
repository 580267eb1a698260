"""A ledger as it is given to other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.export.exported import Exported
from sayso.export.formats import FORMS
from sayso.export.json import clean
from sayso.ledger.asking import Filter
from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide
from sayso.ledger.errors import LedgerError
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from sayso.runs.exporting import Search, exported, pieces
from sayso.schema.document import document_id
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests.ledger.across.press import press, put

MOST = 50  # documents that are read at once


@pytest.fixture
def ledger(store: str, reading: Reading) -> Iterator[Ledger]:
    """One document made by hand."""
    with Ledger(store, create=True) as opened:
        opened.add(reading, location_of(reading.document, name="a.txt"), mark="one")
        yield opened


@pytest.fixture(scope="module")
def demo(demo_ledger: Path) -> Iterator[Ledger]:
    with Ledger(demo_ledger) as opened:
        yield opened


def other(reading: Reading, number: int) -> Reading:
    """The same article with another text, so that it is another document."""
    text = f"{reading.document.text}{number}\n"
    return replace(reading, document=replace(reading.document, id=document_id(text), text=text))


def only(ledger: Ledger) -> Exported:
    (one,) = exported(ledger)
    return one


def reject(ledger: Ledger, id: str) -> None:
    decide(ledger, [about(choose(ledger, id), "reject")], by="a reader")


def test_documents_come_whole_in_the_order_of_their_ids(demo: Ledger) -> None:
    found = list(exported(demo))
    assert [one.reading.document.id for one in found] == demo.ids()
    assert all(one.chosen is None and one.locations for one in found)
    assert found[0].reading == demo.stored(found[0].reading.document.id).reading  # type: ignore[union-attr]


def test_what_others_tell_as_well_is_counted(demo: Ledger) -> None:
    hits = {hit.id: hit for hit in search(demo, kind="events", limit=1_000).hits}
    told = [
        (f"{one.reading.document.id}:{record}", counted)
        for one in exported(demo)
        for record, counted in one.counts.items()
        if record.startswith("v")
    ]
    assert len(told) > 20
    assert all((hits[id].documents, hits[id].origins) == (one.documents, one.origins) for id, one in told)
    assert any(one.origin for one in exported(demo))


def test_a_search_gives_the_documents_with_hits_and_says_which_records_are_meant(demo: Ledger) -> None:
    hits = search(demo, "ferry", kind="claims", limit=1_000).hits
    found = list(exported(demo, Search("ferry", kinds=("claims",))))
    assert {one.reading.document.id for one in found} == {hit.document for hit in hits}
    assert sum(len(one.chosen or ()) for one in found) == len(hits)
    both = list(exported(demo, Search("ferry")))
    assert sum(len(one.chosen or ()) for one in both) > len(hits)


def test_a_search_that_cannot_be_understood_is_refused_before_anything_is_written(demo: Ledger) -> None:
    with pytest.raises(LedgerError, match="claims have no"):
        pieces(demo, "csv-claims", Search(filter=Filter({"actor": ("police",)}), kinds=("claims",)))


def test_it_is_told_how_far_it_is(demo: Ledger) -> None:
    told: list[tuple[int, int]] = []
    documents = len(list(exported(demo, at=lambda done, total: told.append((done, total)))))
    assert told == [(done, documents) for done in range(documents + 1)]


def test_a_rejected_event_is_gone_and_so_is_what_was_said_about_it(ledger: Ledger) -> None:
    before = only(ledger)
    document = before.reading.document.id
    reject(ledger, f"{document}:v2")
    after = only(ledger)
    assert [event.id for event in after.reading.events] == ["v1", "v3", "v4", "v5"]
    assert "v2" not in after.reviews
    assert after.about == {}
    assert [one.kind for one in after.corrections] == ["event"]


def test_what_somebody_did_not_say_is_no_attribution_either(ledger: Ledger) -> None:
    document = only(ledger).reading.document.id
    reject(ledger, f"{document}:c3")  # a3, on which nothing else rests
    reject(ledger, f"{document}:c1")  # a1, inside which a2 stands
    after = only(ledger).reading
    assert [claim.id for claim in after.claims] == ["c2", "c4"]
    assert [one.id for one in after.attributions] == ["a1", "a2", "a4", "a5"]


def test_an_edited_record_is_given_as_edited(ledger: Ledger) -> None:
    document = only(ledger).reading.document.id
    chosen = choose(ledger, f"{document}:v4")
    decide(ledger, [about(chosen, "edit", {"standing": "possible"})], by="a reader")
    after = only(ledger)
    assert next(event for event in after.reading.events if event.id == "v4").standing == "possible"
    assert after.reviews == {"v4": "edited"}
    assert list(after.about.values()) == ["v4"]


def test_a_claim_that_a_person_accepted_stays_without_its_rejected_event(
    store: str, reading: Reading
) -> None:
    own = replace(reading.claims[0], attribution=None, chain=(), event="v4")
    with Ledger(store, create=True) as ledger:
        told = replace(reading, claims=(own,))
        ledger.add(told, location_of(told.document, name="a.txt"), mark="one")
        reject(ledger, f"{told.document.id}:v4")
        assert only(ledger).reading.claims == ()
        decide(ledger, [about(choose(ledger, f"{told.document.id}:c1"), "accept")], by="a reader")
        assert only(ledger).reading.claims == (replace(own, event=None),)


def test_no_transaction_is_open_while_a_document_is_used(ledger: Ledger, reading: Reading) -> None:
    more = [other(reading, number) for number in range(MOST)]
    for one in more:
        ledger.add(one, location_of(one.document, name="a.txt"), mark="one")
    documents = exported(ledger)
    first = next(documents)
    ledger.add(other(reading, MOST), location_of(reading.document, name="b.txt"), mark="one")
    reject(ledger, f"{first.reading.document.id}:v1")
    rest = [one.reading.document.id for one in documents]
    assert len(rest) == MOST  # those that were there when it began


def test_jsonl_without_a_search_is_what_a_ledger_is_copied_by(demo: Ledger) -> None:
    written = b"".join(pieces(demo, "jsonl")).decode()
    lines = "".join(clean(json.dumps(record, ensure_ascii=False)) + "\n" for record in export(demo))
    assert written == lines
    assert json.loads(written.splitlines()[0]) == {"record": "ledger", "format": 1}


@pytest.mark.parametrize("to", ["csv", "csv-claims", "parquet", "stix", "graphml"])
def test_the_order_in_which_documents_came_makes_no_difference(to: str, tmp_path: Path) -> None:
    files = []
    for number, readings in enumerate((press().values(), reversed(press().values()))):
        with Ledger(tmp_path / f"{number}.ledger", create=True) as ledger:
            put(ledger, *readings)
            files.append(b"".join(pieces(ledger, to)))
    assert files[0] == files[1]


def test_words_and_trees_are_there_for_the_formats_that_need_them(demo: Ledger) -> None:
    one = next(iter(exported(demo, Search("ferry"), analysed=True)))
    assert one.analysis is not None
    assert one.analysis.text == one.reading.document.text


@pytest.mark.parametrize("to", [name for name, form in FORMS.items() if not form.analysed])
def test_the_same_ledger_is_the_same_bytes_in_every_format(to: str, demo: Ledger) -> None:
    of = FORMS[to].of
    asked = Search("ferry", kinds=(of,) if of else ("claims", "events"))
    first, second = (b"".join(pieces(demo, to, asked)) for _ in range(2))
    assert first == second
    assert first

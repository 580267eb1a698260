"""A record is shown with all that tells where it comes from."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide, merging, rating, undoing
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import entity_id
from sayso.ledger.sentences import around
from sayso.ledger.showing import show
from sayso.ledger.shown import ShownDocument, ShownEntity, ShownRecord
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.event import Event
from sayso.schema.location import location_of
from sayso.schema.reading import Reading


@pytest.fixture
def filled(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    for reading in readings[:2]:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    return ledger


def shown_claim(ledger: Ledger, reading: Reading, words: str) -> ShownRecord:
    claim = next(one for one in reading.claims if words in one.content[0].text)
    found = show(ledger, f"{reading.document.id}:{claim.id}")
    assert isinstance(found, ShownRecord)
    return found


def test_a_document_is_shown_by_the_beginning_of_its_id(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    found = show(filled, readings[0].document.id[:6])
    assert isinstance(found, ShownDocument)
    assert found.reading == readings[0]
    assert [place.name for place in found.provenance.locations] == ["a.txt"]
    assert [(one.mark, one.current) for one in found.provenance.codings] == [("one", True)]


def test_a_claim_is_shown_in_its_sentence_with_who_says_it(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    found = shown_claim(filled, readings[1], "the march had been banned")
    assert found.kind == "claim"
    assert found.around.text == "The interior minister,\nIlo Tanet, said the march had been banned."
    assert isinstance(found.record, Claim)
    assert [one.id for one in found.chain] == list(found.record.chain)
    assert found.chain[0].source.text is not None


@pytest.mark.parametrize("kind", ["event", "attribution", "entity"])
def test_every_kind_of_record_is_shown(filled: Ledger, readings: tuple[Reading, ...], kind: str) -> None:
    reading = readings[1]
    records: dict[str, Any] = {
        "event": reading.events,
        "attribution": reading.attributions,
        "entity": reading.entities,
    }
    record = records[kind][0]
    found = show(filled, f"{reading.document.id}:{record.id}")
    assert isinstance(found, ShownRecord)
    assert (found.kind, found.record) == (kind, record)
    assert reading.document.text[found.around.start : found.around.end] == found.around.text


def test_a_record_shows_the_decisions_about_it_and_no_others(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    reading = readings[1]
    claim, other = reading.claims[0], reading.claims[-1]
    target = {"content": [[span.start, span.end] for span in claim.content], "record": claim.id, "cue": None}
    decision = Correction(
        "claim", "reject", reading.document.id, target, by="a tester", at="2026-11-22T10:00:00Z"
    )
    filled.correct(decision)
    undoing = Correction(
        "claim", "undo", reading.document.id, {}, {"undoes": decision.id}, "a tester", "2026-11-22T11:00:00Z"
    )
    found = show(filled, f"{reading.document.id}:{claim.id}")
    assert isinstance(found, ShownRecord)
    assert found.review == "rejected"
    assert [(one.correction.id, one.undone) for one in found.provenance.decisions] == [(decision.id, False)]
    filled.correct(undoing)
    found = show(filled, f"{reading.document.id}:{claim.id}")
    assert isinstance(found, ShownRecord)
    assert found.review is None
    assert [one.undone for one in found.provenance.decisions] == [True, False]
    apart = show(filled, f"{reading.document.id}:{other.id}")
    assert isinstance(apart, ShownRecord)
    assert apart.provenance.decisions == ()


def test_an_entity_is_shown_with_the_documents_that_name_it(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    entity = readings[1].entities[0]
    found = show(filled, entity_id(entity))
    assert isinstance(found, ShownEntity)
    assert (found.name, found.documents) == (entity.name, 1)
    assert found.appearances == ((readings[1].document.id, readings[1].document.title, entity.id),)


def test_an_entity_is_found_by_its_name_or_the_beginning_of_its_id(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    entity = readings[1].entities[0]
    id = entity_id(entity)
    assert show(filled, entity.name.upper()) == show(filled, id[:9]) == show(filled, id)


def test_an_entity_of_a_document_tells_what_the_ledger_knows_of_it(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    entity = readings[1].entities[0]
    found = show(filled, f"{readings[1].document.id}:{entity.id}")
    assert isinstance(found, ShownRecord)
    assert found.entity == show(filled, entity_id(entity))


def test_merged_entities_are_shown_with_each_other(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    one, other = readings[0].entities[0], readings[1].entities[0]
    [merge] = decide(filled, [merging(filled, [one.name, other.name])], by="anna")
    found = show(filled, entity_id(one))
    assert isinstance(found, ShownEntity)
    assert [(each.name, each.documents) for each in found.merged] == [(other.name, 1)]
    assert [each.correction.by for each in found.decisions] == ["anna"]
    assert found.documents == 2
    assert {(document, record) for document, _, record in found.appearances} == {
        (readings[0].document.id, one.id),
        (readings[1].document.id, other.id),
    }
    decide(filled, [undoing(filled, merge.correction.id)], by="bo")
    apart = show(filled, entity_id(one))
    assert isinstance(apart, ShownEntity)
    assert (apart.documents, apart.merged) == (1, ())
    assert [(each.correction.action, each.undone) for each in apart.decisions] == [
        ("merge", True),
        ("undo", False),
    ]


def test_roles_keep_their_numbers_when_one_is_rejected(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    reading = readings[0]
    event = next(one for one in reading.events if one.actors and one.recipients)
    id = f"{reading.document.id}:{event.id}"
    before = show(filled, id)
    assert isinstance(before, ShownRecord)
    ids = [role.id for role in before.roles]
    assert ids[0] == f"{event.id}.actor.1"
    decide(filled, [about(choose(filled, f"{reading.document.id}:{ids[0]}"), "reject")], by="anna")
    after = show(filled, id)
    assert isinstance(after, ShownRecord)
    assert isinstance(after.record, Event)
    assert [role.id for role in after.roles] == ids
    assert [role.rejected for role in after.roles] == [True] + [False] * (len(ids) - 1)
    assert len(after.record.actors) == len(event.actors) - 1


def test_a_claim_tells_how_reliable_a_person_holds_its_source_to_be(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    claim = next(one for one in readings[0].claims if one.source.text)
    id = f"{readings[0].document.id}:{claim.id}"
    before = show(filled, id)
    assert isinstance(before, ShownRecord)
    assert (before.reliability, set(before.chain_reliability)) == (None, {None})
    decide(filled, [rating(filled, claim.source.text or "", "B")], by="anna")
    after = show(filled, id)
    assert isinstance(after, ShownRecord)
    assert (after.reliability, after.chain_reliability[0]) == ("B", "B")


@pytest.mark.parametrize("id", ["", "abc", "zzzz", "c3", "12345678901234567", "'; --", "ffff:x1", "ffff:c"])
def test_what_is_no_id_is_refused(filled: Ledger, id: str) -> None:
    with pytest.raises(LedgerError, match="is no id"):
        show(filled, id)


def test_what_is_not_there_is_refused(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    with pytest.raises(LedgerError, match="nothing in the ledger"):
        show(filled, "0123456789abcdef")
    with pytest.raises(LedgerError, match="has no c999"):
        show(filled, f"{readings[0].document.id}:c999")


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One. Two went on. Three.", "went", "Two went on."),
        ("No end at all", "end", "No end at all"),
        ("He said: “It fell.” She left.", "fell", "He said: “It fell.”"),
        ("A headline\n\nA line\nthat goes on\n\nlast", "line\nthat", "A line\nthat goes on"),
        ("x" * 2000 + " middle " + "y" * 2000, "middle", None),
    ],
)
def test_the_sentence_around_is_found(text: str, words: str, sentence: str | None) -> None:
    start = text.index(words)
    found = around(text, start, start + len(words))
    assert text[found.start : found.end] == found.text
    assert words in found.text
    assert found.text == sentence if sentence else len(found.text) <= 1200 + len(words)

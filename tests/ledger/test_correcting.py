"""What a person decided holds, in both stores: over newer codings, and until it is undone."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from sayso.codebook import load_codebook
from sayso.ledger.asking import Filter
from sayso.ledger.choosing import choose
from sayso.ledger.correcting import corrected, standing_ids, standing_ones
from sayso.ledger.deciding import about, decide, undoing
from sayso.ledger.doctor import examine
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from sayso.ledger.tables import corrections
from sayso.ledger.values import values_of
from sayso.schema.correction import Correction
from sayso.schema.event import Event
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from sayso.schema.span import Span


@pytest.fixture
def filled(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    return ledger


def put(ledger: Ledger, *drafts: Correction, by: str = "anna") -> list[str]:
    return [one.correction.id for one in decide(ledger, drafts, by=by)]


def reject(ledger: Ledger, id: str) -> str:
    return put(ledger, about(choose(ledger, id), "reject"))[0]


def accept(ledger: Ledger, id: str) -> str:
    return put(ledger, about(choose(ledger, id), "accept"))[0]


def edit(ledger: Ledger, id: str, *values: str) -> str:
    chosen = choose(ledger, id)
    return put(ledger, about(chosen, "edit", values_of(chosen, values, load_codebook())))[0]


def undo(ledger: Ledger, id: str) -> str:
    return put(ledger, undoing(ledger, id))[0]


def now(ledger: Ledger, document: str) -> Reading:
    stored = ledger.stored(document)
    assert stored is not None
    return corrected(stored.reading, standing_ones(ledger.corrections(document))).reading


def event_with_actor(readings: Sequence[Reading]) -> tuple[str, Event]:
    """The id of a document, and an event of it that somebody does."""
    return next((one.document.id, event) for one in readings for event in one.events if event.actors)


def moved(reading: Reading) -> Reading:
    """The same as another encoder may tell it: with other ids, and spans that are a little longer."""

    def longer(span: Span) -> Span:
        return Span.cut(reading.document.text, max(0, span.start - 2), span.end)

    events = tuple(
        replace(
            event,
            id=f"v{90 + number}",
            anchor=longer(event.anchor),
            mentions=tuple(map(longer, event.mentions)),
            actors=tuple(
                replace(role, start=(at := longer(role.span)).start, text=at.text) for role in event.actors
            ),
        )
        for number, event in enumerate(reading.events)
    )
    claims = tuple(
        replace(claim, id=f"c{90 + number}", content=tuple(map(longer, claim.content)), event=None)
        for number, claim in enumerate(reading.claims)
    )
    return replace(reading, events=events[::-1], claims=claims[::-1])


def test_a_search_finds_records_as_they_were_corrected(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    document, event = event_with_actor(readings)
    edit(filled, f"{document[:6]}:{event.id}", "type=aid", "standing=possible")
    found = search(filled, filter=Filter({"type": ("AID",)}), kind="events").hits
    assert [(hit.document, hit.record, hit.review) for hit in found] == [(document, event.id, "edited")]
    changed = next(one for one in now(filled, document).events if one.id == event.id)
    assert (changed.type, changed.mode, changed.quad) == ("AID", None, "material cooperation")
    assert changed.standing == "possible"
    assert list(examine(filled)) == []


def test_a_rejected_record_is_found_only_where_it_is_asked_for(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    claim = readings[0].claims[0]
    every = len(search(filled).hits)
    reject(filled, f"{readings[0].document.id}:{claim.id}")
    assert len(search(filled).hits) == every - 1
    asked = search(filled, filter=Filter({"review": ("rejected",)})).hits
    assert [hit.record for hit in asked] == [claim.id]


def test_what_the_author_claims_goes_with_its_event(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    document, claim = next((one.document.id, each) for one in readings for each in one.claims if each.event)
    reject(filled, f"{document}:{claim.event}")
    rejected = search(filled, filter=Filter({"review": ("rejected",)})).hits
    assert [hit.id for hit in rejected] == [f"{document}:{claim.id}"]
    accept(filled, f"{document}:{claim.id}")
    assert not search(filled, filter=Filter({"review": ("rejected",)})).hits


def test_an_attribution_is_corrected_with_its_claim(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    document = readings[0].document.id
    claim = next(one for one in readings[0].claims if one.attribution)
    edit(filled, f"{document}:{claim.id}", "naming=implicit", "country=")
    after = now(filled, document)
    said = next(one for one in after.attributions if one.id == claim.attribution)
    assert (said.source.naming, said.source.country) == ("implicit", None)
    assert said.source == next(one.source for one in after.claims if one.id == claim.id)
    assert list(examine(filled)) == []


def test_somebody_in_an_event_is_edited_and_rejected_by_their_number(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    document, event = event_with_actor(readings)
    id = f"{document}:{event.id}.actor.1"
    edit(filled, id, "country=ken", "sector=mil", "name=The coast guard")
    changed = next(one for one in now(filled, document).events if one.id == event.id)
    first = changed.actors[0]
    assert (first.country, first.sector, first.name) == ("KEN", "MIL", "The coast guard")
    reject(filled, id)
    changed = next(one for one in now(filled, document).events if one.id == event.id)
    assert len(changed.actors) == len(event.actors) - 1
    with pytest.raises(LedgerError, match="was rejected; accept it first"):
        edit(filled, id, "country=ken")
    accept(filled, id)
    changed = next(one for one in now(filled, document).events if one.id == event.id)
    assert changed.actors[0] == first
    assert list(examine(filled)) == []


def test_decisions_are_added_and_never_changed(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    def rows() -> set[tuple[Any, ...]]:
        with filled.transaction() as connection:
            return {tuple(row) for row in connection.execute(select(corrections))}

    document, event = event_with_actor(readings)
    id = f"{document}:{event.id}"
    first = reject(filled, id)
    steps = (
        lambda: accept(filled, id),
        lambda: undo(filled, first),
        lambda: filled.recode(document, moved(readings[0]), mark="two"),
    )
    seen = rows()
    for step in steps:
        step()
        assert seen <= rows()
        seen = rows()
    assert len(seen) == 3


def test_undoing_can_be_undone(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    document, event = event_with_actor(readings)
    wanted = "denied" if event.standing != "denied" else "possible"

    def standing() -> str:
        return next(one.standing for one in now(filled, document).events if one.id == event.id)

    first = edit(filled, f"{document}:{event.id}", f"standing={wanted}")
    states = [standing()]
    last = first
    for _ in range(3):
        last = undo(filled, last)
        states.append(standing())
    assert states == [wanted, event.standing, wanted, event.standing]
    with pytest.raises(LedgerError, match="is undone already"):
        undo(filled, first)
    assert list(examine(filled)) == []


def test_decisions_hold_over_a_coding_with_other_ids_and_longer_spans(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    before = next(one for one in readings if any(event.actors for event in one.events))
    document, event = event_with_actor(readings)
    claim = before.claims[-1]
    edit(filled, f"{document}:{event.id}", "type=aid")
    edit(filled, f"{document}:{event.id}.actor.1", "country=ken")
    reject(filled, f"{document}:{claim.id}")
    filled.recode(document, moved(before), mark="two")
    after = now(filled, document)
    at = before.events.index(event)
    assert [one.id for one in after.events if one.type == "AID"] == [f"v{90 + at}"]
    changed = next(one for one in after.events if one.type == "AID")
    assert changed.actors[0].country == "KEN"
    rejected = search(filled, filter=Filter({"review": ("rejected",)})).hits
    assert [hit.record for hit in rejected] == [f"c{89 + len(before.claims)}"]
    assert list(examine(filled)) == []


def test_a_decision_whose_record_is_gone_waits_for_it(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    document, event = event_with_actor(readings)
    before = next(one for one in readings if one.document.id == document)
    id = edit(filled, f"{document}:{event.id}", "type=aid")
    filled.recode(document, replace(before, events=()), mark="two")
    stored = filled.stored(document)
    assert stored is not None
    assert [one.id for one in corrected(stored.reading, filled.corrections(document)).lost] == [id]
    filled.recode(document, before, mark="three")
    assert any(one.type == "AID" for one in now(filled, document).events)


def test_the_same_decision_by_the_same_person_is_one(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    id = f"{readings[0].document.id}:{readings[0].claims[0].id}"
    assert accept(filled, id) == accept(filled, id)
    [another] = put(filled, about(choose(filled, id), "accept"), by="bo")
    assert len(filled.corrections()) == 2
    assert filled.corrections()[-1].id == another


def test_a_decision_about_a_document_that_is_not_there_is_refused(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    chosen = choose(filled, f"{readings[0].document.id}:{readings[0].claims[0].id}")
    fine = about(chosen, "accept")
    with pytest.raises(AbsentError, match="ingest the document first"):
        decide(filled, [fine, replace(fine, document="0" * 16)], by="anna")
    assert filled.corrections() == []


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("c1", "is no claim, event or role"),
        ("0000:c1", "nothing in the ledger"),
        ("{document}:c99", "has no c99; it has"),
        ("{document}:v1.actor.9", "its actors are"),
        ("{document}:v1.place.1", "is no claim, event or role"),
    ],
)
def test_what_cannot_be_pointed_at_is_refused(
    filled: Ledger, readings: tuple[Reading, ...], id: str, said: str
) -> None:
    with pytest.raises(LedgerError, match=said):
        choose(filled, id.format(document=readings[0].document.id))


def test_an_undoing_counts_whatever_the_clocks_said() -> None:
    """Two ledgers may hold decisions of one moment, which then sort by their ids."""
    one = Correction("source", "rate", None, {"source": "Brask"}, {"letter": "B"}, "anna", "")
    undoings = [one]
    for _ in range(6):
        last = undoings[-1]
        undoings.append(replace(last, action="undo", value={"undoes": last.id}))
    for count in range(1, len(undoings) + 1):
        stands = standing_ids(undoings[:count])
        assert (one.id in stands) == (count % 2 == 1)


def test_two_who_correct_one_document_at_once_lose_nothing(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    chosen = [choose(filled, f"{readings[0].document.id}:{one.id}") for one in readings[0].claims]
    drafts = [about(one, "accept") for one in chosen]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: put(filled, drafts[n % len(drafts)], by=f"person {n}"), range(12)))
    assert len({id for ids in found for id in ids}) == 12
    assert len(filled.corrections()) == 12
    assert list(examine(filled)) == []

"""What holds for any ledger, in both stores: made of the same readings in other places and orders, with
other decisions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.inputs.columns import Columns
from sayso.inputs.records import record_items
from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide, merging, rating, undoing
from sayso.ledger.doctor import examine
from sayso.ledger.errors import LedgerError
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import entity_rows
from sayso.runs.ingesting import Outcome, ingest
from sayso.runs.setting import Setting
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests import postgres as servers

DAYS = (None, "2025-03-14", "2025-03-15")
OUTLETS = (None, "The Telmara Courier", "Dorsk Daily")
# number of the reading, day, outlet, name and fields of a place
PLACES = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(DAYS),
        st.sampled_from(OUTLETS),
        st.sampled_from(["a.txt", "b.txt"]),
        st.integers(0, 1),
    ),
    min_size=1,
    max_size=6,
)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "reject", "edit", "role", "merge", "rate", "undo"]), st.integers(0, 30)
    ),
    max_size=6,
)
EDITS: dict[str, dict[str, Any]] = {
    "claim": {"naming": "implicit", "country": None},
    "event": {"type": "AID", "quad": "material cooperation", "contexts": ["military"]},
}
few = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Place = tuple[int, str | None, str | None, str, int]


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Paths or URLs of ledgers that are still to be made."""
    if request.param == "postgresql":
        server = request.getfixturevalue("server")
        return lambda: servers.new_database(server)
    return lambda: str(tmp_path / f"{len(list(tmp_path.iterdir()))}.ledger")


def put(ledger: Ledger, readings: Sequence[Reading], places: Sequence[Place]) -> None:
    for number, day, outlet, name, n in places:
        told = replace(readings[number].document, published=day, outlet=outlet)
        reading = replace(readings[number], document=told)
        ledger.add(reading, location_of(told, name=name, fields={"n": n}), mark="one")


def act(ledger: Ledger, what: str, number: int) -> None:
    """Something a person may do; whatever it cannot be done to is left alone."""
    readings = [stored.reading for stored, _ in ledger.stored_many(ledger.ids())]
    records = [f"{one.document.id}:{claim.id}" for one in readings for claim in one.claims]
    records += [f"{one.document.id}:{event.id}" for one in readings for event in one.events]
    roles = [
        f"{one.document.id}:{event.id}.actor.{place}"
        for one in readings
        for event in one.events
        for place in range(1, len(event.actors) + 1)
    ]
    entities = sorted({id for one in readings for id, _ in entity_rows(one)})
    sources = [claim.source.text for one in readings for claim in one.claims if claim.source.text]
    known = ledger.corrections()

    def any_of(many: Sequence[str]) -> str:
        return many[number % len(many)] if many else "none"

    try:
        if what in ("accept", "reject"):
            draft = about(choose(ledger, any_of(records)), "accept" if what == "accept" else "reject")
        elif what == "edit":
            chosen = choose(ledger, any_of(records))
            draft = about(chosen, "edit", EDITS[chosen.kind])
        elif what == "role":
            draft = about(choose(ledger, any_of(roles)), "reject")
        elif what == "merge":
            draft = merging(ledger, [any_of(entities), any_of(entities[1:])])
        elif what == "rate":
            draft = rating(ledger, any_of(sources), "ABCDEF"[number % 6])
        else:
            draft = undoing(ledger, any_of([one.id for one in known]))
    except LedgerError:
        return
    decide(ledger, [draft], by="anna")


def exported(ledger: Ledger) -> str:
    return "".join(json.dumps(record) + "\n" for record in export(ledger))


def bring(ledger: Ledger, path: Path) -> list[Outcome]:
    return list(ingest(record_items(path, Columns()), ledger, setting=Setting()))


@few
@given(places=PLACES, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_an_ingest_does_not_change_the_export(
    fresh: Callable[[], str], readings: tuple[Reading, ...], places: list[Place], shuffled: Any
) -> None:
    other = list(places)
    shuffled.shuffle(other)
    with Ledger(fresh(), create=True) as one, Ledger(fresh(), create=True) as two:
        put(one, readings, places)
        put(two, readings, other)
        assert exported(one) == exported(two)
        assert list(examine(two)) == []


@few
@given(places=PLACES, acts=ACTS)
def test_to_export_and_ingest_is_to_copy(
    fresh: Callable[[], str],
    readings: tuple[Reading, ...],
    tmp_path: Path,
    places: list[Place],
    acts: list[tuple[str, int]],
) -> None:
    path = tmp_path / "export.jsonl"
    with Ledger(fresh(), create=True) as one, Ledger(fresh(), create=True) as two:
        put(one, readings, places)
        for what, number in acts:
            act(one, what, number)
        assert list(examine(one)) == []
        path.write_text(exported(one), "utf-8")
        assert {outcome.status for outcome in bring(two, path)} == {"read"}
        assert exported(two) == path.read_text("utf-8")
        assert list(examine(two)) == []
        assert {outcome.status for outcome in bring(two, path)} == {"known"}


def test_a_decision_about_an_unknown_document_is_refused_and_a_broken_one_too(
    fresh: Callable[[], str], readings: tuple[Reading, ...], tmp_path: Path
) -> None:
    with Ledger(fresh(), create=True) as one, Ledger(fresh(), create=True) as two:
        put(one, readings, [(0, None, None, "a.txt", 0)])
        act(one, "reject", 0)
        first, *_, decision = exported(one).splitlines(keepends=True)
        path = tmp_path / "export.jsonl"
        broken = decision.replace('"content": [[', '"content": [["x", ').replace('"id": "x', '"id": "y')
        path.write_text(first + decision + broken, "utf-8")
        outcomes = bring(two, path)
        assert [outcome.status for outcome in outcomes] == ["refused", "refused"]
        assert "ingest the document first" in outcomes[0].why
        assert two.corrections() == []

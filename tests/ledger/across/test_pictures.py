"""Networks, timelines and maps of a search count origins, and copies add nothing."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.comparing.partynames import bare
from sayso.ledger.across.relations import relations
from sayso.ledger.across.sites import sites
from sayso.ledger.across.spread import Step, begin, end, spread
from sayso.ledger.asking import Filter
from sayso.ledger.deciding import decide, merging
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import entity_id
from sayso.schema.entity import Entity
from tests.ledger.across.reports import Report, put

NAIROBI = 184745
REPORTS = [
    Report("The Lorn Army struck Velmora near Sella.", "The Lorn Army", "Velmora", cluster=1, origin=1),
    Report("Again: the Lorn Army struck Velmora.", "the Lorn Army", "Velmora", cluster=1, origin=1),
    Report("Lorn Army hit Velmora, its envoy said.", "Lorn Army", "Velmora", "reported", cluster=1, origin=2),
    Report("Lorn Army never hit Velmora, it said.", "Lorn Army", "Velmora", "denied", cluster=1, origin=3),
    Report("Velmora met the Lorn Army in Nairobi.", "Velmora", "Lorn Army", type="CONSULT", place="Nairobi",
           geonameid=NAIROBI, point=(-1.283, 36.817), day="2031-06-07"),
    Report("They struck Velmora at Old Quay.", "They", "Velmora", place="Old Quay", day=None),
    Report("Dorsk may strike Velmora at Old Quay.", "Dorsk", "Velmora", "planned", place="Old Quay",
           day="2031-07-01"),
]  # fmt: skip


@pytest.fixture
def reported(ledger: Ledger) -> Ledger:
    put(ledger, REPORTS)
    return ledger


def test_a_copy_does_not_make_a_relation_heavier(reported: Ledger) -> None:
    found = relations(reported)
    strike = found.relations[0]
    assert [found.parties[at].name for at in (strike.actor, strike.recipient)] == ["Lorn Army", "Velmora"]
    assert (strike.quad, strike.types) == ("material conflict", ("ASSAULT",))
    assert (strike.weight.origins, strike.weight.records) == (3, 4)
    assert strike.weight.split == (("fact", 1), ("word", 1), ("disputed", 1))


def test_what_a_cluster_counts_bounds_what_its_documents_add(reported: Ledger) -> None:
    """Two documents with origins of their own may both be on the word of one outlet."""
    from sqlalchemy import update

    from sayso.ledger.tables import event_clusters

    with reported.transaction() as connection:
        connection.execute(update(event_clusters).values(origins=2))
    assert relations(reported).relations[0].weight.origins == 2


def test_the_other_way_and_another_quad_are_lines_of_their_own(reported: Ledger) -> None:
    found = relations(reported)
    told = {
        (found.parties[one.actor].name, found.parties[one.recipient].name, one.quad)
        for one in found.relations
    }
    assert told == {
        ("Lorn Army", "Velmora", "material conflict"),
        ("Velmora", "Lorn Army", "verbal cooperation"),
        ("Dorsk", "Velmora", "material conflict"),
    }


def test_nobody_is_called_they(reported: Ledger) -> None:
    found = relations(reported)
    assert "They" not in [one.name for one in found.parties]
    assert (found.alone, found.events) == (1, 7)


def test_what_a_person_merged_is_one_party(reported: Ledger) -> None:
    ids = [entity_id(Entity("", "organisation", name, ())) for name in ("Dorsk", "Lorn Army")]
    decide(reported, [merging(reported, ids)], by="anna")
    found = relations(reported)
    assert {frozenset(one.names) for one in found.parties} == {
        frozenset({"Velmora"}),
        frozenset({"Lorn Army", "Dorsk"}),
    }
    assert found.relations[0].weight.origins == 4


def test_a_network_has_no_more_parties_than_are_asked_for_and_tells_the_rest(reported: Ledger) -> None:
    found = relations(reported, most=2)
    assert ([one.name for one in found.parties], found.left_parties) == (["Velmora", "Lorn Army"], 1)
    assert (len(found.relations), found.left_relations) == (2, 1)


def test_a_network_is_of_what_the_question_finds(reported: Ledger) -> None:
    found = relations(reported, filter=Filter({"standing": ("planned",)}))
    assert [one.name for one in found.parties] == ["Dorsk", "Velmora"]
    assert relations(reported, "zebra").parties == ()


@pytest.mark.parametrize(
    ("name", "left"), [("the Army", "Army"), ("An Army", "Army"), ("The", "The"), ("Aran", "Aran")]
)
def test_an_article_is_no_part_of_a_name(name: str, left: str) -> None:
    assert bare(name) == left


def test_days_have_the_origins_of_their_events(reported: Ledger) -> None:
    found = spread(reported)
    assert (found.step, found.records, found.undated) == ("day", 7, 1)
    told = [(one.first.isoformat(), one.weight.origins, one.weight.records) for one in found.stretches]
    assert told == [("2031-06-05", 3, 4), ("2031-06-07", 1, 1), ("2031-07-01", 1, 1)]


@pytest.mark.parametrize(("step", "count"), [("day", 3), ("week", 2), ("month", 2), ("year", 1)])
def test_a_step_that_is_asked_for_is_taken(reported: Ledger, step: Step, count: int) -> None:
    found = spread(reported, step=step)
    assert (found.step, len(found.stretches)) == (step, count)


def test_one_day_far_away_does_not_press_the_others_together(ledger: Ledger) -> None:
    days = [f"2031-06-{1 + at % 9:02}" for at in range(40)]
    put(ledger, [Report(f"Lorn hit Sella {at}.", "Lorn", "Sella", day=day) for at, day in enumerate(days)])
    put(ledger, [Report("Lorn hit Sella long ago.", "Lorn", "Sella", day="1898-02-03")])
    found = spread(ledger)
    assert (found.step, found.before, found.after, len(found.stretches)) == ("day", 1, 0, 9)
    assert [one.first.year for one in spread(ledger, filter=Filter(until="1999-12-31")).stretches] == [1898]


def test_claims_are_told_as_their_authors_tell_them(readings_ledger: Ledger) -> None:
    found = spread(readings_ledger, kind="claims")
    ways = {how for one in found.stretches for how, _ in one.weight.split}
    assert {"word", "disputed"} <= ways


@pytest.fixture
def readings_ledger(ledger: Ledger) -> Ledger:
    from tests.conftest import made_reading
    from tests.ledger.asked import fill

    fill(ledger, [made_reading()])
    return ledger


@pytest.mark.parametrize("step", ["day", "week", "month", "year"])
@pytest.mark.parametrize("day", [date.min, date(2032, 2, 29), date(2031, 12, 31), date.max])
def test_a_stretch_holds_its_day(day: date, step: Step) -> None:
    first = begin(day, step)
    assert first <= day <= end(first, step)
    assert begin(end(first, step), step) == first


def test_a_place_that_was_found_has_coordinates_and_another_has_none(reported: Ledger) -> None:
    found = sites(reported)
    told = {one.name: one for one in found.sites}
    assert told["Old Quay"].lat is None
    assert told["Old Quay"].weight.origins == 2
    assert (told["Nairobi"].country, told["Nairobi"].lat, told["Nairobi"].lon) == ("KEN", -1.283, 36.817)
    assert (found.nowhere, found.events, found.left) == (4, 7, 0)
    assert sites(reported, most=1).left == 1

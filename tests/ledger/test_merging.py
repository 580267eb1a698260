"""Entities that a person merged are one, until they are split."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.deciding import decide, merging, splitting, undoing
from sayso.ledger.doctor import examine
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import groups, members
from sayso.ledger.rows import entity_rows
from sayso.schema.correction import Action, Correction
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

ENTITIES = st.sampled_from([f"e{number}" for number in range(8)])
STEPS = st.lists(
    st.tuples(st.sampled_from(["merge", "split"]), st.lists(ENTITIES, min_size=1, max_size=4)), max_size=8
)
steady = settings(deadline=None)  # a machine may be busy
SINGLE = "e-of-its-own"


def decided(steps: list[tuple[Action, list[str]]]) -> list[Correction]:
    return [
        Correction("entity", action, None, {"entities": ids}, {}, "anna", f"{number:06}")
        for number, (action, ids) in enumerate(steps)
    ]


@steady
@given(STEPS, st.lists(ENTITIES, max_size=3))
def test_merge_then_split_restores(steps: list[tuple[Action, list[str]]], others: list[str]) -> None:
    merged: tuple[Action, list[str]] = ("merge", [SINGLE, *others[:1]])
    split: tuple[Action, list[str]] = ("split", [SINGLE])
    assert groups(decided([*steps, merged, split])) == groups(decided(steps))


@steady
@given(STEPS, st.lists(ENTITIES, min_size=2, max_size=4))
def test_undoing_a_merge_restores_whatever_it_joined(
    steps: list[tuple[Action, list[str]]], ids: list[str]
) -> None:
    known = decided([*steps, ("merge", ids)])
    undone = replace(known[-1], action="undo", value={"undoes": known[-1].id}, at="999999")
    assert groups([*known, undone]) == groups(known[:-1])


@steady
@given(STEPS)
def test_every_entity_is_in_one_group_of_two_or_more(steps: list[tuple[Action, list[str]]]) -> None:
    found = groups(decided(steps))
    assert all(id in group and len(group) > 1 for id, group in found.items())
    assert all(found[other] == group for group in found.values() for other in group)


@steady
@given(STEPS, st.randoms())
def test_the_groups_hang_on_when_it_was_decided_and_not_on_where_it_stands(
    steps: list[tuple[Action, list[str]]], chance: object
) -> None:
    known = decided(steps)
    shuffled = list(known)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups(shuffled) == groups(known)


@pytest.fixture
def filled(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    return ledger


def test_entities_are_merged_by_id_or_name_and_split_again(
    filled: Ledger, readings: tuple[Reading, ...]
) -> None:
    known = {id: entity.name for reading in readings for id, entity in entity_rows(reading)}
    one, other, third = sorted(known)[:3]
    decide(filled, [merging(filled, [one, other[:8]])], by="anna")
    assert members(filled, one) == members(filled, other) == (one, other)
    decide(filled, [merging(filled, [other, third])], by="anna")
    assert members(filled, one) == (one, other, third)
    with pytest.raises(LedgerError, match="are one already"):
        merging(filled, [one, third])
    [split] = decide(filled, [splitting(filled, [other])], by="anna")
    assert members(filled, one) == (one, third)
    assert members(filled, other) == (other,)
    with pytest.raises(LedgerError, match="merged with no other"):
        splitting(filled, [other])
    decide(filled, [undoing(filled, split.correction.id)], by="anna")
    assert members(filled, other) == (one, other, third)
    assert list(examine(filled)) == []


def test_what_is_no_entity_is_not_merged(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="nothing in the ledger is called 'Nobody at all'"):
        merging(filled, ["Nobody at all", "Nobody else"])

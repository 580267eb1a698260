"""The same event told in many ways; what somebody only says, plans or doubts must never come out as fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sayso import pipeline
from sayso.reading import read_document
from sayso.schema.reading import Reading
from tests.casefiles import typed_cases

Case = dict[str, Any]
CASES: list[Case] = typed_cases("contrasts")
FAMILIES = list(dict.fromkeys(case["family"] for case in CASES))
TYPES = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION PROTEST"
    " MOBILIZE COERCE ASSAULT".split()
)
STANDINGS = {"negated", "planned", "denied", "admitted", "reported", "possible", "fact"}
FOUND, STANDING, TYPE, SILENT = 0.85, 0.95, 0.90, 0.5


def of(family: str) -> list[Case]:
    return [case for case in CASES if case["family"] == family]


def allowed(wanted: Case, field: str) -> set[str]:
    return {wanted[field], *wanted.get(f"{field}_ok", [])}


def occurrences(word: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    documents = [read_document(case["text"], kind="plain") for case in CASES]
    return {
        case["text"]: reading for case, reading in zip(CASES, pipeline.read_batch(documents), strict=True)
    }


def paired(case: Case, reading: Reading) -> Iterator[tuple[Case, Any]]:
    """Each expected event with the one found on its anchor, or None; the right type first of several."""
    free = list(reading.events)
    for wanted in case["events"]:
        spot = occurrences(wanted["anchor"], reading.document.text)[0]
        here = [one for one in free if one.anchor.start < spot.end() and spot.start() < one.anchor.end]
        here.sort(key=lambda one: one.type not in allowed(wanted, "type"))
        if here:
            free.remove(here[0])
        yield wanted, here[0] if here else None


def listed(lines: list[str]) -> str:
    return "\n".join(["", *lines])


@pytest.mark.parametrize("family", FAMILIES)
def test_the_cases_are_well_formed(family: str) -> None:
    texts = [case["text"] for case in CASES]
    for case in of(family):
        assert set(case) <= {"family", "text", "events", "never_fact"}, case
        assert texts.count(case["text"]) == 1, case
        for wanted in case["events"]:
            assert set(wanted) <= {"anchor", "type", "standing", "type_ok", "standing_ok", "actors"}, case
            assert len(occurrences(wanted["anchor"], case["text"])) == 1, case
            assert allowed(wanted, "type") <= TYPES, case
            assert allowed(wanted, "standing") <= STANDINGS, case
            assert not (case.get("never_fact") and "fact" in allowed(wanted, "standing")), case


def test_every_type_and_every_standing_has_its_contrasts() -> None:
    events = [wanted for case in CASES for wanted in case["events"]]
    assert {wanted["type"] for wanted in events} == TYPES
    assert {wanted["standing"] for wanted in events} == STANDINGS
    assert len(CASES) >= 200


@pytest.mark.parametrize("family", FAMILIES)
def test_what_the_author_does_not_vouch_for_is_never_a_fact(
    family: str, readings: dict[str, Reading]
) -> None:
    wrong = []
    for case in of(family):
        reading = readings[case["text"]]
        facts = {
            one.anchor.text for one in reading.events if case.get("never_fact") and one.standing == "fact"
        } | {
            found.anchor.text
            for wanted, found in paired(case, reading)
            if found and found.standing == "fact" and "fact" not in allowed(wanted, "standing")
        }
        wrong += [f"{', '.join(sorted(facts))}: {case['text']}"] if facts else []
    assert not wrong, listed(wrong)


def test_events_are_found(readings: dict[str, Reading]) -> None:
    pairs = [(case, *pair) for case in CASES for pair in paired(case, readings[case["text"]])]
    missed = [f"{want['anchor']} {want['type']}: {case['text']}" for case, want, found in pairs if not found]
    share = 1 - len(missed) / len(pairs)
    assert share >= FOUND, f"{share:.1%} of {len(pairs)}" + listed(missed)


@pytest.mark.parametrize(("field", "least"), [("standing", STANDING), ("type", TYPE)])
def test_what_is_found_is_right(field: str, least: float, readings: dict[str, Reading]) -> None:
    pairs = [(case, *pair) for case in CASES for pair in paired(case, readings[case["text"]]) if pair[1]]
    assert pairs
    wrong = [
        f"{want['anchor']} {getattr(found, field)} for {want[field]}: {case['text']}"
        for case, want, found in pairs
        if getattr(found, field) not in allowed(want, field)
    ]
    share = 1 - len(wrong) / len(pairs)
    assert share >= least, f"{share:.1%} of {len(pairs)}" + listed(wrong)


def test_nobody_is_held_to_have_done_what_nobody_says_they_did(readings: dict[str, Reading]) -> None:
    pairs = [(case, *pair) for case in CASES for pair in paired(case, readings[case["text"]])]
    told = [(case, want, found) for case, want, found in pairs if "actors" in want]
    assert told
    wrong = [
        f"{want['anchor']} by {[one.text for one in found.actors]}: {case['text']}"
        for case, want, found in told
        if found is not None and [one.text for one in found.actors] != want["actors"]
    ]
    assert not wrong, listed(wrong)


def test_where_nothing_happens_nothing_is_found(readings: dict[str, Reading]) -> None:
    quiet = [case["text"] for case in CASES if not case["events"]]
    wrong = [
        f"{', '.join(one.anchor.text for one in readings[text].events)}: {text}"
        for text in quiet
        if readings[text].events
    ]
    share = 1 - len(wrong) / len(quiet)
    assert share >= SILENT, f"{share:.1%} of {len(quiet)}" + listed(wrong)

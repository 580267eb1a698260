"""Whether what is claimed is so, a person says, under their name, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.ledger.choosing import choose
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.decided import decided
from sayso.ledger.deciding import about, decide, judging, undoing
from sayso.ledger.doctor import examine
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from sayso.ledger.teaching import examples
from sayso.schema.checking import check_correction
from sayso.schema.correction import Correction
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

PAGE = "https://checks.example/sella"


@pytest.fixture
def filled(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    return ledger


def judge(ledger: Ledger, reading: Reading, verdict: str, *, by: str = "Ada Lind") -> str:
    draft = judging(choose(ledger, f"{reading.document.id}:{reading.claims[0].id}"), verdict, PAGE)
    return decide(ledger, [draft], by=by)[0].correction.id


def test_a_verdict_is_kept_with_its_name_and_its_page(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    judge(filled, readings[0], "Not  shown")
    [kept] = filled.corrections(readings[0].document.id)
    assert (kept.kind, kept.action, kept.by) == ("claim", "verdict", "Ada Lind")
    assert kept.value == {"verdict": "Not shown", "url": PAGE}


def test_a_verdict_changes_no_record_and_no_review(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    before = search(filled).hits
    judge(filled, readings[0], "False")
    assert search(filled).hits == before
    decisions = standing_ones(filled.corrections(readings[0].document.id))
    laid = corrected(readings[0], decisions)
    assert laid.reading == readings[0]
    assert laid.reviews == {}
    assert laid.records == {decisions[0].id: readings[0].claims[0].id}
    assert list(examine(filled)) == []


def test_a_verdict_leaves_a_review_as_it_was(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    id = f"{readings[0].document.id}:{readings[0].claims[0].id}"
    decide(filled, [about(choose(filled, id), "accept")], by="Bo")
    judge(filled, readings[0], "True")
    laid = corrected(readings[0], standing_ones(filled.corrections(readings[0].document.id)))
    assert laid.reviews == {readings[0].claims[0].id: "accepted"}


def test_a_verdict_can_be_undone_and_is_still_listed(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    id = judge(filled, readings[0], "False")
    decide(filled, [undoing(filled, id)], by="Ada Lind")
    assert standing_ones(filled.corrections()) == []
    assert [(one.correction.action, one.stands) for one in decided(filled)] == [
        ("verdict", False),
        ("undo", True),
    ]


def test_a_verdict_finds_its_claim_in_a_newer_coding(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    id = judge(filled, readings[0], "False")
    first = readings[0].claims[0]
    moved = replace(
        readings[0], claims=(*(readings[0].claims[1:]), replace(first, id="c90", content=first.content))
    )
    filled.recode(readings[0].document.id, moved, mark="two")
    laid = corrected(moved, standing_ones(filled.corrections(readings[0].document.id)))
    assert laid.records == {id: "c90"}
    assert [one.lost for one in decided(filled)] == [False]


def test_a_verdict_is_no_training_data(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    judge(filled, readings[0], "False")
    assert list(examples(filled)) == []


@pytest.mark.parametrize(
    ("verdict", "url", "said"),
    [
        ("", PAGE, "is no verdict; expected a word"),
        ("x" * 201, PAGE, "is no verdict; expected a word"),
        ("False", "", "is no address of a page"),
        ("False", "checks.example", "is no address of a page"),
        ("False", "javascript:alert(1)", "is no address of a page"),
        ("False", "https://checks.example/a b", "is no address of a page"),
    ],
)
def test_a_verdict_without_words_or_reasons_is_refused(
    filled: Ledger, readings: tuple[Reading, ...], verdict: str, url: str, said: str
) -> None:
    chosen = choose(filled, f"{readings[0].document.id}:{readings[0].claims[0].id}")
    with pytest.raises(LedgerError, match=said):
        judging(chosen, verdict, url)


def test_a_verdict_on_an_event_is_refused(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    chosen = choose(filled, f"{readings[0].document.id}:{readings[0].events[0].id}")
    with pytest.raises(LedgerError, match="a verdict is about what somebody claims"):
        judging(chosen, "False", PAGE)


@pytest.mark.parametrize("value", [{"verdict": "False"}, {"url": PAGE}, {"verdict": 3, "url": PAGE}])
def test_a_verdict_from_a_file_is_checked_as_well(value: dict[str, object]) -> None:
    target = {"content": [[0, 4]], "cue": None}
    one = Correction("claim", "verdict", "0" * 16, target, value, "Ada", "2026-01-01T00:00:00.000000Z")
    with pytest.raises(ValueError, match=r"is no verdict|is no address"):
        check_correction(one)

"""Whole sentences through the shipped encoder and every rule; what is known to fail says so in the cases."""

from __future__ import annotations

import re
from typing import Any

import pytest

import sayso
from sayso import pipeline
from sayso.reading import read_document
from sayso.schema.attribution import Attribution
from sayso.schema.reading import Reading
from tests.casefiles import typed_cases

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
CASES: list[dict[str, Any]] = typed_cases("attributions")


def parameters() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["name"],
            marks=[pytest.mark.xfail(strict=True, reason=case["known_failure"])]
            if "known_failure" in case
            else [],
        )
        for case in CASES
    ]


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    documents = [read_document(case["text"], kind="plain") for case in CASES]
    return {
        case["name"]: reading for case, reading in zip(CASES, pipeline.read_batch(documents), strict=True)
    }


def words(*texts: str) -> set[tuple[str, int]]:
    """The words of texts, the second "the" told apart from the first."""
    found: dict[str, int] = {}
    numbered = set()
    for word in WORD.findall(" ".join(texts).casefold()):
        found[word] = found.get(word, 0) + 1
        numbered.add((word, found[word]))
    return numbered


def alike(left: set[tuple[str, int]], right: set[tuple[str, int]]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def fits(found: Attribution, wanted: dict[str, Any], reading: Reading) -> bool:
    cues = {a.id: a.cue.text for a in reading.attributions if a.cue}
    cue = found.cue.text if found.cue else ""
    # "that" and a final "on Monday" may fall on either side
    said = alike(words(*(span.text for span in found.content)), words(*wanted["content"])) >= 0.8
    who = alike(words(found.source.text or ""), words(wanted["source"])) >= 0.8
    marks = bool(wanted["cue"]) == bool(cue) and (
        not words(wanted["cue"]) or bool(words(wanted["cue"]) & words(cue))
    )
    parent = wanted.get("parent") in (None, cues.get(found.parent or ""))
    resolved = "resolved" not in wanted or (
        found.source.resolved is not None and found.source.resolved.text == wanted["resolved"]
    )
    kinds = all(getattr(found, name) == wanted[name] for name in ("form", "attitude") if name in wanted)
    return said and who and marks and parent and resolved and kinds


@pytest.mark.parametrize("told", parameters())
def test_who_says_what_is_found(told: dict[str, Any], readings: dict[str, Reading]) -> None:
    reading = readings[told["name"]]
    for wanted in told["expect"]:
        assert any(fits(found, wanted, reading) for found in reading.attributions), (
            wanted,
            reading.attributions,
        )


@pytest.mark.parametrize("told", [case for case in CASES if "absent" in case], ids=lambda case: case["name"])
def test_what_is_no_saying_is_not_taken_for_one(told: dict[str, Any], readings: dict[str, Reading]) -> None:
    cues = " ".join(one.cue.text for one in readings[told["name"]].attributions if one.cue)
    assert not words(*told["absent"]) & words(cues)


def test_every_span_cuts_its_own_text(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        text = reading.document.text
        for one in reading.attributions:
            for span in (one.source.span, one.source.resolved, one.cue, *one.content):
                assert span is None or text[span.start : span.end] == span.text


def test_a_parent_is_an_attribution_whose_content_holds_its_child(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        known = {one.id: one for one in reading.attributions}
        for one in reading.attributions:
            if one.parent is not None:
                assert all(
                    any(outer.contains(span) for outer in known[one.parent].content) for span in one.content
                )


def test_only_assertions_and_denials_are_claims(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        making = [one.id for one in reading.attributions if one.attitude in ("assertion", "denial")]
        assert [claim.attribution for claim in reading.claims if claim.attribution] == making


def test_reading_alone_and_in_a_batch_is_the_same(readings: dict[str, Reading]) -> None:
    for case in CASES[:6]:
        assert (
            pipeline.read(read_document(case["text"], kind="plain")).attributions
            == readings[case["name"]].attributions
        )


def test_a_text_without_words_has_no_attributions() -> None:
    assert sayso.read("…").attributions == ()

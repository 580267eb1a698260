"""What the words of a sentence make of an event, on trees by the shipped encoder and on trees made by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sayso import pipeline
from sayso.lexicon.modality import Effect, Modifier, modifier
from sayso.lexicon.table import table
from sayso.linguistics.modality import Operator, Presentation, after, level, presentation
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from tests.linguistics.trees import analysis

Case = dict[str, Any]
CASES: list[Case] = yaml.safe_load((Path(__file__).parent.parent / "cases" / "modality.yaml").read_text("utf-8"))
EFFECTS: tuple[Effect, ...] = ("actual", "possible", "planned", "negated", "reported")
effects = st.sampled_from(EFFECTS)


@cache
def analyses() -> dict[str, Analysis]:
    texts = list(dict.fromkeys(case["text"] for case in CASES))
    return dict(zip(texts, pipeline.encoder().analyse(texts), strict=True))


def presented(source: Analysis, word: str, *, cues: tuple[str, ...] = ()) -> Presentation:
    words = [source.word(n) for n in range(len(source))]
    return presentation(Syntax(source), words.index(word), cues={words.index(cue) for cue in cues})


def parameters() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{case['word']}: {case['text']}",
            marks=pytest.mark.xfail(reason=case["known_failure"], strict=True) if "known_failure" in case else (),
        )
        for case in CASES
    ]


@pytest.mark.parametrize("case", parameters())
def test_a_sentence_presents_its_event_as_a_careful_reader_says(case: Case) -> None:
    found = presented(analyses()[case["text"]], case["word"])
    assert found.effect in (case["effect"], *case.get("or", ())), found


def test_the_cases_cover_every_effect_and_few_of_them_fail() -> None:
    assert {case["effect"] for case in CASES} == set(EFFECTS)
    assert len(CASES) >= 150
    assert sum("known_failure" in case for case in CASES) <= 0.05 * len(CASES)


def test_what_decides_is_named() -> None:
    for case in CASES:
        found = presented(analyses()[case["text"]], case["word"])
        assert found.effect == "actual" or found.operators, case
        assert found.effect == "actual" or {one.effect for one in found.operators} == {found.effect}, case

"""What a sentence makes of an event, over trees by the shipped encoder and trees made by hand."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import pipeline
from sayso.lexicon.modality import Effect, Modifier, modifier
from sayso.lexicon.table import table
from sayso.linguistics.modality import Operator, Presentation, after, level, presentation
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from tests.casefiles import typed_cases
from tests.linguistics.trees import analysis

Case = dict[str, Any]
CASES: list[Case] = typed_cases("modality")
EFFECTS: tuple[Effect, ...] = ("actual", "possible", "planned", "negated", "reported")
effects = st.sampled_from(EFFECTS)


@cache
def analyses() -> dict[str, Analysis]:
    texts = list(dict.fromkeys(case["text"] for case in CASES))
    return dict(zip(texts, pipeline.encoder().analyse(texts), strict=True))


def presented(source: Analysis, word: str, *, cues: tuple[str, ...] = ()) -> Presentation:
    words = [source.word(n) for n in range(len(source))]
    return presentation(Syntax(source), words.index(word), cues={words.index(cue) for cue in cues})


def parameter(case: Case) -> Any:
    failing = pytest.mark.xfail(reason=case.get("known_failure", ""), strict=True)
    marks = failing if "known_failure" in case else ()
    return pytest.param(case, id=f"{case['word']}: {case['text']}", marks=marks)


@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
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


# --- how words add up -------------------------------------------------------------------------------


def operator(effect: Effect, *, outweighs: bool = False) -> Operator:
    return Operator(effect, "modal", 0, outweighs)


@given(effects)
def test_two_negations_cancel_only_for_what_is_told_as_certain(effect: Effect) -> None:
    twice = after(after(effect, "negated"), "negated")
    assert twice == effect if effect in ("actual", "negated", "planned", "reported") else twice == "actual"


@given(effects, effects)
def test_what_is_not_certain_never_becomes_so_but_by_a_negation(below: Effect, effect: Effect) -> None:
    if after(below, effect) == "actual":
        assert (below, effect) in (("actual", "actual"), ("negated", "negated"))


@given(effects)
def test_what_is_yet_to_come_stays_so(effect: Effect) -> None:
    assert after("planned", effect) == "planned"


def test_a_hedge_over_a_negator_leaves_both_open() -> None:
    may, could, never = operator("possible", outweighs=True), operator("possible"), operator("negated")
    assert level([may, never]) == [may]
    assert level([could, never]) == [never]
    assert level([never, never]) == [never]
    assert level([]) == []


TOLD = analysis(
    [
        "Officials/NOUN/2/nsubj denied/VERB/0/root that/SCONJ/7/mark troops/NOUN/7/nsubj had/AUX/7/aux"
        " not/PART/7/advmod shelled/VERB/2/ccomp the/DET/9/det port/NOUN/7/obj after/ADP/12/case"
        " the/DET/12/det attack/NOUN/7/obl ./PUNCT/2/punct"
    ],
    {},
)


def test_what_a_cue_says_is_left_to_whoever_reads_the_chain() -> None:
    assert presented(TOLD, "shelled").effect == "reported"
    assert presented(TOLD, "shelled", cues=("denied",)).effect == "negated"


def test_what_is_taken_for_granted_is_closed_to_the_words_above() -> None:
    assert presented(TOLD, "attack") == Presentation("actual", (), open=False)
    assert presented(TOLD, "shelled", cues=("denied",)).open


def test_a_circle_of_heads_ends() -> None:
    source = analysis(["Rebels/NOUN/2/nsubj want/VERB/3/xcomp talks/NOUN/2/obj ./PUNCT/2/punct"], {})
    assert presented(source, "talks").effect == "planned"


# --- the lexicon ------------------------------------------------------------------------------------


def test_every_group_of_the_lexicon_names_known_effects() -> None:
    for group in table("modality")["groups"]:
        assert set(group) <= {"kind", "effect", "negated", "past", "finite", "over"}
        assert {group[key] for key in ("effect", "negated", "past", "finite") if key in group} <= set(EFFECTS)


@pytest.mark.parametrize(
    ("word", "particles", "expected"),
    [
        ("stopped", (), "actual"),
        ("stopped", ("from",), "negated"),
        ("called", (), "planned"),
        ("Refused", ("to",), "negated"),
        ("walked", (), None),
    ],
)
def test_a_particle_may_change_what_a_verb_does(
    word: str, particles: tuple[str, ...], expected: Effect | None
) -> None:
    found: Modifier | None = modifier(word, "verb", particles=particles)
    assert (found.effect if found else None) == expected

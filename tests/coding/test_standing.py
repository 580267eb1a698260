"""The table of standings in `docs/records.md`, row by row, and the rule that hearsay is never a fact."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coding.standing import Presented, factuality, stands
from sayso.lexicon.modality import Effect
from sayso.schema.attribution import Attitude
from sayso.schema.event import FactValue, Reason, Standing
from sayso.schema.span import Span
from tests.coding.records import chain, without_cue

ATTITUDES: tuple[Attitude, ...] = get_args(Attitude)
EFFECTS: tuple[Effect, ...] = get_args(Effect)
chains = st.lists(st.sampled_from(ATTITUDES), max_size=6)
effects = st.sampled_from(EFFECTS)
WORD = Span(0, 3, "not")
quick = settings(max_examples=60, deadline=None)


def standing(effect: Effect, *attitudes: Attitude, admits: bool = False, open: bool = True) -> Standing:
    return stands(Presented(effect, (), open), chain(*attitudes), admits=admits).standing


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ("negated", "negated"),
        ("planned", "planned"),
        ("reported", "reported"),
        ("possible", "possible"),
        ("actual", "fact"),
    ],
)
def test_the_author_alone_is_taken_at_their_word(effect: Effect, expected: Standing) -> None:
    assert standing(effect) == expected


@pytest.mark.parametrize("attitude", ["assertion", "belief", "knowledge"])
def test_what_somebody_tells_is_reported(attitude: Attitude) -> None:
    assert standing("actual", attitude) == "reported"
    assert standing("possible", attitude) == "reported"
    assert standing("reported", attitude) == "reported"


def test_what_nobody_vouches_for_is_left_open() -> None:
    # "No official has confirmed that the market was shelled."
    assert standing("actual", "no_comment") == "possible"
    assert standing("actual", "no_comment", "assertion") == "possible"
    assert standing("planned", "no_comment") == "planned"
    # "Police asked whether the market had been shelled", and "why it had been".
    assert standing("possible", "question") == "possible"
    assert standing("actual", "question") == "reported"


@pytest.mark.parametrize("attitude", ["intention", "demand"])
def test_what_somebody_means_or_demands_is_planned(attitude: Attitude) -> None:
    assert standing("actual", attitude) == "planned"
    assert standing("negated", attitude) == "planned"


@pytest.mark.parametrize("attitude", ["intention", "demand"])
def test_what_a_demand_takes_for_granted_is_only_reported(attitude: Attitude) -> None:
    assert standing("actual", attitude, open=False) == "reported"


def test_whoever_tells_of_a_demand_does_not_make_a_demand_of_what_was_told() -> None:
    # "He called on the army to admit that it had shelled the market."
    assert standing("actual", "assertion", "demand") == "reported"


@pytest.mark.parametrize(
    "attitudes",
    [("denial",), ("denial", "assertion"), ("assertion", "denial"), ("belief", "denial", "assertion")],
)
def test_a_denial_anywhere_in_the_chain_denies(attitudes: tuple[Attitude, ...]) -> None:
    assert standing("actual", *attitudes) == "denied"


@pytest.mark.parametrize("admits", [True, False])
def test_only_the_author_negates_and_anybody_else_denies(admits: bool) -> None:
    # "The army said it had not shelled the market."
    assert standing("negated", "assertion", admits=admits) == "denied"
    assert standing("negated", "denial") == "denied"


def test_whoever_says_that_they_did_it_admits_it() -> None:
    assert standing("actual", "assertion", admits=True) == "admitted"
    assert standing("actual", "assertion", "assertion", admits=True) == "admitted"
    assert standing("possible", "assertion", admits=True) == "reported"


@pytest.mark.parametrize(
    ("effect", "attitudes", "admits", "expected"),
    [
        ("negated", (), False, "negated"),
        ("planned", ("denial",), False, "planned"),  # "denied planning an attack"
        ("planned", ("assertion",), True, "planned"),  # "said it would attack"
        ("actual", ("assertion", "denial"), True, "denied"),
        ("actual", ("assertion",), True, "admitted"),
        ("possible", ("belief",), False, "reported"),
    ],
)
def test_earlier_rows_of_the_table_outweigh_later_ones(
    effect: Effect, attitudes: tuple[Attitude, ...], admits: bool, expected: Standing
) -> None:
    assert standing(effect, *attitudes, admits=admits) == expected


@quick
@given(effects, chains.filter(bool), st.booleans(), st.booleans())
def test_an_event_inside_somebodys_content_is_never_a_fact(
    effect: Effect, attitudes: list[Attitude], admits: bool, open: bool
) -> None:
    found = stands(Presented(effect, (), open), chain(*attitudes), admits=admits)
    assert found.standing not in ("fact", "negated")
    assert found.standing != "possible" or attitudes[0] in ("no_comment", "question")
    assert found.factuality[-1].value == "Uu"
    assert found.why


@quick
@given(effects.filter(lambda effect: effect != "actual"), chains, st.booleans())
def test_nothing_but_what_is_told_as_having_happened_is_a_fact_or_admitted(
    effect: Effect, attitudes: list[Attitude], admits: bool
) -> None:
    assert standing(effect, *attitudes, admits=admits) not in ("fact", "admitted")


@quick
@given(effects, chains)
def test_every_holder_has_a_value_and_the_author_comes_last(
    effect: Effect, attitudes: list[Attitude]
) -> None:
    names = tuple(one.id for one in chain(*attitudes))
    found = factuality(effect, chain(*attitudes))
    assert [one.holder for one in found] == [names[n:] for n in range(len(names) + 1)]


@quick
@given(effects, chains)
def test_a_denied_event_has_a_holder_for_whom_it_did_not_happen(
    effect: Effect, attitudes: list[Attitude]
) -> None:
    denied: list[Attitude] = [*attitudes, "denial"]
    if effect in ("actual", "possible") and denied[0] in ("assertion", "denial"):
        assert "CT-" in {one.value for one in factuality(effect, chain(*denied))}


@pytest.mark.parametrize(
    ("effect", "attitudes", "values"),
    [
        ("actual", (), ["CT+"]),
        ("possible", (), ["PS+"]),
        ("negated", (), ["CT-"]),
        ("planned", (), ["Uu"]),
        ("reported", (), ["Uu"]),
        ("actual", ("assertion",), ["CT+", "Uu"]),
        ("possible", ("assertion",), ["PS+", "Uu"]),
        ("negated", ("assertion",), ["CT-", "Uu"]),
        ("actual", ("belief",), ["PR+", "Uu"]),
        ("negated", ("belief",), ["PR-", "Uu"]),
        ("actual", ("denial",), ["CT-", "Uu"]),
        ("negated", ("denial",), ["CT+", "Uu"]),
        ("actual", ("demand",), ["Uu", "Uu"]),
        ("actual", ("question",), ["Uu", "Uu"]),
        ("actual", ("assertion", "assertion"), ["CT+", "Uu", "Uu"]),
        ("actual", ("assertion", "belief", "assertion"), ["CT+", "Uu", "Uu", "Uu"]),
        ("actual", ("assertion", "denial"), ["CT+", "CT-", "Uu"]),
        ("actual", ("denial", "assertion"), ["CT-", "Uu", "Uu"]),
    ],
)
def test_each_holder_commits_to_no_more_than_they_say(
    effect: Effect, attitudes: tuple[Attitude, ...], values: list[FactValue]
) -> None:
    assert [one.value for one in factuality(effect, chain(*attitudes))] == values


def test_the_words_that_decide_come_before_the_cues() -> None:
    hedge = Reason("hedge", WORD)
    found = stands(Presented("possible", (hedge,)), chain("assertion", "denial"), admits=False)
    assert [reason.kind for reason in found.why] == ["hedge", "cue", "denial"]


@pytest.mark.parametrize(("effect", "kind"), [("actual", "admission"), ("planned", "cue")])
def test_an_admission_is_named_where_there_is_one(effect: Effect, kind: str) -> None:
    found = stands(Presented(effect, ()), chain("assertion"), admits=True)
    assert [reason.kind for reason in found.why] == [kind]


def test_commentary_is_a_reason_of_its_own() -> None:
    found = stands(Presented("actual", ()), (without_cue(chain("assertion")[0]),), admits=False)
    assert (found.standing, [reason.kind for reason in found.why]) == ("reported", ["commentary"])

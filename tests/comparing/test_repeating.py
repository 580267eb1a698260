import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.repeating import Claimed, Key, antecedent, claims, keys
from sayso.comparing.saying import near, same_claim
from sayso.comparing.statement import Statement
from tests.comparing.stating import UNNAMED, statement

EAST = "that the shells had come from the east"


def members(told: tuple[Claimed, ...]) -> set[frozenset[str]]:
    return {frozenset(each.id for each in claim.statements) for claim in told}


def test_a_statement_is_attached_to_the_best_earlier_one_of_another_document() -> None:
    first = statement("Ilan Marsh", EAST, "2031-03-01")
    better = statement("Ilan Marsh", f"{EAST} at noon", "2031-03-02")
    last = statement("Marsh", f"{EAST} at noon", "2031-03-03")
    found = antecedent(last, [first, better])
    assert found is not None
    assert found[0] is better
    assert found[1] == same_claim(last, better)


def test_later_ones_and_those_of_the_same_document_are_passed_over() -> None:
    one = statement("Ilan Marsh", EAST, document="a", id="a:c2")
    beside = statement("Ilan Marsh", EAST, document="a", id="a:c1")
    later = statement("Ilan Marsh", EAST, "2031-03-04")
    assert antecedent(one, [beside, later]) is None


def test_of_equally_good_ones_the_earliest_is_taken() -> None:
    one, other, last = (statement("Marsh", EAST, document=name, id=f"{name}:c1") for name in "abc")
    for earlier in ([one, other], [other, one]):
        found = antecedent(last, earlier)
        assert found is not None
        assert found[0] is one


def test_a_claim_is_named_after_its_first_statement_and_each_other_one_has_its_link() -> None:
    first = statement("Ilan Marsh", EAST, "2031-03-01")
    second = statement("Marsh", EAST, "2031-03-02")
    apart = statement("Marsh", "that the mill would close in spring", "2031-03-02")
    told = claims([apart, second, first])
    assert [claim.id for claim in told] == [first.id, apart.id]
    assert told[0].statements == (first, second)
    assert {one: other for one, (other, _) in told[0].links.items()} == {second.id: first.id}


def test_what_is_said_again_within_days_is_one_claim_and_what_is_said_weeks_later_is_another() -> None:
    days = ("2031-03-01", "2031-03-05", "2031-03-10", "2031-03-30", None, None)
    told = claims(statement("Ilan Marsh", EAST, day) for day in days)
    assert [len(claim.statements) for claim in told] == [3, 1, 2]


def test_candidates_are_found_by_the_name_or_by_the_words_of_who_has_none() -> None:
    assert keys(statement("Defence Minister Ilan Marsh", EAST)) == {
        Key("source", "ilan"),
        Key("source", "marsh"),
    }
    official = keys(statement("a senior official", EAST, **UNNAMED))
    assert official == {Key("words", "shells"), Key("words", "east"), Key("words", "come")}


def test_nothing_is_looked_up_for_an_outlets_own_word_and_for_nobody() -> None:
    assert keys(statement(None, EAST, standing="fact")) == frozenset()
    assert keys(statement("he", EAST)) == frozenset()


WHO = ["Ilan Marsh", "Marsh", "the health ministry", "Teverra's health ministry", "officials", "Teo Marsh"]
WHAT = [
    EAST,
    "“The shells came from the east,” at noon",
    "the shells had not come from the east",
    "nine people were killed in the strike near Sella",
    "the strike near Sella killed at least nine people",
    "14 people were killed in the strike near Sella",
    "the army would withdraw from Belmar",
    "the army had withdrawn from Belmar",
]
STATEMENTS = st.builds(
    lambda who, what, day, government: statement(
        who, what, day, affiliation="government" if government else "unknown"
    ),
    st.sampled_from(WHO),
    st.sampled_from(WHAT),
    st.sampled_from([None, "2031-03-01", "2031-03-03", "2031-03-09"]),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STATEMENTS, max_size=14), st.integers())
def test_the_order_of_what_is_given_makes_no_difference(told: list[Statement], seed: int) -> None:
    shuffled = random.Random(seed).sample(told, len(told))
    assert claims(shuffled) == claims(told)


@settings(max_examples=40, deadline=None)
@given(st.lists(STATEMENTS, max_size=10))
def test_a_later_statement_changes_no_link_of_the_earlier_ones(told: list[Statement]) -> None:
    ordered = sorted(told, key=lambda each: each.order)
    before = {one: link for claim in claims(ordered[:-1]) for one, link in claim.links.items()}
    after = {one: link for claim in claims(ordered) for one, link in claim.links.items()}
    assert before.items() <= after.items()


@settings(max_examples=60, deadline=None)
@given(STATEMENTS, STATEMENTS)
def test_being_one_claim_does_not_depend_on_who_is_asked(a: Statement, b: Statement) -> None:
    assert same_claim(a, b) == same_claim(b, a)
    assert near(a, b) == near(b, a)


@pytest.mark.parametrize("content", ["", " … ", "“", "12", "\ud800", "n't", "no no no"])
def test_odd_contents_are_claims_of_their_own(content: str) -> None:
    assert len(claims([statement("Marsh", content), statement("Marsh", content)])) == 2

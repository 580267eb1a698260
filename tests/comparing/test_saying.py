from typing import Any

import pytest

from sayso.comparing.agreeing import DAYS
from sayso.comparing.saying import Likeness, near, same_claim
from tests.comparing.stating import UNNAMED, statement


def likeness(one: Any, other: Any) -> Likeness:
    found = same_claim(one, other)
    assert found == same_claim(other, one)
    return found


def between(one: str, other: str, **fields: Any) -> str:
    """How two contents of one speaker are related."""
    return likeness(statement("Ilan Marsh", one), statement("Marsh", other, **fields)).relation


def test_the_same_words_of_the_same_speaker_are_one_claim() -> None:
    assert between("that the shells had come from the east", "“The shells came from the east,”") == "same"


def test_a_quotation_word_for_word_is_one_claim_whatever_stands_around_it() -> None:
    whole = "“The shells came from the east, and everyone on that road knows what lies to the east,”"
    assert between(whole, "that “everyone on that road knows what lies to the east”") == "same"


def test_two_speakers_do_not_make_one_claim() -> None:
    other = statement("Teo Marsh", "the shells came from the east")
    found = likeness(statement("Ilan Marsh", "the shells came from the east"), other)
    assert found.relation == "none"
    assert found.against


def test_a_claim_and_its_denial_are_about_the_same_and_not_the_same() -> None:
    fired = "that its forces had fired on the convoy"
    found = likeness(statement("Sarnovia", fired), statement("Sarnovia", fired, attitude="denial"))
    assert found.relation == "denied"
    assert found.score > 0.9


def test_denying_it_and_saying_that_it_is_not_so_are_one_claim() -> None:
    denial = statement("Sarnovia", "that its forces had fired on the convoy", attitude="denial")
    assert (
        likeness(denial, statement("Sarnovia", "its forces had not fired on the convoy")).relation == "same"
    )


def test_a_number_that_is_another_one_is_the_same_recounted() -> None:
    assert between("nine people were killed in the strike", "14 people died in the strike") == "recounted"
    assert between("nine people were killed in the strike", "the strike killed at least nine") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the army had withdrawn from Belmar", "the army had withdrawn from Dorsk"),
        ("the army had withdrawn from Belmar", "the army would withdraw from Belmar"),
        ("the levy would raise 40 million crowns", "the levy would cost families their coffee"),
        ("the accusation", "the accusation"),
        ("be", "be"),
        ("", ""),
    ],
)
def test_other_places_other_times_other_words_and_too_few_words_are_not_one_claim(
    one: str, other: str
) -> None:
    assert between(one, other) == "none"


def test_two_sources_without_a_name_need_one_affiliation_and_the_same_words() -> None:
    warned = "the government had been warned on Friday of an attack on the Sella convoy"
    official = statement("a senior official", warned, **UNNAMED)
    again = statement(
        "officials", "the government was warned on Friday of an attack on the Sella convoy", **UNNAMED
    )
    assert likeness(official, again).relation == "same"
    assert likeness(official, again).parts[0].value is None
    flood = statement("officials", "the government had been warned on Friday of a flood", **UNNAMED)
    assert likeness(official, flood).relation == "none"
    for other in ({"affiliation": "military"}, {"country": "FRA"}):
        assert likeness(official, statement("officials", warned, **(UNNAMED | other))).relation == "none"


def test_nobody_can_tell_who_stands_behind_reportedly() -> None:
    unknown = {"identity": "none_given", "naming": "implicit", "affiliation": "unknown"}
    one, other = (statement(None, "the army had withdrawn from Belmar", **unknown) for _ in range(2))
    assert likeness(one, other).relation == "none"


def test_an_outlets_own_word_is_left_to_its_event() -> None:
    one, other = (statement("Marsh", "the army withdrew from Belmar", standing="fact") for _ in range(2))
    assert likeness(one, other).relation == "none"


def test_two_countries_keep_speakers_apart() -> None:
    one = statement("the defence ministry", "the army withdrew from Belmar", country="FRA")
    assert likeness(one, statement("the defence ministry", one.content, country="ESP")).relation == "none"
    assert likeness(one, statement("the defence ministry", one.content)).relation == "same"


def test_what_lies_too_many_days_apart_is_not_compared() -> None:
    first = statement("Marsh", "the army withdrew from Belmar", "2031-03-01")
    last = statement("Marsh", first.content, f"2031-03-{1 + DAYS:02}")
    late = statement("Marsh", first.content, f"2031-03-{2 + DAYS:02}")
    assert likeness(first, last).relation == "same"
    assert likeness(first, late).relation == "none"
    assert near(first, last)
    assert not near(first, late)


def test_what_is_not_dated_is_near_what_is_not_dated_either() -> None:
    undated, other = (statement("Marsh", "the army withdrew from Belmar", None) for _ in range(2))
    assert near(undated, other)
    assert not near(undated, statement("Marsh", "the army withdrew from Belmar"))


def test_each_part_of_a_score_has_a_name_a_weight_and_a_sentence_for_people() -> None:
    found = likeness(
        statement("Marsh", "nine died at Sella mill"), statement("Marsh", "nine dead at Sella mill")
    )
    assert [part.name for part in found.parts] == [
        "speaker", "words", "quotation", "names", "numbers", "time", "day",
    ]  # fmt: skip
    assert all(
        part.text.endswith(".") and (part.value is None or 0 <= part.value <= 1) for part in found.parts
    )
    told = [part for part in found.parts if part.value is not None and part.weight]
    weight = sum(part.weight for part in told)
    assert found.score == pytest.approx(sum(part.weight * (part.value or 0) for part in told) / weight)

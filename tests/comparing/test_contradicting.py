import pytest

from sayso.comparing.contradicting import Contradiction, contradictions
from tests.comparing.stating import UNNAMED, statement

FIRED = "that its forces had fired on the convoy"


def over_time(one: str, other: str, who: str = "Ilan Marsh") -> list[Contradiction]:
    """Between two statements a month apart."""
    return list(contradictions([statement(who, other, "2031-04-03"), statement(who, one, "2031-03-03")]))


def test_what_is_asserted_and_then_denied_may_contradict() -> None:
    later = statement("Sarnovia", FIRED, "2031-05-01", attitude="denial", cue="denied")
    earlier = statement("Sarnovia's government", FIRED, cue="said")
    (found,) = contradictions([later, earlier])
    assert (found.earlier, found.later, found.kind) == (earlier, later, "denial")
    assert [words.text for words in found.words] == ["said", "denied"]


def test_another_number_of_the_same_may_contradict_and_the_numbers_are_shown() -> None:
    (found,) = over_time("12 people were killed at the Sella mill", "20 people were killed at the Sella mill")
    assert found.kind == "figures"
    first, second = found.words
    assert (first.text, second.text) == ("12", "20")
    assert found.earlier.content[first.start : first.end] == "12"


def test_what_will_be_and_then_will_not_is_a_reversal() -> None:
    (found,) = over_time("that he would attend the talks in Halden", "he will not attend the talks in Halden")
    assert (found.kind, found.words[1].text) == ("reversal", "not")


def test_what_is_and_what_is_not_is_a_negation() -> None:
    (found,) = over_time("that gas was used on the square", "no gas was used on the square")
    assert found.kind == "negation"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at least nine were killed at the Sella mill", "14 were killed at the Sella mill"),
        ("12 were killed at the Sella mill", "20 were injured at the Sella mill"),
        ("12 were killed at the Sella mill", "20 were killed at the Dorsk mill"),
        ("12 were killed at the mill on Monday", "20 were killed at the mill on Thursday"),
        ("12 miners were killed and 3 doctors were killed at the mill", "20 were killed at the mill"),
        ("the army would withdraw from Belmar", "the army had not withdrawn from Belmar"),
        ("that gas was used on the square", "no gas was used in the prison"),
        ("the army had withdrawn from Belmar", "the army had withdrawn from Belmar"),
        ("he denied it", "he did not deny it"),
    ],
)
def test_what_may_go_together_is_not_said_to_contradict(one: str, other: str) -> None:
    assert over_time(one, other) == []


def test_two_speakers_do_not_contradict_themselves() -> None:
    assert not contradictions(
        [statement("Ilan Marsh", FIRED), statement("Teo Marsh", FIRED, attitude="denial")]
    )


def test_people_without_a_name_are_not_held_to_what_others_said() -> None:
    told = [
        statement("an official", FIRED, **UNNAMED),
        statement("an official", FIRED, attitude="denial", **UNNAMED),
    ]
    assert not contradictions(told)


def test_denying_it_and_saying_that_it_is_not_so_do_not_contradict() -> None:
    denial = statement("Sarnovia", FIRED, attitude="denial")
    assert not contradictions([denial, statement("Sarnovia", "its forces had not fired on the convoy")])


def test_every_pair_is_found_among_many() -> None:
    others = [
        statement("Marsh", f"the mill in Dorsk burnt on its {n}th birthday, gas or not") for n in range(50)
    ]
    pair = [
        statement("Marsh", "that gas was used on the square"),
        statement("Marsh", "no gas was used on the square", "2031-08-01"),
    ]
    assert [each.kind for each in contradictions([*others, *pair])] == ["negation"]

import pytest

from sayso.comparing.parties import Voice, is_actor, may_be_one

ARMY = Voice("the army of Pelmar", "collective", "military")
MINISTRY = Voice("Pelmar's interior ministry", "described", "government")
WITNESS = Voice("Nils Abo", "named", "witness")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (ARMY, MINISTRY),
        (Voice("officials", "collective", "government"), MINISTRY),
        (Voice("Otto Prane", "named", "military", "FRA"), Voice("Ida Holt", "named", "government", "FRA")),
        (Voice("Nils Abo", "named", "unknown"), MINISTRY),
        (Voice("residents", "collective", "public"), Voice("residents", "collective", "public")),
        (Voice("the Callan Front", "named", "armed_group"), Voice("a rebel", "described", "armed_group")),
    ],
)
def test_officials_of_one_state_and_voices_of_whom_nothing_is_known_may_be_of_one_party(
    a: Voice, b: Voice
) -> None:
    assert may_be_one(a, b)
    assert may_be_one(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (WITNESS, MINISTRY),
        (WITNESS, Voice("Ida Holt", "named", "witness")),
        (MINISTRY, Voice("Isteria's interior ministry", "described", "government")),
        (Voice("Otto Prane", "named", "military", "FRA"), Voice("Ida Holt", "named", "government", "ESP")),
        (Voice("the Callan Front", "named", "armed_group"), Voice("the Tolm League", "named", "armed_group")),
        (Voice("Open Roads Relief", "named", "ngo"), MINISTRY),
    ],
)
def test_voices_of_two_states_a_witness_and_an_official_are_of_two_parties(a: Voice, b: Voice) -> None:
    assert not may_be_one(a, b)
    assert not may_be_one(b, a)


def test_who_did_it_and_who_speaks_for_them_are_one_party() -> None:
    actors = ("the Callan Front",)
    spokesman = Voice("a spokesman for the Callan Front", "described", "armed_group")
    assert is_actor(spokesman, actors)
    assert not is_actor(MINISTRY, actors)
    assert may_be_one(spokesman, Voice("Callan Front", "named", "political"), actors=actors)

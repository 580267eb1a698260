import pytest

from sayso.comparing.naming import named
from sayso.comparing.speaker import same_name

MINISTRY = "the Teverran health ministry"


def alike(one: str, other: str) -> float:
    found = same_name(named(one), named(other))
    assert found == same_name(named(other), named(one))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defence Minister Ilan Marsh", "Ilan Marsh"),
        ("Marsh", "Ilan Marsh, Teverra's defence minister"),
        ("Col. Adan Brel, who leads the inquiry", "Adan Brel"),
        ("army spokesman Petr Hane", "Colonel Petr Hane"),
        ("Sarnovia's foreign minister, Oren Castel", "Oren Castel"),
        ("O. Castel", "Oren Castel"),
        ("Oren J. Castel", "Oren Castel"),
        ("Open Roads", "Open Roads Relief"),
        ("ORR", "Open Roads Relief"),
        ("A spokeswoman for Open Roads Relief", "Open Roads Relief"),
        ("the Growers’ Union of Lorn", "The Growers' Union"),
        ("Sarnovia", "Sarnovia's government"),
        ("Sarnovia", "the Sarnovian government"),
        ("Iceland", "the Icelandic government"),
        ("a study by the Lakes Observatory", "the Lakes Observatory"),
        (MINISTRY, "Teverra's health ministry"),
        (MINISTRY, "The Health Ministry"),
        ("Police", "the police"),
    ],
)
def test_fuller_and_shorter_names_are_one_speaker(one: str, other: str) -> None:
    assert alike(one, other) > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilan Marsh", "Ambassador Teo Marsh"),
        ("Marek Toll", "Hedda Toll-Marin"),
        ("Marek Toll", "Marek Toll Jr"),
        ("Open Roads Relief", "Open Hands Relief"),
        (MINISTRY, "Teverra's interior ministry"),
        (MINISTRY, "Sarnovia's health ministry"),
        ("Sarnovia", "Sarnovia's foreign minister"),
        ("Sarnovia", "Teverra"),
        ("a government official", "a government official"),
        ("residents", "residents"),
        ("he", "he"),
        ("", ""),
    ],
)
def test_others_and_people_without_a_name_are_not_one_speaker(one: str, other: str) -> None:
    assert alike(one, other) == 0


def test_a_short_name_is_less_sure_than_the_whole() -> None:
    assert alike("Ilan Marsh", "Ilan Marsh") == 1.0
    assert 0.5 < alike("Marsh", "Ilan Marsh") < 1.0

import pytest

from sayso.comparing.outlets import is_agency, outlet_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Harrow Courier", "Harrow Courier"),
        ("HarrowCourier.com", "Harrow Courier"),
        ("https://www.harrowcourier.co.uk/news", "The Harrow Courier"),
        ("AP", "The Associated Press"),
        ("Agence France-Presse", "AFP"),
    ],
)
def test_one_outlet_has_one_key(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other) != ""


def test_two_outlets_have_two() -> None:
    assert outlet_key("Harrow Courier") != outlet_key("Harrow Post")


def test_agencies_are_known_by_any_of_their_names() -> None:
    assert is_agency("Thomson Reuters")
    assert not is_agency("Harrow Courier")


def test_a_name_without_a_word_has_no_key() -> None:
    assert outlet_key(" — ") == ""

import pytest

from sayso.comparing.admiralty import CREDIBILITY, RELIABILITY, Grade, credibility, grade
from sayso.comparing.vouched import Vouched
from sayso.comparing.vouching import vouched
from tests.comparing.test_vouching import MINISTRY, OTHER_MINISTRY, WITNESS, attested, on_word


def event(*standings: str) -> Vouched:
    return vouched([attested(f"d{at}", standing) for at, standing in enumerate(standings)], {})


def test_two_independent_origins_without_a_denial_make_a_one() -> None:
    assert credibility(event("fact", "fact")) == 1
    assert credibility(vouched([on_word("a", MINISTRY), on_word("b", WITNESS)], {})) == 1


@pytest.mark.parametrize(
    "standings",
    [
        (), ("fact",), ("planned", "planned"), ("possible", "possible"), ("negated",), ("fact", "denied"),
        ("fact", "fact", "negated"), ("fact", "fact", "fact", "fact", "denied"),
    ],
)  # fmt: skip
def test_everything_else_cannot_be_judged(standings: tuple[str, ...]) -> None:
    assert credibility(event(*standings)) == 6


def test_one_origin_in_two_articles_and_one_party_in_two_origins_confirm_nothing() -> None:
    assert credibility(vouched([attested("a"), attested("b")], {"a": "wire", "b": "wire"})) == 6
    assert credibility(vouched([on_word("a", MINISTRY), on_word("b", OTHER_MINISTRY)], {})) == 6


def test_a_letter_comes_from_the_users_table_and_is_f_without_an_entry() -> None:
    letters = {"the teverran defence ministry": "B", "tarn post": "C"}
    official, own = on_word("a", MINISTRY, outlet="Tarn Post"), attested("b", outlet="Tarn Post")
    told = vouched([official, own], {})
    assert str(grade(official, told, letters)) == "B1"
    assert grade(own, told, letters) == Grade("C", 1)
    assert grade(official, told, {}) == Grade("F", 1)


def test_the_outlets_letter_says_nothing_of_somebody_elses_word() -> None:
    official = on_word("a", MINISTRY, outlet="Tarn Post")
    assert grade(official, vouched([official], {}), {"tarn post": "A"}) == Grade("F", 6)


def test_every_letter_and_digit_has_its_meaning() -> None:
    assert list(RELIABILITY) == list("ABCDEF")
    assert list(CREDIBILITY) == [1, 2, 3, 4, 5, 6]

import pytest

from sayso.comparing.parties import Voice
from sayso.comparing.testimony import Testimony
from tests.comparing.stating import account


@pytest.mark.parametrize(
    ("standing", "stance"),
    [
        ("fact", "asserts"), ("reported", "reports"), ("possible", "hedges"), ("planned", "expects"),
        ("denied", "denies"), ("negated", "denies"),
    ],
)  # fmt: skip
def test_a_standing_tells_what_a_document_does(standing: str, stance: str) -> None:
    assert Testimony(account("a", standing)).stance == stance


def test_an_admission_is_the_outlets_own_word_only_where_nobody_makes_it() -> None:
    assert Testimony(account("a", "admitted")).stance == "asserts"
    assert Testimony(account("a", "admitted", source="the Callan Front")).stance == "reports"
    assert Testimony(account("a", "admitted"), Voice("the Callan Front")).stance == "reports"


def test_accounts_are_sorted_by_day_and_those_without_one_come_last() -> None:
    first = Testimony(account("b", published="2031-03-01/2031-04-01"))
    second, undated = Testimony(account("a")), Testimony(account("0", published=None))
    assert sorted([undated, second, first], key=lambda each: each.order) == [first, second, undated]
    assert (first.day, undated.day) == ("2031-03-01", None)

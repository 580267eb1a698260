import pytest

from sayso.comparing.wording import telling_words, wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the army withdrew", "the army had withdrawn"),
        ("the mill is closing", "the mill will close"),
        ("a Teverran convoy", "the convoys of Teverra"),
        ("police arrested him", "the police are arresting him"),
        ("he was killed", "he died"),
    ],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    assert wording(one).tokens == wording(other).tokens


def test_small_words_tell_nothing() -> None:
    assert wording("that he was not there, and so were we").tokens == frozenset()


def test_a_name_is_known_by_its_capital_unless_a_sentence_begins_with_it() -> None:
    assert wording("Soldiers left Belmar. Trucks followed.").names == {"belmar"}


def test_a_real_country_and_its_people_are_one_name() -> None:
    assert wording("the French ferry").names == wording("a ferry from France").names == {"FRA"}


def test_what_is_denied_in_it_is_known_by_its_words() -> None:
    assert wording("the road is open and the bridge isn’t safe").negated == {"bridg", "saf"}


def test_weekdays_and_months_are_kept_apart() -> None:
    found = wording("the mill burnt on Monday, in April and may burn again")
    assert found.days == {"monday", "april"}


def test_quoted_runs_are_those_inside_the_marks() -> None:
    found = wording("he called it “a finished wall as a question” and left by train")
    assert "a finished wall as" in found.quoted
    assert "left by train" not in " ".join(found.quoted)
    assert found.quoted <= found.runs


def test_the_words_that_tell_what_a_claim_is_about_begin_with_its_names() -> None:
    assert telling_words("the convoy was struck near Sella")[:2] == ["sella", "convoy"]

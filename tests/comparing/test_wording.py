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


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("its forces had not fired", {"forc", "fir"}),
        ("no gas was used", {"gas", "us"}),
        ("nobody didn't pay", set()),
        ("soldiers, not rebels, fired", {"rebel"}),
        ("the road is open and the bridge isn’t safe", {"bridg", "saf"}),
        ("not only the bridge burnt", set()),
        ("he wants the front to count", set()),
    ],
)
def test_a_negator_negates_its_clause(text: str, negated: set[str]) -> None:
    assert wording(text).negated == negated


@pytest.mark.parametrize("text", ["it will close", "it would close", "they plan to close it"])
def test_what_is_to_come_is_known(text: str) -> None:
    assert wording(text).coming


@pytest.mark.parametrize("text", ["it has closed", "it closed", "he went to the mill"])
def test_what_has_been_is_not_to_come(text: str) -> None:
    assert not wording(text).coming


def test_quoted_runs_are_those_inside_the_marks() -> None:
    found = wording("he called it “a finished wall as a question” and left by train")
    assert "a finished wall as" in found.quoted
    assert "left by train" not in " ".join(found.quoted)
    assert found.quoted <= found.runs


def test_the_words_that_tell_what_a_claim_is_about_begin_with_its_names() -> None:
    assert telling_words("the convoy was struck near Sella")[:2] == ["sella", "convoy"]

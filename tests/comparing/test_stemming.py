import pytest

from sayso.comparing.stemming import deeds, stem, token


@pytest.mark.parametrize(
    "forms",
    [
        ("withdraw", "withdrew", "withdrawn", "withdrawal", "withdrawals"),
        ("accuse", "accused", "accuses", "accusation"),
        ("plan", "planned", "planning"),
        ("city", "cities"),
        ("convoy", "convoys"),
        ("use", "used", "uses"),
        ("child", "children"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["red", "gas", "pass", "y", "s", "ed", "es", ""])
def test_what_only_looks_like_an_ending_stays(word: str) -> None:
    assert stem(word) == word.removesuffix("ss") + "ss" * word.endswith("ss")


def test_people_and_their_country_are_one_and_so_are_words_for_one_harm() -> None:
    assert token("velmora", True) == token("velmorans", True) == token("velmoran", True)
    assert token("died", False) == token("killed", False) == "killed"


def test_words_for_one_deed_share_what_the_codebook_calls_it() -> None:
    assert deeds(stem("shelled")) & deeds(stem("bombardment"))
    assert not deeds("bread")

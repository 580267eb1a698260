"""Words as a search compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.folding import fold, folded_words, placed_words, slug


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Élysée said", ["the", "elysee", "said"]),
        ("Lorn's army, Lorn’s ferry", ["lorn", "army", "lorn", "ferry"]),
        ("O'Hara wasn't there", ["ohara", "wasnt", "there"]),
        ("S-400 (12,000 people)", ["s", "400", "12", "000", "people"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("Ὀδυσσεύς", ["οδυσσευσ"]),
        ("_ … — 's", ["s"]),
        ("", []),
    ],
)
def test_words_are_compared_without_case_accents_and_marks(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


@given(st.text())
def test_every_word_is_letters_and_digits_from_where_it_stands(text: str) -> None:
    for word, start, end in placed_words(text):
        assert word.isalnum()
        assert folded_words(text[start:end]) == [word]
    assert [word for word, _, _ in placed_words(text)] == folded_words(text)


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_value_is_its_words_joined() -> None:
    assert slug("The Telmara Courier (weekly)") == "the-telmara-courier-weekly"


def test_signs_that_are_letters_count_as_such() -> None:
    assert fold("℡ Ⅻ ﬁ") == "tel xii fi"

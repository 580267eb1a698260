"""Words as the tables spell them."""

from __future__ import annotations

import pytest

from sayso.lexicon.words import lemmas, plain, split_words


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("admitted", "admit"),
        ("vowed", "vow"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("criticized", "criticize"),
        ("criticised", "criticise"),
        ("labelled", "label"),
        ("labeled", "label"),
        ("urging", "urge"),
        ("agreeing", "agree"),
        ("sought", "seek"),
        ("swore", "swear"),
        ("was", "be"),
        ("allegations", "allegation"),
        ("theories", "theory"),
        ("watches", "watch"),
    ],
)
def test_a_form_leads_to_its_lemma(form: str, lemma: str) -> None:
    assert lemma in lemmas(form)


def test_an_unknown_word_is_its_own_lemma() -> None:
    assert lemmas("gribbled") == ("gribbled",)


def test_plain_words_have_small_letters_and_straight_apostrophes() -> None:
    assert plain("Didn’t") == "didn't"


@pytest.mark.parametrize("words", [["didn’t", "say"], ["did", "n't", "say"], ["did", "n’t", "say"]])
def test_negated_auxiliaries_are_two_words(words: list[str]) -> None:
    assert split_words(words) == ["did", "not", "say"]


def test_cannot_is_two_words() -> None:
    assert split_words(["Cannot", "", "say"]) == ["can", "not", "say"]

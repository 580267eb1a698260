"""Cues found in the words of a cue span."""

from __future__ import annotations

import pytest

from sayso.lexicon.cues import cues, find_cue


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("said", "say"),
        ("has repeatedly said", "say"),
        ("said in a statement", "say"),
        ("went on to say", "say"),
        ("called for", "call for"),
        ("called publicly for", "call for"),
        ("made it very clear", "make it clear"),
        ("pointed out", "point out"),
        ("voiced doubts", "doubt"),
        ("issued a statement saying", "statement"),
        ("is widely expected", "expect"),
        ("in the words of", "in the words of"),
        ("Reportedly", "reportedly"),
        (":", ":"),
    ],
)
def test_the_strongest_cue_of_the_words_is_found(words: str, phrase: str) -> None:
    match = find_cue(words.split())
    assert match is not None
    assert match.cue.phrase == phrase


def test_words_without_a_cue_have_none() -> None:
    assert find_cue(["gribbled"]) is None
    assert find_cue([]) is None


def test_a_match_says_which_words_it_took() -> None:
    match = find_cue(["has", "called", "loudly", "for"])
    assert match is not None
    assert (match.start, match.end) == (1, 4)


def test_both_spellings_are_cues() -> None:
    assert cues()["criticise"][0].attitude == cues()["criticize"][0].attitude == "assertion"

"""Groups told by who leads or backs them, over trees as the encoder gives them; all groups are made up."""

from __future__ import annotations

import pytest

from sayso.linguistics.coreference import Coreference

from .trees import analysis, text_of, words_of

BESIDE = (
    "The/DET/7/det Brennish/PROPN/7/compound -/PUNCT/2/punct led/VERB/7/amod Selm/PROPN/7/compound"
    " Valley/PROPN/7/compound Front/PROPN/8/nsubj took/VERB/0/root Dranik/PROPN/8/obj ./PUNCT/8/punct"
)
APPOSED = (
    "The/DET/4/det Selm/PROPN/4/compound Valley/PROPN/4/compound Front/PROPN/12/nsubj ,/PUNCT/10/punct"
    " a/DET/10/det Brennish/PROPN/10/compound -/PUNCT/7/punct led/VERB/10/amod alliance/NOUN/4/appos"
    " ,/PUNCT/4/punct left/VERB/0/root ./PUNCT/12/punct"
)
BEING = (
    "The/DET/4/det Selm/PROPN/4/compound Valley/PROPN/4/compound Front/PROPN/10/nsubj is/AUX/10/cop"
    " a/DET/10/det Brennish/PROPN/10/compound -/PUNCT/7/punct led/VERB/10/amod alliance/NOUN/0/root"
    " ./PUNCT/10/punct"
)
SECOND = (
    "The/DET/6/det Brennish/PROPN/6/compound -/PUNCT/2/punct led/VERB/6/amod Tarsk/PROPN/6/compound"
    " League/PROPN/7/nsubj left/VERB/0/root ./PUNCT/7/punct"
)
FORCE = (
    "The/DET/5/det Brennish/PROPN/5/compound -/PUNCT/2/punct led/ADJ/5/amod force/NOUN/6/nsubj"
    " burned/VERB/0/root a/DET/8/det bridge/NOUN/6/obj ./PUNCT/6/punct"
)
NAMES = {"Selm Valley Front": "Organisation", "Tarsk League": "Organisation", "Dranik": "Location"}


def meant(*trees: str, phrase: str = "The Brennish-led force") -> str | None:
    read = analysis(trees, NAMES)
    phrase = phrase.replace("-", " - ")
    return text_of(read, Coreference(read).resolve(words_of(read, phrase)))


@pytest.mark.parametrize("told", [BESIDE, APPOSED, BEING], ids=["beside", "apposed", "is"])
def test_a_force_is_the_group_that_the_text_describes_so(told: str) -> None:
    assert meant(told, FORCE) == "Selm Valley Front"


def test_where_two_groups_are_described_so_neither_is_meant() -> None:
    assert meant(BESIDE, SECOND, FORCE) is None


def test_what_is_described_later_is_not_meant() -> None:
    assert meant(FORCE, BESIDE) is None


def test_another_backer_tells_of_another_force() -> None:
    assert meant(BESIDE, FORCE.replace("Brennish", "Ostrand"), phrase="The Ostrand-led force") is None


def test_a_force_that_is_a_new_one_is_not_the_group() -> None:
    assert meant(BESIDE, FORCE.replace("The/DET", "A/DET"), phrase="A Brennish-led force") is None


def test_a_journey_is_no_group() -> None:
    assert meant(BESIDE, FORCE.replace("force/", "journey/"), phrase="The Brennish-led journey") is None

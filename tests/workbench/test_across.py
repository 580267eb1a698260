"""What is told across documents, in words."""

from __future__ import annotations

from typing import get_args

import pytest

from sayso.comparing.account import Account
from sayso.comparing.admiralty import Grade
from sayso.comparing.contradicting import Kind
from sayso.comparing.origins import Why
from sayso.comparing.parties import Voice
from sayso.comparing.testimony import Testimony
from sayso.comparing.vouched import Word
from sayso.ledger.across.outlets import Difference
from sayso.schema.event import Standing
from sayso.workbench import across


def told_by(standing: Standing, **told: Voice | str | None) -> Testimony:
    source = told.pop("source", None)
    account = Account(
        id=f"{'0' * 16}:v{len(standing)}", document="0" * 16, published=None, title=None, outlet="Sella Post",
        day=None, until=None, dated=False, type="ASSAULT", mode=None, standing=standing, anchor="hit",
        actors=(), recipients=(), countries=frozenset(), place=None, geonameid=None,
        source=source if isinstance(source, str) else None, content="hit",
    )  # fmt: skip
    voices = {name: voice for name, voice in told.items() if isinstance(voice, Voice)}
    return Testimony(account, **voices)


def test_every_term_has_words() -> None:
    assert set(across.MEANING) == set(get_args(Word))
    assert set(across.WHY) == set(get_args(Why))
    assert set(across.MAY) == set(get_args(Kind))
    assert set(across.DIFFERENCE) == set(get_args(Difference))
    assert set(across.PERHAPS) == set(across.WHY)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [((12, 12), "12"), ((20, None), "at least 20"), ((None, 30), "up to 30"), ((7, 30), "7 to 30")],
)
def test_numbers_are_told_with_what_is_open(numbers: tuple[int | None, int | None], told: str) -> None:
    assert across.bounds(numbers) == told


def test_a_voice_is_told_and_an_outlet_s_own_is_none() -> None:
    assert across.voice(told_by("reported", voice=Voice("the clinic"))) == "the clinic"
    assert across.voice(told_by("reported", source="the union")) == "the union"
    assert across.voice(told_by("reported", voice=Voice(None))) == "somebody who is not named"
    assert across.voice(told_by("fact")) is None


def test_whoever_denies_is_not_told_as_whoever_asserts() -> None:
    denied = told_by("denied", source="Daluvia", denier=Voice("Daluvia"))
    assert across.voice(denied) is None
    assert across.denier(denied) == "Daluvia"
    assert across.denier(told_by("negated")) is None
    assert across.denier(told_by("denied", denier=Voice(None))) == "somebody who is not named"


def test_an_outlet_that_tells_it_twice_on_one_word_stands_once() -> None:
    one, other = told_by("reported", source="the union"), told_by("fact")
    found = across.tellers([one, one, other])
    assert [(each.voice, len(each.accounts)) for each in found] == [("the union", 2), (None, 1)]


def test_grades_are_told_in_words() -> None:
    assert across.grade(Grade("B", 1)) == (
        "source: usually reliable; information: confirmed by other sources"
    )

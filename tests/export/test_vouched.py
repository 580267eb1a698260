"""Whose word an event is: nobody vouches for what they deny, and the author not for what others say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.vouched import deniers, sayings, vouching
from sayso.schema.attribution import Attitude
from sayso.schema.event import Event, Standing
from sayso.schema.reading import Reading


def standing(reading: Reading, standing: Standing, *attributions: str) -> Event:
    return replace(reading.events[0], standing=standing, attributions=attributions, why=())


def test_who_says_so_and_who_passes_it_on_vouch_innermost_first(reading: Reading) -> None:
    event = standing(reading, "reported", "a2", "a1")
    assert vouching(event, sayings(reading)) == ["drivers", "The minister, Ilena Brask"]


def test_nobody_vouches_for_what_they_deny(reading: Reading) -> None:
    event = standing(reading, "denied", "a4")
    assert vouching(event, sayings(reading)) == []
    assert deniers(reading, event) == ["Ostrand"]


@pytest.mark.parametrize("attitude", ["intention", "demand", "question", "no_comment"])
def test_whoever_does_not_say_that_it_is_so_does_not_vouch(reading: Reading, attitude: Attitude) -> None:
    first, *others = reading.attributions
    wanting = replace(reading, attributions=(replace(first, attitude=attitude), *others))
    assert vouching(standing(wanting, "planned", "a1"), sayings(wanting)) == []


@pytest.mark.parametrize("own", ["fact", "possible", "planned"])
def test_the_author_vouches_for_what_they_tell_in_their_own_voice(reading: Reading, own: Standing) -> None:
    assert vouching(standing(reading, own), sayings(reading)) == ["the author"]


@pytest.mark.parametrize("others", ["reported", "denied", "admitted"])
def test_the_author_does_not_vouch_for_what_others_tell(reading: Reading, others: Standing) -> None:
    assert vouching(standing(reading, others), sayings(reading)) == []


def test_what_the_author_negates_is_denied_by_the_author(reading: Reading) -> None:
    event = standing(reading, "negated")
    assert (vouching(event, sayings(reading)), deniers(reading, event)) == ([], ["the author"])

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.coding.anchoring import Anchor
from sayso.coding.merging import ECHO, Telling, anchor_names, groups
from sayso.coding.standing import Presented
from sayso.schema.event import Count, EventDate, Magnitude
from sayso.schema.span import Span

TOLD = Presented("actual", ())
NO_DATE = EventDate(None, None, "unknown", None, "past")


def dated(day: str) -> EventDate:
    return EventDate(f"2025-03-{day}", None, "day", None, "past")


def killed(low: int) -> Magnitude:
    return Magnitude(killed=Count(low, low, Span(0, 1, "n")))


def telling(
    sentence: int,
    word: str = "attack",
    *,
    type: str = "ASSAULT",
    who: tuple[str, str] = ("rebels", "port"),
    **fields: Any,
) -> Telling:
    """A telling by the words for actors and recipients, each possibly empty."""
    defaults: dict[str, Any] = {
        "date": NO_DATE, "effect": "actual", "presented": TOLD, "definite": False, "part_of": None,
        "magnitude": Magnitude(),
    }  # fmt: skip
    return Telling(
        anchor=Anchor(fields.pop("at", 10 * sentence), type, 0.9, None),
        actors=(),
        recipients=(),
        who=(frozenset(who[0].split()), frozenset(who[1].split())),
        names=anchor_names(word),
        sentence=sentence,
        **(defaults | fields),
    )


FIRST = telling(0)


@pytest.mark.parametrize(
    "second",
    [
        telling(1),
        telling(1, "shelled"),
        telling(1, "attacks", who=("rebels", "")),
        telling(1, "attacked", who=("", "port")),
        telling(1, "bombing", who=("rebels army", "port")),
        telling(1, date=dated("03")),
        telling(1, magnitude=killed(9)),
        telling(1, "raid", who=("", ""), definite=True),
        telling(0, "killing", at=5, who=("", "guards"), part_of=FIRST.anchor.word),
    ],
)
def test_two_tellings_that_share_enough_are_one_event(second: Telling) -> None:
    assert groups([FIRST, second]) == [[0, 1]]


@pytest.mark.parametrize(
    "second",
    [
        telling(0),
        telling(1, type="PROTEST"),
        telling(1, who=("army", "port")),
        telling(1, who=("rebels", "mill")),
        telling(1, effect="planned"),
        telling(1, "raid", who=("rebels", "")),
        telling(1, who=("", "")),
        telling(9, "raid", who=("", ""), definite=True),
        telling(1, "raid", who=("army", ""), definite=True),
    ],
)
def test_two_tellings_that_differ_or_share_too_little_are_two(second: Telling) -> None:
    assert groups([FIRST, second]) == [[0], [1]]


def test_other_days_and_other_numbers_are_other_events() -> None:
    assert groups([telling(0, date=dated("03")), telling(1, date=dated("04"))]) == [[0], [1]]
    assert groups([telling(0, magnitude=killed(9)), telling(1, magnitude=killed(2))]) == [[0], [1]]


def test_a_third_telling_agrees_with_both_before_it() -> None:
    # The first leaves the day open, which joins the second; the third is of another day than the second.
    tellings = [telling(0), telling(1, date=dated("03")), telling(2, date=dated("04"))]
    assert groups(tellings) == [[0, 1], [2]]


def test_every_telling_belongs_to_one_event_in_reading_order() -> None:
    tellings = [telling(n, who=(f"group{n % 3}", "port")) for n in range(12)]
    found = groups(tellings)
    assert found == [[0, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11]]


def test_forms_of_one_word_share_a_name() -> None:
    assert not anchor_names("shelling").isdisjoint(anchor_names("shelled"))
    assert not anchor_names("Attacks").isdisjoint(anchor_names("attacked"))
    assert anchor_names("raid").isdisjoint(anchor_names("attack"))


def test_a_part_of_a_part_goes_with_the_whole() -> None:
    tellings = [
        telling(1, at=3),
        telling(1, "killing", at=7, who=("", "guards"), part_of=3),
        telling(1, "wounding", at=9, who=("", "cooks"), part_of=7),
    ]
    assert groups(tellings) == [[0, 1, 2]]


def test_a_part_of_an_event_of_another_type_is_an_event_of_its_own() -> None:
    protest = telling(1, "rally", type="PROTEST", at=3)
    assert groups([protest, telling(1, at=7, part_of=3)]) == [[0], [1]]


def test_a_part_of_what_is_no_event_is_an_event_of_its_own() -> None:
    assert groups([FIRST, telling(0, at=7, part_of=4)]) == [[0], [1]]


def test_a_part_that_is_negated_alone_is_an_event_of_its_own() -> None:
    """'No one was killed in the shelling.'"""
    killing = telling(0, "killed", at=7, who=("", "one"), presented=Presented("negated", ()))
    assert groups([FIRST, replace(killing, part_of=FIRST.anchor.word)]) == [[0], [1]]


def test_a_headline_cut_short_meets_its_body_by_the_noun_and_not_by_an_article() -> None:
    """'Editors sentenced', and below it 'a court sentenced two editors'."""
    body = telling(1, "sentenced", who=("", "two-editors"), called=(frozenset(), frozenset({"editor"})))
    short = telling(0, "sentenced", headline=True, who=("", "editors"), called=body.called)
    assert groups([short, body]) == [[0, 1]]
    other = replace(short, called=(frozenset(), frozenset({"mayor"})))
    assert groups([other, body]) == [[0], [1]]


def echo(sentence: int, **fields: Any) -> Telling:
    """A word that names no event of its own: "this crime"."""
    return telling(sentence, "crime", type=ECHO, who=("front", ""), **fields)


VIOLENT = telling(0, who=("", "port"), violent=True)


def test_this_crime_is_the_one_told_last() -> None:
    other = telling(1, who=("", "mill"), violent=True)
    assert groups([VIOLENT, other, echo(2)]) == [[0], [1, 2]]


@pytest.mark.parametrize(
    "before",
    [
        telling(0, who=("", "port")),
        telling(0, who=("army", "port"), violent=True),
        telling(0, who=("", "port"), effect="planned", violent=True),
    ],
)
def test_this_crime_is_nothing_where_nothing_told_before_fits(before: Telling) -> None:
    assert groups([before, echo(1)]) == [[0]]


def test_this_crime_is_nothing_where_it_was_told_too_long_ago() -> None:
    assert groups([VIOLENT, echo(9)]) == [[0]]


def test_an_action_that_a_bombing_is_told_in_is_the_bombing() -> None:
    assert groups([telling(0, at=5, violent=True), echo(0, at=3, part_of=5)]) == [[0, 1]]


def test_those_whom_nothing_names_may_be_named_later() -> None:
    gunmen = telling(0, who=("?gunmen", "judge"))
    assert groups([gunmen, telling(1, who=("front", "judge"), definite=True)]) == [[0, 1]]
    assert groups([gunmen, telling(1, who=("?gunmen", "mayor"))]) == [[0], [1]]

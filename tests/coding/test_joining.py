"""On whose word an event stands that is told twice."""

from __future__ import annotations

import pytest

from sayso.coding.joining import deciding, joint
from sayso.coding.standing import Stands
from sayso.schema.event import Reason, Standing
from sayso.schema.span import Span


def stands(standing: Standing, *why: Reason) -> Stands:
    return Stands(standing, (), why)


@pytest.mark.parametrize(
    ("main", "naming", "wanted"),
    [
        ("fact", "reported", 1),
        ("fact", "admitted", 1),
        ("fact", "possible", 1),
        ("possible", "reported", 1),
        ("reported", "admitted", 1),
        ("reported", "fact", 0),
        ("fact", "fact", 0),
        ("reported", "possible", 0),
        ("denied", "reported", 0),
        ("planned", "reported", 0),
        ("negated", "admitted", 0),
    ],
)
def test_who_did_it_rests_on_whoever_says_so(main: Standing, naming: Standing, wanted: int) -> None:
    assert deciding([stands(main), stands(naming)], 0, 1) == wanted


def test_a_denial_of_another_telling_holds_for_both() -> None:
    denial = Reason("denial", Span(0, 6, "denied"))
    found = joint([stands("reported"), stands("denied", denial)], 0, body=None)
    assert (found.standing, found.why) == ("denied", (denial,))
    assert joint([stands("fact"), stands("denied", denial)], 0, body=None).standing == "fact"


def test_a_headline_names_the_body_that_decides() -> None:
    body = Reason("body", Span(9, 13, "shot"))
    assert joint([stands("reported"), stands("reported")], 1, body=body).why == (body,)

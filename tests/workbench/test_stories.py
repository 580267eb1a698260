"""What the list of events, each once, is asked for."""

from __future__ import annotations

import pytest

from sayso.ledger.errors import LedgerError
from sayso.workbench.stories import AskedOnce, asked_once


def test_a_question_comes_from_an_address_and_goes_into_one() -> None:
    pairs = [("q", "ferry"), ("standing", "denied"), ("origins", ">=2"), ("by", "origins"), ("skip", "30")]
    asked = asked_once(pairs)
    assert (asked.words, asked.by, asked.skip, asked.filter.origins) == ("ferry", "origins", 30, ">=2")
    assert asked_once(asked.pairs()) == asked
    assert asked.address() == "/stories?q=ferry&standing=denied&origins=%3E%3D2&by=origins&skip=30"


def test_what_narrows_it_begins_at_the_beginning_and_keeps_the_order() -> None:
    asked = asked_once([("by", "oldest"), ("skip", "60")])
    narrowed = asked.toggled("type", "ASSAULT")
    assert isinstance(narrowed, AskedOnce)
    assert narrowed.address() == "/stories?type=ASSAULT&by=oldest"
    assert asked.between("2031-01-01", None).address() == "/stories?since=2031-01-01&by=oldest"
    following = asked.on("90")
    assert isinstance(following, AskedOnce)
    assert following.skip == 90
    assert asked_once([]).skip == 0


def test_the_accounts_under_it_are_asked_as_events_are() -> None:
    asked = asked_once([("q", "ferry"), ("outlet", "Sella Post"), ("by", "origins"), ("skip", "30")])
    assert asked.accounts.address() == "/events?q=ferry&outlet=Sella%20Post"
    assert hash(asked) != hash(asked.on(None))


@pytest.mark.parametrize(
    "pairs",
    [
        [("order", "oldest")],
        [("after", "x")],
        [("by", "size")],
        [("by", "newest"), ("by", "newest")],
        [("skip", "-3")],
        [("skip", "٣")],
        [("skip", "1234567890")],
        [("colour", "red")],
        [("attitude", "denial")],
    ],
)
def test_what_cannot_be_asked_is_refused(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(LedgerError):
        asked_once(pairs)

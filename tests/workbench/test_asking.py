"""What an address asks, and the address that asks it again."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sayso.ledger.errors import LedgerError
from sayso.workbench.asking import Asked, asked

VALUES = some.text(min_size=1, max_size=30).map(str.strip).filter(bool)
SEVERAL = some.lists(VALUES, min_size=1, max_size=3, unique=True).map(tuple)


@given(
    some.builds(
        Asked,
        some.just("events"),
        words=some.one_of(some.just(""), VALUES),
        values=some.dictionaries(some.sampled_from(["outlet", "standing", "actor"]), SEVERAL),
        since=some.none() | VALUES,
        until=some.none() | VALUES,
        origins=some.none() | VALUES,
        order=some.sampled_from(["newest", "oldest"]),
        after=some.none() | VALUES,
    )
)
def test_an_address_asks_what_it_was_made_from(question: Asked) -> None:
    assert asked("events", parse_qsl(urlsplit(question.address()).query)) == question


def test_what_a_form_leaves_empty_is_not_asked() -> None:
    assert asked("claims", [("q", " "), ("since", ""), ("outlet", "")]) == Asked("claims")


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([("colour", "red")], "'colour'; expected some of q, since"),
        ([("type", "ASSAULT")], "'type'"),
        ([("q", "a"), ("q", "b")], "2 times"),
        ([("order", "sideways")], "newest or oldest"),
        ([("outlet", "x" * 501)], "longer than 500"),
        ([("outlet", str(n)) for n in range(101)], "more than 100"),
    ],
)
def test_what_means_nothing_is_refused_with_what_does(pairs: list[tuple[str, str]], told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        asked("claims", pairs)


def test_a_value_is_taken_away_as_it_was_added_however_it_is_spelled() -> None:
    with_it = Asked("claims", after="2025/x/c1").toggled("outlet", "Dorsk Daily")
    assert with_it.address() == "/claims?outlet=Dorsk%20Daily"
    assert with_it.has("outlet", "dorsk daily")
    assert with_it.toggled("outlet", "DORSK DAILY") == Asked("claims")


def test_the_other_kind_is_asked_for_what_it_has() -> None:
    question = Asked("events", "ferry", {"type": ("ASSAULT",), "outlet": ("A",)}, after="x")
    assert question.of("claims") == Asked("claims", "ferry", {"outlet": ("A",)})


def test_a_download_begins_at_the_beginning() -> None:
    assert Asked("claims", "ferry", after="2025/x/c1").address(".csv") == "/claims.csv?q=ferry"

"""Names by the alphabet, a page at a time, with their counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.ledger.across.names import outlet_names, place_names, speaker_names
from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, assigning, decide
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import ClaimHit
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from sayso.schema.reading import Reading
from tests.ledger.asked import fill


@pytest.fixture
def filled(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    fill(ledger, list(readings))
    return ledger


def test_speakers_are_those_who_are_named_in_the_order_of_the_alphabet(filled: Ledger) -> None:
    found = [one.name for one in speaker_names(filled).rows]
    assert "Ilo Tanet" in " ".join(found)
    assert found == sorted(found)
    hits = [hit for hit in search(filled, limit=1000).hits if isinstance(hit, ClaimHit)]
    named = [" ".join((hit.name or hit.source or "").split()) for hit in hits if hit.naming == "named"]
    assert set(found) == set(named) - {""}
    assert sum(one.count for one in speaker_names(filled).rows) == sum(map(bool, named))


@pytest.mark.parametrize("ask", [speaker_names, place_names])
def test_pages_follow_each_other_without_gap_or_repetition(filled: Ledger, ask: Callable[..., Any]) -> None:
    whole = ask(filled).rows
    after, found = None, []
    for _ in range(len(whole) + 1):
        page = ask(filled, limit=1, after=after)
        found += page.rows
        after = page.next
        if after is None:
            break
    assert tuple(found) == whole
    assert len(whole) > 1


def test_a_part_of_a_name_finds_it_whatever_its_case(filled: Ledger) -> None:
    found = [one.name for one in place_names(filled, part="DORS").rows]
    assert "Dorsk" in found
    assert all("dors" in name.casefold() for name in found)
    assert speaker_names(filled, part="100%_").rows == ()


def test_what_a_person_rejected_is_not_counted(filled: Ledger) -> None:
    (first, *_), _ = (page := place_names(filled)).rows, page
    hit = next(hit for hit in search(filled, kind="events", limit=1000).hits if hit.place == first.name)  # type: ignore[union-attr]
    decide(filled, [about(choose(filled, hit.id), "reject")], by="Nia Orr")
    after = {one.name: one.count for one in place_names(filled).rows}
    assert after.get(first.name, 0) == first.count - 1


def test_outlets_have_their_articles_and_their_family(filled: Ledger) -> None:
    decide(filled, [assigning(filled, "dorsk daily", "North Press")], by="Nia Orr")
    found = {one.name: (one.articles, one.family) for one in outlet_names(filled).rows}
    assert found == {"Dorsk Daily": (1, "North Press"), "The Telmara Courier": (1, None)}
    assert [one.name for one in outlet_names(filled, part="the telmara").rows] == ["The Telmara Courier"]
    first = outlet_names(filled, limit=1)
    (second,) = outlet_names(filled, limit=1, after=first.next).rows
    assert second.name == "The Telmara Courier"


def test_a_page_that_cannot_be_is_refused(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="expected 1 to 1000"):
        speaker_names(filled, limit=0)

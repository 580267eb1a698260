"""What one person or body said over time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import sayso
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.across.speakers import speaker
from sayso.ledger.deciding import decide, merging
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.schema.location import location_of
from tests.ledger.across import newsroom
from tests.ledger.across.newsroom import COURIER, HERALD, POST


@pytest.fixture
def ledger(newsroom_ledger: Ledger) -> Ledger:
    return newsroom_ledger


@pytest.fixture
def own_ledger(store: str) -> Iterator[Ledger]:
    """The same articles in a ledger that the test may change."""
    with Ledger(store, create=True) as opened:
        newsroom.fill(opened)
        yield opened


def test_statements_come_in_the_order_of_time_with_who_carries_them(ledger: Ledger) -> None:
    found = speaker(ledger, "Ilan Marsh")
    assert found.name == "Ilan Marsh"
    assert {"Ilan Marsh", "Water Minister Ilan Marsh"} <= {one.name for one in found.names}
    assert [each.day for each in found.statements] == sorted(each.day or "" for each in found.statements)
    assert (found.claims, found.articles, found.total) == (7, 4, 6)
    held, uncracked, floods, open_, hidden, lost = found.statements
    assert held.outlets == (COURIER, POST)
    assert held.origins == 2
    assert hidden.attitude == "denial"
    assert {each.attitude for each in (held, uncracked, floods, open_, lost)} == {"assertion"}


def test_in_whose_hearing_it_was_said_is_told_where_it_is_known(ledger: Ledger) -> None:
    heard = {
        report.published: report.told
        for said in speaker(ledger, "Ilan Marsh").statements
        for report in said.reports
    }
    assert heard["2031-05-09"] == ("Sella Post",)
    assert heard["2031-05-02"] == ()


def test_what_may_contradict_what_is_told_with_the_words(ledger: Ledger) -> None:
    (clash,) = speaker(ledger, "Ilan Marsh").clashes
    assert clash.kind in ("negation", "reversal")
    assert clash.days == ("2031-05-02", "2031-05-09")
    assert "would hold" in clash.contents[0]
    assert clash.words[1] == "not"


def test_somebody_of_a_similar_name_is_somebody_else(ledger: Ledger) -> None:
    found = speaker(ledger, "Teo Marsh")
    assert [each.content for each in found.statements] == ["Engineers found cracks in the Kessel dam"]
    # "Marsh" alone, in an article that names neither in full, may be either
    for name in ("Teo Marsh", "Ilan Marsh"):
        assert [(one.name, one.claims) for one in speaker(ledger, name).left] == [("Marsh", 1)]


def test_a_name_that_fits_several_is_refused_and_they_are_listed(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"“Ilan Marsh” \(7\); “Teo Marsh, .*” \(1\)"):
        speaker(ledger, "Marsh")


@pytest.mark.parametrize("name", ["Oda Lindqvar", "   ", "!!", "x" * 1000, "(KEN)"])
def test_a_name_that_nobody_has_is_refused(ledger: Ledger, name: str) -> None:
    with pytest.raises(LedgerError, match=r"is called|is no name"):
        speaker(ledger, name)


def test_as_much_of_a_name_as_nobody_else_has_is_enough(ledger: Ledger) -> None:
    assert speaker(ledger, "Brand").name.startswith("Ulla Brand")
    assert speaker(ledger, "ulla brand").claims == 1
    assert speaker(ledger, "Velmora's interior ministry").claims == 1


def test_days_and_a_limit_narrow_it_from_the_end(ledger: Ledger) -> None:
    found = speaker(ledger, "Ilan Marsh", until="2031-05-10", limit=1)
    assert (found.total, len(found.statements)) == (4, 1)
    assert found.statements[0].outlets == (HERALD,)
    assert speaker(ledger, "Ilan Marsh", since="2031-06-01").statements == ()


def test_entities_that_a_person_merged_are_one_speaker(own_ledger: Ledger) -> None:
    decide(own_ledger, [merging(own_ledger, ["Ilan Marsh", "Teo Marsh"])], by="anna")
    bring_up(own_ledger)
    found = speaker(own_ledger, "Ilan Marsh")
    assert [one.name.split(",")[0] for one in found.merged] == ["Teo Marsh"]
    assert "Engineers found cracks in the Kessel dam" in {each.content for each in found.statements}


def test_a_body_of_two_countries_is_chosen_by_its_country(store: str) -> None:
    said = {"Kenya": "the vaccine had arrived", "Uganda": "the clinics would stay open"}
    with Ledger(store, create=True) as ledger:
        for country, content in said.items():
            reading = sayso.read(f"Clinics\n\n{country}'s health ministry said on Monday that {content}.")
            ledger.add(reading, location_of(reading.document, name=f"{country}.txt"), mark="one")
        bring_up(ledger)
        with pytest.raises(LedgerError, match=r"Kenya.*Uganda|Uganda.*Kenya"):
            speaker(ledger, "the health ministry")
        for name in ("Kenya's health ministry", "the Kenyan health ministry", "health ministry (KEN)"):
            (only,) = speaker(ledger, name).statements
            assert said["Kenya"] in only.content


def test_a_body_of_which_nobody_tells_whose_it_is_may_be_several(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        for number, content in enumerate(("the road was open", "the road was not open")):
            reading = sayso.read(f"Roads {number}\n\nPolice said on Monday that {content}.")
            ledger.add(reading, location_of(reading.document, name=f"{number}.txt"), mark="one")
        bring_up(ledger)
        found = speaker(ledger, "police")
        assert (found.total, found.vague, found.clashes) == (2, True, ())

"""Two outlets side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

import sayso
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.across.outlets import Halves, Telling, compare, differing
from sayso.ledger.across.speakers import speaker
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


def document(words: str) -> str:
    """The id of the article with these words."""
    (found,) = {each.document.id for each in newsroom.readings() if words in each.document.text}
    return found


def test_what_two_outlets_have_in_common_and_what_not(ledger: Ledger) -> None:
    found = compare(ledger, "harrowcourier.com", "the telmara herald")
    one, other = found.one, found.other
    assert (one.outlet, one.articles, one.origins, one.alike) == (COURIER, 4, 4, 1)
    assert (other.outlet, other.articles, other.origins, other.alike) == (HERALD, 5, 5, 1)
    assert (one.first, one.last) == ("2031-03-12", "2031-05-15")
    (alike,) = found.alike
    assert (alike.one, alike.other) == ((document("Divers searched"),), (document("Ferry sinks off"),))
    assert alike.origin == document("Divers searched")

    # the killing, of which either has another number, and one the word of a union, comes before the ferry,
    # of which both have the word of one agency
    assert (found.tell, found.differ) == (2, 1)
    killing, ferry = found.both
    assert killing.differs == ("standing", "toll")
    assert not killing.one_origin
    assert [(each.standing, each.toll, each.source) for each in (*killing.one, *killing.other)] == [
        ("reported", {"killed": (3, 3)}, "the port union"),
        ("fact", {"killed": (5, 5)}, None),
    ]
    assert killing.event.origins == 3
    assert ferry.differs == ()
    assert ferry.one_origin


def test_an_outlet_is_silent_on_what_the_other_and_a_third_one_tell(ledger: Ledger) -> None:
    found = compare(ledger, COURIER, HERALD)
    (trial,) = found.one.silent
    assert found.one.silences == 1
    assert trial.accounts[0].split(":")[0] in {document("print on"), document("Petra Quill")}
    assert found.other.silent == ()
    # the third one has nothing of before the third of April, so that it cannot be told to be silent
    ferry = compare(ledger, POST, COURIER)
    assert ferry.one.first == "2031-04-03"
    assert ferry.one.silences == 0


def test_whom_only_one_of_them_quotes_and_which_denials_only_one_carries(ledger: Ledger) -> None:
    found = compare(ledger, COURIER, HERALD)
    assert {each.name.split(",")[0] for each in found.one.quoted_alone} == {
        "The interior ministry of Velmora",
        "Ulla Brand",
    }
    # both quote the minister; "Marsh" is no third one
    assert not [each for each in found.other.quoted_alone if "Ilan" in each.name]
    assert {each.content for each in found.one.denied_alone} == {
        "that officers had fired at the crowd",
        "that he had hidden a report about the Kessel dam",
    }
    assert found.other.denials_alone == 0


def test_how_either_sources_its_claims_adds_up(ledger: Ledger) -> None:
    for side in (compare(ledger, COURIER, HERALD).one, compare(ledger, HERALD, POST).other):
        mine = [
            claim.source
            for each in newsroom.readings()
            if each.document.outlet == side.outlet
            for claim in each.claims
            if claim.attribution
        ]
        assert side.sourcing.claims == len(mine) == sum(side.sourcing.affiliation.values())
        assert side.sourcing.naming["named"] == sum(source.naming == "named" for source in mine)


def test_days_and_limits_narrow_it(ledger: Ledger) -> None:
    found = compare(ledger, COURIER, HERALD, since="2031-04-01", until="2031-04-30", limit=1)
    assert (found.one.articles, found.other.articles) == (1, 2)
    assert found.alike == ()
    assert (found.one.quotes_alone, len(found.one.quoted_alone)) == (2, 1)
    turned = compare(ledger, HERALD, COURIER, since="2031-04-01", until="2031-04-30", limit=1)
    assert (turned.one, turned.other) == (found.other, found.one)


def test_a_text_that_both_published_is_an_article_of_either(own_ledger: Ledger) -> None:
    wire = newsroom.readings()[0]
    twice = replace(wire.document, outlet=POST, published="2031-03-13")
    own_ledger.add(replace(wire, document=twice), location_of(twice, name="again.txt"), mark="one")
    bring_up(own_ledger)
    found = compare(own_ledger, COURIER, POST)
    assert found.one.alike == found.other.alike == 1
    assert found.alike[0].one == found.alike[0].other == (wire.document.id,)


def test_python_asks_the_same_and_lays_what_is_due_beside_the_others_first(store: str) -> None:
    with Ledger(store, create=True) as opened:
        newsroom.add(opened)
    with sayso.open_ledger(store) as asked, Ledger(store) as ledger:
        found = asked.compare(COURIER, HERALD, since=date(2031, 4, 1), limit=3)
        assert found.tell == 1
        assert found == compare(ledger, COURIER, HERALD, since="2031-04-01", limit=3)
        assert asked.speaker("Ilan Marsh", until="2031-05-10") == speaker(
            ledger, "Ilan Marsh", until="2031-05-10"
        )


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Nobody's Gazette", HERALD, f"published nothing in this ledger; expected one of {POST}, {HERALD}"),
        (COURIER, "", "published nothing"),
        (COURIER, "Harrow Courier", "are one outlet"),
    ],
)
def test_outlets_that_cannot_be_compared_are_refused(ledger: Ledger, one: str, other: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        compare(ledger, one, other)


def test_days_that_are_none_are_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="is no day"):
        compare(ledger, COURIER, HERALD, since="spring")
    with pytest.raises(LedgerError, match="is later than"):
        compare(ledger, COURIER, HERALD, since="2031-04-02", until="2031-04-01")


def telling(**told: object) -> Telling:
    fields: dict[str, object] = {
        "id": "d:v1", "published": None, "standing": "reported", "toll": {}, "source": None, "content": "",
    }  # fmt: skip
    return Telling(**fields | told)  # type: ignore[arg-type]


def test_two_tellings_differ_in_what_both_tell() -> None:
    union, police = telling(source="the port union"), telling(source="Dorsk police")
    assert differing([union], [police]) == ("source",)
    assert differing([union], [telling(source="The Port Union")]) == ()
    assert differing([union], [telling()]) == ()
    many, few = telling(toll={"killed": (9, None)}), telling(toll={"killed": (9, 9)})
    assert differing([many], [few]) == ("toll",)
    assert differing([many], [telling(toll={"injured": (2, 2)})]) == ()
    assert differing([many], [telling(standing="fact")]) == ("standing",)


def test_what_is_kept_of_an_outlet_is_read_again_once_the_ledger_changes(own_ledger: Ledger) -> None:
    halves = Halves(most=2)
    before = compare(own_ledger, COURIER, POST, half=halves)
    assert before == compare(own_ledger, COURIER, POST) == compare(own_ledger, COURIER, POST, half=halves)
    assert compare(own_ledger, HERALD, POST, half=halves) == compare(own_ledger, HERALD, POST)
    wire = newsroom.readings()[0]
    twice = replace(wire.document, outlet=POST, published="2031-03-13")
    own_ledger.add(replace(wire, document=twice), location_of(twice, name="again.txt"), mark="one")
    bring_up(own_ledger)
    after = compare(own_ledger, COURIER, POST, half=halves)
    assert after == compare(own_ledger, COURIER, POST) != before

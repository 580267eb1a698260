"""Hits in their places."""

from __future__ import annotations

from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from sayso.ledger.surroundings import surroundings
from sayso.schema.reading import Reading
from tests.conftest import made_reading
from tests.ledger.asked import fill

KINDS: tuple[Kind, ...] = ("claims", "events")


def placed(ledger: Ledger, reading: Reading) -> dict[str, str]:
    """The words of each hit, by its id, after a look at their places in the text."""
    found = {}
    for kind in KINDS:
        hits = search(ledger, kind=kind, limit=100).hits
        for id, place in surroundings(ledger, hits).items():
            assert f"{place.before}{place.words}{place.after}" in reading.document.text
            found[id.rpartition(":")[2]] = place.words
    return found


def test_claims_and_events_stand_in_their_sentences(ledger: Ledger) -> None:
    reading = made_reading()
    fill(ledger, [reading])
    words = placed(ledger, reading)
    for claim in reading.claims:
        assert words[claim.id].startswith(claim.content[0].text)
    for event in reading.events:
        assert words[event.id] == event.anchor.text


def test_no_hits_have_no_places(ledger: Ledger) -> None:
    assert surroundings(ledger, ()) == {}

"""How reliable a source is, a person says, and nobody else."""

from __future__ import annotations

import pytest

from sayso.ledger.deciding import decide, rating, undoing
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.rating import letter_of, reliability
from sayso.schema.location import location_of
from sayso.schema.reading import Reading


@pytest.fixture
def filled(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    return ledger


def test_a_source_has_no_letter_before_a_person_gives_one(filled: Ledger) -> None:
    assert reliability(filled) == {}


def test_the_last_letter_counts_for_every_spelling(filled: Ledger, readings: tuple[Reading, ...]) -> None:
    name = next(claim.source.text for claim in readings[0].claims if claim.source.text)
    decide(filled, [rating(filled, name.upper(), "c")], by="anna")
    [last] = decide(filled, [rating(filled, name, "E")], by="bo")
    rated = reliability(filled)
    assert letter_of(rated, None, name) == letter_of(rated, name.upper()) == "E"
    assert letter_of(rated, "Somebody else") is None
    decide(filled, [undoing(filled, last.correction.id)], by="anna")
    assert letter_of(reliability(filled), name) == "C"


@pytest.mark.parametrize(
    ("source", "letter", "said"),
    [("Nobody", "A", "no claim of the ledger"), ("!", "A", "no claim"), ("Karvia", "G", "expected one of A")],
)
def test_a_letter_or_a_source_that_is_none_is_refused(
    filled: Ledger, source: str, letter: str, said: str
) -> None:
    with pytest.raises(LedgerError, match=said):
        rating(filled, source, letter)

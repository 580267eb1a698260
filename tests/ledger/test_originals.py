"""Originals: kept once, unpacked as they came, the same whichever place is met first."""

from __future__ import annotations

from dataclasses import replace

from sayso.ledger.ledger import Ledger
from sayso.ledger.originals import MOST, Kept, Original, keep, kept, original_of
from sayso.schema.location import Location, location_of
from tests.conftest import made_reading

PAGE = Original("html", b"<p>Ferry burns</p>" * 100)
OTHER = Original("html", b"<p>The same, elsewhere</p>")


def places() -> tuple[Location, Location]:
    """The first and a later one of the document made by hand."""
    first = location_of(made_reading().document, name="first.html")
    return first, replace(first, name="second.html", published="2031-01-01")


def add(ledger: Ledger, location: Location, original: Original) -> bool:
    reading = made_reading()
    ledger.add(reading, location, mark="one")
    return keep(ledger, reading.document.id, original, location)


def test_what_is_kept_comes_back_byte_by_byte(ledger: Ledger) -> None:
    id = made_reading().document.id
    assert original_of(ledger, id) is None
    assert add(ledger, places()[0], PAGE)
    assert original_of(ledger, id) == PAGE
    assert kept(ledger, id) == Kept("html", PAGE.digest, len(PAGE.content))
    assert not add(ledger, places()[0], PAGE)


def test_that_of_the_first_place_is_kept_whichever_comes_first(ledger: Ledger) -> None:
    first, second = places()
    id = made_reading().document.id
    add(ledger, second, OTHER)
    add(ledger, first, PAGE)
    add(ledger, second, OTHER)
    assert original_of(ledger, id) == PAGE


def test_what_is_too_large_is_not_kept(ledger: Ledger) -> None:
    assert not add(ledger, places()[0], Original("plain", b"x" * (MOST + 1)))
    assert kept(ledger, made_reading().document.id) is None

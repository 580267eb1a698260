"""What a collection says about a document goes before what the document says itself."""

from __future__ import annotations

import pytest

from sayso.inputs.item import Item, read_item
from sayso.reading import ReadingError
from sayso.reading.article import Metadata

TEXT = "The army withdrew from Sella on Friday."


def test_what_is_told_goes_first() -> None:
    told = Metadata(title="Army leaves", outlet="Courier", authors=("Ada Roe",), published="2025-03-14")
    document = read_item(Item("a", content=TEXT, told=told)).document
    assert (document.title, document.outlet, document.authors) == ("Army leaves", "Courier", ("Ada Roe",))
    assert document.published == "2025-03-14"


@pytest.mark.parametrize(
    "item",
    [
        Item("a", content=TEXT, told=Metadata(authors=("Reuters",))),
        Item("a", content=TEXT, fields={"byline": "By Ada Roe, Reuters"}),
        Item("a", content=TEXT, fields={"credit": "Reuters"}),
    ],
)
def test_an_agency_in_a_byline_of_the_collection_is_credited(item: Item) -> None:
    assert read_item(item).document.wire == "Reuters"


def test_nobody_is_credited_where_nobody_is_named() -> None:
    assert read_item(Item("a", content=TEXT, fields={"byline": 7})).document.wire is None


def test_a_fault_names_the_item() -> None:
    with pytest.raises(ReadingError, match=r"^news.csv, row 3: "):
        read_item(Item("news.csv, row 3", fault="the row has no text"))

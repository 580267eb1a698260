"""Factiva as it is displayed, without field codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.reading.article import Metadata
from tests.inputs.export_files import EXPORTS, fault, golden, written

TEXT = (EXPORTS / "factiva_display.txt").read_text("utf-8")
FIRST = TEXT[: TEXT.index("Ferry")]


def test_each_line_above_the_text_is_known_by_its_place() -> None:
    first, second = golden("factiva_display.txt")
    assert first.told == Metadata(
        "Ministry Denies Withdrawal", "The Corrin Courier", authors=("Ines Dahl",), published="2020-03-05"
    )
    assert first.fields == {
        "accession_number": "CORRC00020200305eg35000p1",
        "byline": "By Ines Dahl",
        "copyright": "Copyright 2020 Corrin Press. All Rights Reserved.",
        "date": "5 March 2020",
        "edition": "4",
        "language": "English",
        "section": "World",
        "source_code": "CORRC",
        "time": "07:10",
        "words": 52,
    }
    assert second.told == Metadata("Ferry operator to cut routes", "Harbour News", published="2020-03-06")
    assert second.content == "The operator said it would cut two routes."


@pytest.mark.parametrize(
    ("top", "title", "authors"),
    [
        ("Ministry denies withdrawal\nInes Dahl", "Ministry denies withdrawal", ("Ines Dahl",)),
        ("World\nMinistry Denies Withdrawal", "Ministry Denies Withdrawal", ()),
        ("Ministry denies withdrawal", "Ministry denies withdrawal", ()),
    ],
)
def test_a_name_below_the_title_is_a_byline(
    tmp_path: Path, top: str, title: str, authors: tuple[str, ...]
) -> None:
    (item,) = written(tmp_path, FIRST.replace("World\nMinistry Denies Withdrawal\nBy Ines Dahl", top))
    assert (item.told.title, item.told.authors) == (title, authors)


def test_a_first_sentence_about_copyright_is_text(tmp_path: Path) -> None:
    (item,) = written(tmp_path, FIRST.replace("The ministry denied on", "All rights were respected on"))
    assert str(item.content).startswith("All rights were respected")


def test_a_head_of_another_form_no_text_and_no_end_are_faults(tmp_path: Path) -> None:
    strange = FIRST.replace("English", "Sindarin")
    empty = FIRST[: FIRST.index("The ministry")] + "Document CORRC00020200305eg35000p2\n"
    odd, bare, cut = written(tmp_path, strange + empty + FIRST.partition("Document")[0])
    assert "not as expected" in fault(odd)
    assert "no text" in fault(bare)
    assert "cut off" in fault(cut)

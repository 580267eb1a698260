"""LexisNexis Academic: the older layout, as text and as a page."""

from __future__ import annotations

from pathlib import Path

from sayso.reading.article import Metadata
from tests.inputs.export_files import EXPORTS, fault, golden, written


def test_the_head_is_read_with_the_copyright_below_or_above_it() -> None:
    first, second = golden("lexisnexis_academic.txt")
    assert first.told == Metadata(
        "Envoy rules out talks", "The Corrin Courier", authors=("Ines Dahl",), published="2010-03-05"
    )
    assert second.told == Metadata(
        "Dockers Vote to Strike", "The Telmara Times", authors=("Tomas Verrick",), published="2003-03-05"
    )
    assert first.fields["edition"] == "Final Edition"
    assert second.fields["edition"] == "Late Edition - Final"


def test_a_label_inside_the_story_does_not_end_it() -> None:
    first, second = golden("lexisnexis_academic.txt")
    assert first.content == (
        "   The envoy ruled out talks on\nFriday, the agency said.\n\n"
        "   NOTE: was the only word on his\npaper, aides said."
    )
    assert second.content == (
        "   The dockers voted to strike, their union said.\n\n   The port declined to comment."
    )


def test_what_else_the_archive_says_is_carried() -> None:
    assert golden("lexisnexis_academic.txt")[0].fields == {
        "byline": "Ines Dahl, Diplomatic Editor",
        "copyright": "Copyright 2010 Corrin Press Limited All Rights Reserved",
        "date": "March 5, 2010 Friday",
        "dateline": "TELMARA",
        "edition": "Final Edition",
        "graphic": "PHOTO: The envoy arrives",
        "language": "ENGLISH",
        "load_date": "March 6, 2010",
        "publication_type": "Newspaper",
        "section": "INTERNATIONAL; Pg. 12",
        "words": 1032,
    }


def test_a_page_gives_the_same() -> None:
    (item,) = golden("lexisnexis_academic.html")
    assert item.told == Metadata(
        "Council: no plan to sell the harbour", "Harbour News", authors=("Ines Dahl",), published="2012-04-02"
    )
    assert item.content == (
        "The council said it had no plan to sell the harbour.\n\nTraders said they had been told otherwise."
    )
    assert item.fields["edition"] == "First Edition"


def test_a_document_of_another_layout_or_without_text_is_a_fault(tmp_path: Path) -> None:
    text = (EXPORTS / "lexisnexis_academic.txt").read_text("utf-8")
    other = "\n 3 of 4 DOCUMENTS\n\nRundschau\n\nLÄNGE: 5 Wörter\n\n 4 of 4 DOCUMENTS\n\nLENGTH: 5 words\n"
    *_, unknown, empty = written(tmp_path, text.replace("of 2", "of 4") + other)
    assert "“Rundschau”" in fault(unknown)
    assert "expected LexisNexis Academic" in fault(unknown)
    assert "no text" in fault(empty)


def test_the_number_of_documents_is_compared(tmp_path: Path) -> None:
    text = (EXPORTS / "lexisnexis_academic.txt").read_text("utf-8").replace("of 2 DOC", "of 100 DOC")
    assert "announces 100 documents (“1 of 100 DOCUMENTS”) and holds 2" in fault(written(tmp_path, text)[-1])

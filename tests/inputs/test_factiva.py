"""Factiva with field codes: as a page, as RTF, as labelled lines."""

from __future__ import annotations

from pathlib import Path

from sayso.reading.article import Metadata
from tests.inputs.export_files import EXPORTS, fault, golden, written


def test_a_page_of_tables_is_read_and_its_summary_is_no_document() -> None:
    first, second = golden("factiva.html")
    assert first.told == Metadata(
        "Ministry denies withdrawal", "The Corrin Courier", authors=("Ines Dahl",), published="2020-03-05"
    )
    assert first.content == (
        "The ministry denied on Thursday that its troops had left Telmara.\n\n“No order was given,” a"
        " spokeswoman said.\n\nTD Harbour said it had seen nothing."
    )
    assert second.told.title == "Ferry operator to cut routes"


def test_the_codes_are_carried_under_names_and_a_value_may_look_like_a_code() -> None:
    assert golden("factiva.html")[0].fields == {
        "accession_number": "CORRC00020200305eg35000p1",
        "byline": "By Ines Dahl",
        "copyright": "Copyright 2020 Corrin Press. All Rights Reserved.",
        "date": "5 March 2020",
        "language": "English",
        "publisher": "Corrin Press Ltd.",
        "section": "World",
        "source_code": "CO",
        "subjects": "gdef : Armed Forces",
        "time": "07:10",
        "words": 52,
    }


def test_a_lead_far_shorter_than_its_article_is_marked_as_a_part() -> None:
    first, second = golden("factiva.html")
    assert second.fields["part"] == "lead paragraph"
    assert "part" not in first.fields


def test_rtf_tables_give_the_same() -> None:
    (item,) = golden("factiva.rtf")
    assert (item.told.title, item.told.published) == ("Ministry denies withdrawal", "2020-03-05")
    assert item.content == (
        "The ministry denied that its troops had left Telmara.\n\n"
        "“No order was given,” a spokeswoman said.\n\nThe mayor said otherwise."
    )


def test_in_labelled_lines_a_code_stands_apart_from_what_it_says() -> None:
    (item,) = golden("factiva_labelled.txt")
    assert item.told.outlet == "The Corrin Courier"
    assert item.content is not None
    assert str(item.content).endswith("\n\nIN brief notes it spoke of an exercise.")


def test_a_document_without_text_or_end_is_a_fault(tmp_path: Path) -> None:
    text = (EXPORTS / "factiva_labelled.txt").read_text("utf-8")
    head, _, rest = text.partition("LP  ")
    number = rest[rest.index("AN  ") :]
    whole, empty, cut = written(tmp_path, text + head + number + text.partition("AN  ")[0])
    assert whole.fault is None
    assert "no text at LP or TD" in fault(empty)
    assert "labels found: HD, BY, WC, PD, SN, SC, LA, CY, AN" in fault(empty)
    assert "cut off" in fault(cut)

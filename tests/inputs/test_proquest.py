"""ProQuest: text with lines between documents, and pages."""

from __future__ import annotations

from pathlib import Path

from sayso.reading.article import Metadata
from tests.inputs.export_files import EXPORTS, fault, golden, written

TEXT = (EXPORTS / "proquest.txt").read_text("utf-8")


def test_the_head_of_the_report_and_its_table_of_contents_are_no_documents() -> None:
    first, second = golden("proquest.txt")
    assert first.told == Metadata(
        "Ministry denies withdrawal",
        "The Corrin Courier",
        authors=("Ines Dahl", "Tomas Verrick"),
        published="2020-03-05",
    )
    assert first.fault is None
    assert second.told.title == "Ferry operator to cut routes"


def test_a_paragraph_with_a_label_inside_the_story_is_text() -> None:
    assert golden("proquest.txt")[0].content == (
        "The ministry denied on Thursday that its troops had left Telmara.\n\n"
        "Location: the northern road, where the mayor said he had seen columns.\n\n"
        "“No order was given,” a spokeswoman said."
    )


def test_what_else_the_archive_says_is_carried() -> None:
    fields = golden("proquest.txt")[0].fields
    assert fields["proquest_document_id"] == "2370000001"
    assert fields["abstract"] == "The ministry denied that its troops had left."
    assert fields["section"] == "World"
    assert "location" not in fields


def test_an_abstract_is_no_article() -> None:
    message = fault(golden("proquest.txt")[1])
    assert "no “Full text:” (an abstract only)" in message
    assert "ProQuest document ID" in message


def test_outlet_and_day_are_also_read_where_they_stand_in_one_line(tmp_path: Path) -> None:
    lines = [
        line for line in TEXT.split("\n") if not line.startswith(("Publication title", "Publication date"))
    ]
    first, _ = written(tmp_path, "\n".join(lines))
    assert (first.told.outlet, first.told.published) == ("The Corrin Courier", "2020-03-05")


def test_a_page_gives_the_same() -> None:
    (item,) = golden("proquest.html")
    assert item.told == Metadata(
        "Ministry denies withdrawal", "The Corrin Courier", authors=("Ines Dahl",), published="2020-03-05"
    )
    assert item.content == (
        "The ministry denied on Thursday that its troops had left Telmara.\n\n"
        "“No order was given,” a spokeswoman said."
    )


def test_documents_that_run_together_are_a_fault(tmp_path: Path) -> None:
    start = TEXT.index("Title: Ministry")
    (item,) = written(tmp_path, TEXT[start:].replace("_", "").replace("Document 2 of 2", ""))
    assert "2 documents stand together" in fault(item)


def test_the_number_of_documents_is_compared(tmp_path: Path) -> None:
    last = written(tmp_path, TEXT.replace("1 of 2", "1 of 37"))[-1]
    assert "announces 37 documents (“Document 1 of 37”) and holds 2" in fault(last)

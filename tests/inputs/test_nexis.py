"""Nexis Uni: full documents with and without the cover page, in each container."""

from __future__ import annotations

from pathlib import Path

from sayso.inputs.docx import docx_lines
from sayso.reading.article import Metadata
from tests.inputs.export_files import EXPORTS, documents, fault, golden, packed, paragraphs, written

ONE = """Ministry denies withdrawal
The Corrin Courier
March 5, 2020 Thursday
Copyright 2020 Corrin Press All Rights Reserved
Length: 52 words
Body

The ministry denied it.

Load-Date: March 6, 2020

End of Document
"""


def test_the_cover_page_is_no_document_and_every_document_has_its_head() -> None:
    first, second, third = golden("nexis_uni.txt")
    assert first.told == Metadata(
        title="Ministry denies withdrawal from Telmara",
        outlet="The Corrin Courier (Corrin)",
        authors=("Ines Dahl", "Tomas Verrick"),
        published="2020-03-05",
    )
    assert second.told == Metadata("Corrin: what we know so far", "Harbour News", published="2020-03-07")
    # A month is no day, and "Staff" is nobody's name.
    assert third.told == Metadata("Ferry operator to cut routes", "Corrin Monthly")
    assert third.fields["date"] == "March 2020"
    assert third.fields["byline"] == "Staff"
    assert [item.name for item in (first, third)] == [
        f"{EXPORTS / 'nexis_uni.txt'}, document {number}" for number in (1, 3)
    ]


def test_the_text_ends_where_pictures_classification_and_dates_of_loading_begin() -> None:
    first, second, _ = golden("nexis_uni.txt")
    assert first.content == (
        "The ministry denied on Thursday that its troops had left Telmara.\n\nNotes\n\n"
        "“No order was given,” a spokeswoman said."
        " The mayor of Telmara said he had seen the columns move north."
    )
    assert second.content == (
        "Two people were hurt, the police said.\n\nLength: the bridge is 400 metres long."
    )


def test_what_else_the_archive_says_is_carried() -> None:
    assert golden("nexis_uni.txt")[0].fields == {
        "byline": "Ines Dahl and Tomas Verrick in Telmara",
        "copyright": "Copyright 2020 Corrin Press Limited All Rights Reserved",
        "date": "March 5, 2020 Thursday 10:05 AM GMT",
        "dateline": "TELMARA",
        "edition": "London Edition",
        "graphic": "A checkpoint north of Telmara, photograph by A. Sorn",
        "highlight": "Officials speak of a routine exercise.",
        "language": "ENGLISH",
        "load_date": "March 6, 2020",
        "publication_type": "Newspaper",
        "section": "WORLD NEWS; Pg. 4; Version:1",
        "subject": "ARMED FORCES (90%); MAYORS (70%)",
        "words": 52,
    }


def test_a_word_document_of_the_same_lines_gives_the_same_documents(tmp_path: Path) -> None:
    lines = (EXPORTS / "nexis_uni.txt").read_text("utf-8").splitlines()
    path = packed(tmp_path / "nexis.docx", paragraphs(lines))
    assert docx_lines(path.read_bytes())[0] == lines[0]
    for theirs, ours in zip(documents(path), golden("nexis_uni.txt"), strict=True):
        assert (theirs.told, theirs.fields, theirs.content) == (ours.told, ours.fields, ours.content)


def test_rtf_gives_letters_of_its_fonts_and_none_of_its_page_heads() -> None:
    first, second = golden("nexis_uni.rtf")
    assert first.told == Metadata(
        "Ministry denies “withdrawal”", "The Corrin Courier", authors=("Ines Dahl",), published="2020-03-05"
    )
    assert first.content == (
        "The ministry denied that its troops had left Telmara – “no order was given”, it said.\n\n"
        "Šorn, the mayor’s aide, said he had seen columns\nnear the café. A {note} in brackets: “yes”, 😀."
    )
    assert first.fields["graphic"] == "A checkpoint"
    assert second.told.title == "Ferry operator to cut routes"


def test_a_title_may_have_a_date_a_colon_or_two_lines(tmp_path: Path) -> None:
    title = "March 5, 2020: the day\nthe ministry: denied"
    (item,) = written(tmp_path, ONE.replace("Ministry denies withdrawal", title))
    assert item.told == Metadata(
        "March 5, 2020: the day the ministry: denied", "The Corrin Courier", published="2020-03-05"
    )


def test_a_document_without_a_body_is_a_fault_that_tells_what_is_there(tmp_path: Path) -> None:
    headless = ONE.replace("Body\n", "Textkörper\n")
    whole, broken = written(tmp_path, ONE + headless)
    assert whole.fault is None
    assert "no line “Body”" in fault(broken)
    assert "“Ministry denies withdrawal”" in fault(broken)
    assert "Length, Load-Date" in fault(broken)


def test_a_body_without_a_word_is_a_fault(tmp_path: Path) -> None:
    (item,) = written(tmp_path, ONE.replace("The ministry denied it.", ""))
    assert "nothing stands below" in fault(item)
    assert item.told.outlet == "The Corrin Courier"


def test_a_file_that_was_cut_off_says_so(tmp_path: Path) -> None:
    whole, rest = written(tmp_path, ONE + ONE.partition("Load-Date")[0])
    assert whole.content == "The ministry denied it."
    assert "cut off" in fault(rest)


def test_more_or_fewer_documents_than_announced_are_a_fault_of_the_file(tmp_path: Path) -> None:
    text = (EXPORTS / "nexis_uni.txt").read_text("utf-8").replace("Documents (3)", "Documents (37)")
    *found, missing = written(tmp_path, text)
    assert [item.fault for item in found] == [None] * 3
    assert "announces 37 documents (“Documents (37)”) and holds 3" in fault(missing)
    assert missing.name == str(tmp_path / "export.txt")


def test_a_cover_page_alone_is_a_fault(tmp_path: Path) -> None:
    (item,) = written(tmp_path, "Job Number: 1\n\nDocuments (2)\n\n1. Ministry denies withdrawal\n")
    assert "holds 0" in fault(item)


def test_a_date_in_another_language_is_carried_as_printed(tmp_path: Path) -> None:
    foreign = ONE.replace("March 5, 2020 Thursday", "5. März 2020 Donnerstag")
    cover = "Job Number: 1\n\nDocuments (1)\n\n1. Ministry denies withdrawal\nNarrowed by\nNews\n\n"
    for text in (foreign, cover + foreign):
        (item,) = written(tmp_path, text)
        assert item.told == Metadata("Ministry denies withdrawal", "The Corrin Courier")
        assert item.fields["date"] == "5. März 2020 Donnerstag"

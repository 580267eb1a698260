"""PDF files: what is read, what the setting broke and what joins it again, and what is refused."""

from __future__ import annotations

import os
import zlib

import pytest

from sayso.reading import ReadingError, read_document
from sayso.reading.pdf import MAX_PAGES, MEMORY
from tests.reading.pdf_files import Line, assembled, column, pdf

STORY = (
    "The council of Telmara voted on Monday to build a dam above the town, its spokeswoman said.",
    "Farmers in the valley said they had not been asked. They would go to court over it, they said.",
)


def paragraphs(data: bytes) -> list[str]:
    return read_document(data).text.split("\n\n")


def test_lines_become_paragraphs_and_large_letters_a_headline() -> None:
    document = read_document(pdf([[Line("Council votes for dam", 760, size=18), *column(STORY)]]))
    assert document.text.split("\n\n") == ["Council votes for dam", *STORY]
    assert document.title == "Council votes for dam"
    assert [passage.kind for passage in document.passages] == ["headline", "body"]


def test_a_headline_over_two_lines_is_one() -> None:
    head = [Line("Council of Telmara votes for", 780, size=18), Line("dam above the town", 758, size=18)]
    assert paragraphs(pdf([[*head, *column(STORY)]]))[0] == "Council of Telmara votes for dam above the town"


def test_an_indent_begins_a_paragraph() -> None:
    lines = [
        Line("The council of Telmara voted on Monday to build a dam above", 720),
        Line("the town, which its farmers do not want to have built at all.", 708),
        Line("Farmers in the valley said that they had not been asked at", 696, x=75),
        Line("any time.", 684),
    ]
    assert [text.split()[0] for text in paragraphs(pdf([lines]))] == ["The", "Farmers"]


def test_words_that_a_line_end_divided_are_joined() -> None:
    lines = [
        Line("The long-term plan was known. The oppo-", 720),
        Line("sition called it a danger, and its long-", 708),
        Line("term costs a scandal of the Karvia-", 696),
        Line("Ostrand treaty.", 684),
    ]
    assert paragraphs(pdf([lines])) == [
        "The long-term plan was known. The opposition called it a danger, and its long-term costs"
        " a scandal of the Karvia-Ostrand treaty."
    ]


def test_running_heads_and_page_numbers_go_and_the_headline_they_repeat_stays() -> None:
    title = "Council votes for dam"
    towns = ("Telmara", "Sella", "Osk")
    pages = [
        [
            Line(title, 780),
            *column([f"{town} is where they met. {STORY[0]}", f"Nobody fought. {STORY[1]} So said {town}."]),
            Line(f"Page {number} of 3", 30),
        ]
        for number, town in enumerate(towns, 1)
    ]
    pages[0].insert(1, Line(title, 750, size=18))
    found = paragraphs(pdf(pages))
    assert found[0] == title
    assert [text.split()[0] for text in found[1:]] == [
        "Telmara",
        "Nobody",
        "Sella",
        "Nobody",
        "Osk",
        "Nobody",
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    left = column(["The council of Telmara voted on Monday to build a dam above"], top=720)
    right = column(["the town, and its spokeswoman said that nothing else would"], top=720, x=320)
    after = column(["be done this year. Farmers were angry."], top=720)
    assert len(paragraphs(pdf([[*left, *right], after]))) == 1


def test_what_the_file_says_about_itself_is_taken_where_the_text_says_nothing() -> None:
    about = {"Title": "Dam vote", "Author": "Lena Orsk; tveil", "CreationDate": "D:20250303120000+01'00'"}
    document = read_document(pdf([column(STORY)], about=about))
    assert (document.title, document.authors, document.published) == (
        "Dam vote",
        ("Lena Orsk",),
        "2025-03-03",
    )
    dated = [Line("Council votes for dam", 780, size=18), Line("1 March 2025", 755), *column(STORY)]
    document = read_document(pdf([dated], about=about))
    assert (document.title, document.published) == ("Council votes for dam", "2025-03-01")


@pytest.mark.parametrize("title", ["Microsoft Word - dam.doc", "untitled", "dam_v3.indd", ""])
def test_a_title_that_a_program_put_is_none(title: str) -> None:
    assert read_document(pdf([column(STORY)], about={"Title": title})).title is None


LOCK = "<< /Filter /Standard /V 1 /R 2 /O (" + "x" * 32 + ") /U (" + "y" * 32 + ") /P -4 >>"


def locked() -> bytes:
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", LOCK]
    return assembled(objects, trailer="/Encrypt 3 0 R /ID [(a) (a)]")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([[]]), "without a text layer"),
        (locked(), "locked with a password"),
        (b"%PDF-1.7\nnothing else", "is broken"),
        (pdf([column(STORY)])[:300], "is broken"),
        (pdf([[]] * (MAX_PAGES + 1)), "of 1,001 pages"),
    ],
)
def test_a_pdf_that_holds_no_article_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(ReadingError, match=says) as refusal:
        read_document(data)
    assert "\n" not in str(refusal.value)


def test_more_text_than_is_read_at_a_time_is_refused_by_the_program_that_reads_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sayso.reading.pdf._MOST_CHARACTERS", 300)
    assert paragraphs(pdf([column(STORY)])) == list(STORY)
    with pytest.raises(ReadingError, match="more text than"):
        read_document(pdf([column(STORY), column(STORY)]))


def bomb() -> bytes:
    """A page of some kilobytes that unfolds, twice compressed, to 4 GB of operators."""
    squeezed = zlib.compressobj(9)
    once = squeezed.compress(b"BT ET q Q " * 1_000_000) + squeezed.flush(zlib.Z_FULL_FLUSH)
    again = once[2:]  # without the two bytes of the head
    outer = zlib.compress(once + again * 400 + squeezed.flush(), 9).decode("latin-1")
    return assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            "<< >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << >> /Contents 5 0 R >>",
            f"<< /Length {len(outer)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n{outer}\nendstream",
        ]
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limits of this kind")
def test_a_bomb_ends_in_one_sentence_and_costs_this_process_no_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import resource

    monkeypatch.setattr("sayso.reading.pdf.CPU_SECONDS", 3)
    data, before = bomb(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # a browser, a server
    assert len(data) < 1_000_000
    with pytest.raises(ReadingError, match=r"cannot be read within 3 seconds and 1,000 MB"):
        read_document(data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss == before
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < max(MEMORY, others * 1024 + 1)


def test_a_text_is_not_read_as_a_pdf_and_a_pdf_not_as_a_text() -> None:
    with pytest.raises(ReadingError, match="is no PDF document"):
        read_document(b"The town was calm.", kind="pdf")
    with pytest.raises(ReadingError, match="is a PDF document"):
        read_document(pdf([column(STORY)]), kind="plain")

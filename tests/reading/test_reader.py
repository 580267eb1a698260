"""The way in, as a user meets it: the examples, and input that is no article."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading import ReadingError, read_document
from sayso.reading.intake import MAX_BYTES
from sayso.reading.sniffing import Kind
from sayso.schema.document import Document, document_id

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ARTICLES = (".txt", ".html")
SENTENCE = 'The minister said on Monday that the town was calm. "We are safe," she said.'


def kinds(document: Document) -> list[str]:
    return [passage.kind for passage in document.passages]


def texts(document: Document, kind: str) -> list[str]:
    return [document.text[at.start : at.end].strip() for at in document.passages if at.kind == kind]


def assert_tiled(document: Document) -> None:
    bounds = [(passage.start, passage.end) for passage in document.passages]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(document.text)
    assert all(start < end for start, end in bounds)
    assert all(left[1] == right[0] for left, right in pairwise(bounds))


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in ARTICLES))
def test_every_example_is_tiled_english_and_named_by_its_text(name: str) -> None:
    document = read_document(EXAMPLES / name)
    assert_tiled(document)
    assert document.language == "en"
    assert document.id == document_id(document.text)


def test_the_example_of_the_readme_has_its_head_in_parts() -> None:
    document = read_document(EXAMPLES / "border-convoy.txt")
    assert kinds(document) == ["headline", "summary", "byline", "dateline", "body"]
    assert document.title == "Aid convoy hit on Velmora border road as both sides trade blame"
    assert document.authors == ("Lena Orsk", "Tomas Veil")
    assert document.published == "2025-03-03"
    assert document.wire is None
    assert document.text == (EXAMPLES / "border-convoy.txt").read_text("utf-8")


def test_a_wire_story_without_a_year_in_its_dateline_has_no_date() -> None:
    document = read_document(EXAMPLES / "grain-vote.txt")
    assert document.wire == "Meridian News Agency"
    assert document.published is None
    assert document.authors == ("Ines Korda",)
    assert texts(document, "dateline") == ["PORT ASTEN, May 12 (Meridian News Agency) —"]
    assert texts(document, "boilerplate") == ["© 2025 Meridian News Agency. All rights reserved."]


def test_a_news_page_keeps_caption_and_correction_and_loses_the_site_around_it() -> None:
    document = read_document(EXAMPLES / "reservoir-dispute.html")
    assert kinds(document)[:5] == ["headline", "summary", "byline", "dateline", "caption"]
    assert kinds(document)[-2:] == ["commentary", "correction"]
    assert document.outlet == "The Haldmere Courier"
    assert document.authors == ("Noor Hallam", "Ivo Carrel")
    assert document.published == "2025-06-18"
    assert document.url == "https://courier.example/world/2025/jun/18/teskel-reservoir-talks"
    for around in ("Tweet", "inbox", "Farmers wait", "All rights", "Business"):
        assert around not in document.text
    assert "Arvania would not go to court" in document.text


def test_markdown_loses_its_marks_and_keeps_its_headings() -> None:
    document = read_document(EXAMPLES / "lake-election.md")
    assert texts(document, "headline") == [
        "Lake provinces vote as two candidates claim the lead",
        "Complaints",
    ]
    assert document.published == "2025-09-28"
    assert document.outlet == "Lakeland Observer"
    assert "we have won it clearly" in document.text
    assert "her campaign page that" in document.text
    assert texts(document, "commentary")[0].startswith("Analysis")
    assert not set("*#[]") & set(document.text.replace("* * *", ""))


def test_a_given_date_goes_before_what_the_page_says() -> None:
    page = EXAMPLES / "reservoir-dispute.html"
    assert read_document(page, date="2024-02-29").published == "2024-02-29"


@pytest.mark.parametrize("date", ["2025-13-01", "yesterday", "2025-02-30", "03/04/2025", ""])
def test_what_is_no_date_is_refused_with_an_example_of_one(date: str) -> None:
    with pytest.raises(ReadingError, match="as in 2026-11-22"):
        read_document(SENTENCE, date=date)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"", "is empty"),
        (b" \n\t ", "only white space"),
        ("", "is empty"),
        ("\u200b\u200b", "no readable characters"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG image"),
        (b"\x7fELF\x02\x01\x01\0" + bytes(64), "a compiled program"),
        (b"PK\x03\x04" + bytes(range(200)), "a ZIP archive or an Office document"),
        (b"%PDF-1.7\nsome text", "a PDF document"),
        (bytes(range(256)) * 8, "binary data"),
        (b"\0" * 100, "binary data"),
        (b"x" * (MAX_BYTES + 1), "larger than 20 MB"),
        (Path("no/such/file.txt"), "does not exist"),
        (EXAMPLES, "is a directory"),
        (Path("nul\0byte.txt"), "cannot be read"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article text"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(source: str | bytes | Path, says: str) -> None:
    with pytest.raises(ReadingError, match=says) as refusal:
        read_document(source)
    assert "\n" not in str(refusal.value)


def test_one_paragraph_has_no_headline_and_is_body() -> None:
    assert kinds(read_document(SENTENCE)) == ["body"]
    assert read_document("Rebels seize border town").title is None


def test_a_paragraph_of_200000_characters_is_read() -> None:
    document = read_document((SENTENCE + " ") * 2_600)
    assert len(document.text) > 200_000
    assert_tiled(document)


def test_ten_megabytes_are_refused_in_one_sentence() -> None:
    with pytest.raises(ReadingError, match=r"9,893,000 characters of text.*at most 1,000,000"):
        read_document((SENTENCE * 20 + "\n\n") * 6_500)


def test_a_book_is_read() -> None:
    document = read_document((SENTENCE * 20 + "\n\n") * 500)
    assert len(document.text) > 700_000
    assert_tiled(document)


def test_a_page_of_20000_nested_divs_keeps_the_words_inside() -> None:
    page = f"<html><body>{'<div>' * 20_000}<p>{SENTENCE}</p>{'</div>' * 20_000}</body></html>"
    assert read_document(page).text == SENTENCE


def test_a_page_of_hundreds_of_thousands_of_tags_is_refused() -> None:
    with pytest.raises(ReadingError, match="more than 300,000 tags"):
        read_document("<html><body>" + "<br>" * 400_000)


def test_another_language_is_read_and_named() -> None:
    text = "Le ministre a déclaré lundi que les troupes ont franchi la frontière et que la ville est calme."
    assert read_document(text).language == "fr"


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert read_document("The \ud800 minister spoke.").text == "The \ufffd minister spoke."


def test_plain_text_changes_length_only_by_what_was_removed() -> None:
    text = "Head\r\n\r\nThe town\u00a0was calm.\u200b\r\n"
    assert read_document(text).text == "Head\n\nThe town was calm.\n"


ODD_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("\n\n\n.:—-“”\"'()<>/*#•©By ABC123\ud800\0")), max_size=300
)
PIECES = st.sampled_from(
    "Editor's note: |By Jane Doe\n|\n\n|OPINION\n|PORT ASTEN (AP) — |I think |Correction:\n|“|• "
    "|<p>|</div>|<h1>|<figcaption>|# |> |FILE - |Read more: |* * *|a. B |This article was amended. ".split(
        "|"
    )
)


@given(
    st.one_of(ODD_TEXT, st.lists(PIECES, max_size=25).map("".join)),
    st.sampled_from(["plain", "html", "markdown"]),
)
@settings(max_examples=100, deadline=None)
def test_any_string_is_a_tiled_document_or_a_reading_error(text: str, kind: Kind) -> None:
    try:
        document = read_document(text, kind=kind)
    except ReadingError:
        return
    assert_tiled(document)


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_a_tiled_document_or_a_reading_error(data: bytes) -> None:
    try:
        document = read_document(data)
    except ReadingError:
        return
    assert_tiled(document)

from __future__ import annotations

import pytest

from sayso.reading import ReadingError, read_document


def test_headings_are_headlines_and_the_first_is_the_title() -> None:
    document = read_document(
        "# Bridge closed\n\nThe council met.\n\n## What now\n\nNobody knows.", kind="markdown"
    )
    assert document.title == "Bridge closed"
    assert [passage.kind for passage in document.passages] == ["headline", "body", "headline", "body"]


def test_marks_go_and_words_stay() -> None:
    source = "A **bold** *word*, a [link](https://a.example), `code` and ![a picture](p.png)\nover two lines."
    assert read_document(source, kind="markdown").text == (
        "A bold word, a link, code and a picture over two lines."
    )


def test_front_matter_tells_title_authors_and_date() -> None:
    source = (
        "---\ntitle: Bridge closed\nauthors: [Jane Doe, John Roe]\ndate: 2025-03-03\n---\nThe council met."
    )
    document = read_document(source, kind="markdown")
    assert (document.title, document.authors, document.published) == (
        "Bridge closed",
        ("Jane Doe", "John Roe"),
        "2025-03-03",
    )
    assert document.text == "Bridge closed\n\nThe council met."


@pytest.mark.parametrize("source", ["> " * 20_000 + "x", "[" * 50_000, "*a **b " * 5_000])
def test_nested_marks_do_not_hang(source: str) -> None:
    assert read_document(source, kind="markdown").text


def test_a_markdown_text_of_three_megabytes_is_refused() -> None:
    with pytest.raises(ReadingError, match="at most 2,000,000"):
        read_document("word " * 600_000, kind="markdown")

"""What came from an address, as a document to read."""

from __future__ import annotations

import pytest

from sayso.inputs.fetched import page_item
from sayso.inputs.item import Item, read_item
from sayso.reading.article import Metadata

URL = "https://courier.example/1"
PAGE = (
    "<html><body><h1>Café reopens</h1><p>The café in Telmara reopened on Friday, its owner said.</p></body>"
)


def item(content: bytes, content_type: str | None = None, charset: str | None = None) -> Item:
    return page_item(URL, content, url=URL, content_type=content_type, charset=charset)


def text(content: bytes, content_type: str | None = None, charset: str | None = None) -> str:
    return read_item(item(content, content_type, charset)).document.text


@pytest.mark.parametrize("content_type", ["text/html", "application/xhtml+xml", None, "application/pdf"])
def test_a_page_is_read_whatever_its_server_calls_it(content_type: str | None) -> None:
    assert "<p>" not in text(PAGE.encode(), content_type)


def test_plain_text_stays_as_it_is() -> None:
    assert text(b"The sign <b> stands for bold.", "text/plain") == "The sign <b> stands for bold."


def test_a_pdf_is_known_by_how_it_begins() -> None:
    assert item(b"%PDF-1.7\n", "application/octet-stream").kind == "pdf"
    assert item(b"%PDF-1.7\n", "text/html").kind == "pdf"


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", None),
        ("cp1252", "windows-1252"),
        ("utf-16", "utf-8"),
        ("iso8859-1", "no-such-thing"),
        ("iso8859-1", "utf-8"),
        ("iso8859-1", "hex"),
        ("iso8859-1", "idna"),
    ],
)
def test_the_encoding_that_the_server_names_is_used_where_it_fits(encoding: str, charset: str | None) -> None:
    assert "The café in Telmara" in text(PAGE.encode(encoding), "text/html", charset)


def test_the_encoding_that_the_server_names_goes_before_what_the_letters_look_like() -> None:
    word = "Кафе в Телмаре"
    page = f"<html><body><p>{word} открылось.</p></body>".encode("koi8-r")
    assert word in text(page, "text/html", "koi8-r")


@pytest.mark.parametrize(
    ("content_type", "step"),
    [
        ("image/png", "the article itself"),
        ("application/json", "the article itself"),
        ("application/rss+xml", "sayso watch"),
        ("application/atom+xml", "sayso watch"),
        ("text/xml", "sayso watch"),
    ],
)
def test_what_is_no_article_is_a_fault_that_names_it(content_type: str, step: str) -> None:
    fault = item(b"...", content_type).fault
    assert fault is not None
    assert content_type in fault
    assert step in fault


def test_where_it_came_from_and_what_a_feed_told_go_before_what_the_page_says() -> None:
    told = Metadata(title="Café opens again", outlet="Courier", url="https://feeds.example/1")
    page = page_item(URL, PAGE.encode(), url="https://courier.example/1?final", told=told)
    document = read_item(page).document
    assert (document.title, document.outlet, document.url) == (
        "Café opens again", "Courier", "https://courier.example/1?final",
    )  # fmt: skip

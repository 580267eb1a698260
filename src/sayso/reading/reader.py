"""The way in: a file, bytes or a string to a document."""

from __future__ import annotations

from pathlib import Path

from sayso.reading.article import Article
from sayso.reading.bylines import authors_of
from sayso.reading.dates import checked_date, stated_date
from sayso.reading.errors import ReadingError
from sayso.reading.html import read_html
from sayso.reading.intake import Intake, take_in
from sayso.reading.language import language_of
from sayso.reading.markdown import read_markdown
from sayso.reading.passages import passages
from sayso.reading.pdf import read_pdf
from sayso.reading.plain import read_plain
from sayso.reading.sniffing import Kind, kind_of
from sayso.reading.wire import credited_agency
from sayso.schema.document import Document, Passage, PassageKind, document_id
from sayso.text.words import find_words

# A book of 150,000 words. What the encoder says about more would not fit into 1.5 GB of memory.
MAX_CHARACTERS = 1_000_000
MAX_WORDS = 200_000  # of them, punctuation counted: a page of nothing but dots has more than prose has


def read_document(
    source: str | Path | bytes, *, date: str | None = None, kind: Kind | None = None, url: str | None = None
) -> Document:
    """The document in a file (`Path`), in bytes, or in a string, which is the text itself.

    Args:
        source: at most 20 MB (`sayso.reading.intake.MAX_BYTES`) with 1,000,000 characters of text.
        date: publication date as 2026-11-22; goes before what the document says.
        kind: how to read it; None to tell by suffix and content.
        url: where it was found; goes before what the document says.

    Raises:
        ReadingError: no article can be read from it; the message says what to do.
    """
    published = None if date is None else checked_date(date)
    intake = take_in(source, kind=kind)
    article = _article(intake, kind, url)
    if not article.text.strip():
        raise ReadingError(
            f"{intake.name} holds no readable characters; expected the text of an article", empty=True
        )
    if len(article.text) > MAX_CHARACTERS:
        raise ReadingError(
            f"{intake.name} holds {len(article.text):,} characters of text; sayso reads an article"
            f" or a report of at most {MAX_CHARACTERS:,} at a time: split it"
        )
    if len(article.text) > MAX_WORDS and len(find_words(article.text)) > MAX_WORDS:
        raise ReadingError(f"{intake.name} holds more than {MAX_WORDS:,} words and marks; split it")
    return _document(article, published=published, url=url)


def _article(intake: Intake, kind: Kind | None, url: str | None) -> Article:
    if intake.pdf is not None:
        return read_pdf(intake.pdf, name=intake.name)
    text = intake.text
    kind = kind or kind_of(text, intake.name)
    if kind == "html":
        return read_html(text, url=url)
    return read_markdown(text) if kind == "markdown" else read_plain(text)


def _document(article: Article, *, published: str | None, url: str | None) -> Document:
    told = article.metadata
    tiles = passages(article)
    bylines = _texts(article.text, tiles, "byline")
    datelines = _texts(article.text, tiles, "dateline")
    return Document(
        id=document_id(article.text),
        title=_title(article.text, tiles) or told.title,
        outlet=told.outlet,
        url=url or told.url,
        authors=told.authors or _authors(bylines),
        published=published or told.published or _first_date(datelines) or told.made,
        language=language_of(article.text),
        text=article.text,
        wire=credited_agency(
            datelines=datelines,
            credits=[*bylines, *told.authors],
            notices=_texts(article.text, tiles, "boilerplate"),
        ),
        passages=tiles,
    )


def _texts(text: str, tiles: tuple[Passage, ...], kind: PassageKind) -> list[str]:
    """Each line of the passages of one kind."""
    found = (text[tile.start : tile.end] for tile in tiles if tile.kind == kind)
    return [line.strip() for passage in found for line in passage.split("\n") if line.strip()]


def _title(text: str, tiles: tuple[Passage, ...]) -> str | None:
    """The headline above the body; a subhead further down is none."""
    for tile in tiles:
        if tile.kind == "headline":
            return " ".join(text[tile.start : tile.end].split())
        if tile.kind == "body":
            return None
    return None


def _authors(bylines: list[str]) -> tuple[str, ...]:
    return next((names for line in bylines if (names := authors_of(line))), ())


def _first_date(datelines: list[str]) -> str | None:
    return next((day for line in datelines if (day := stated_date(line))), None)

"""Markdown to an article: its words without the marks, and which of them are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.reading.article import Article, Block, Metadata, compose
from sayso.reading.dates import stated_date
from sayso.reading.errors import ReadingError
from sayso.reading.plain import read_plain

if TYPE_CHECKING:
    from markdown_it.token import Token

# Longer Markdown is not written by hand, and nested lists and quotations cost the parser dearly.
MAX_CHARACTERS = 2_000_000
# An article has tens of links; the parser's time grows with the square of brackets never closed.
_MOST_BRACKETS = 10_000
_FRONT_MATTER = re.compile(r"\A---[ ]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ ]*:[ ]*(.*)$", re.MULTILINE)
_LIST_OF_NAMES = re.compile(r"\s*(?:,|;|\band\b)\s*")
_TAG = re.compile(r"<[^<>]{0,1000}>")


def read_markdown(text: str) -> Article:
    """The article in a Markdown text, with what its front matter says.

    Raises:
        ReadingError: more than 2,000,000 characters.
    """
    if len(text) > MAX_CHARACTERS:
        raise ReadingError(
            f"the Markdown text has {len(text):,} characters; "
            f"at most {MAX_CHARACTERS:,} are read, so split it"
        )
    if text.count("[") > _MOST_BRACKETS:
        return read_plain(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    metadata = _metadata(front[1]) if front else Metadata()
    blocks = list(_blocks(text[front.end() if front else 0 :]))
    if metadata.title and not any(block.heading for block in blocks[:3]):
        blocks.insert(0, Block(metadata.title, heading=True))
    article = compose(blocks, metadata)
    # The parser gives nothing for what is nested deeper than anybody writes.
    return article if article.text else read_plain(text)


def _metadata(front: str) -> Metadata:
    """Title, author, date, outlet and url of a front matter of `key: value` lines."""
    fields = {name.lower(): value.strip().strip("\"'") for name, value in _FIELD.findall(front)}
    authors = _LIST_OF_NAMES.split(fields.get("author", fields.get("authors", "")).strip("[] "))
    return Metadata(
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or fields.get("publisher") or fields.get("site") or None,
        url=fields.get("url") or fields.get("link") or None,
        authors=tuple(name.strip("\"' ") for name in authors if name.strip("\"' ")),
        published=stated_date(fields.get("date", fields.get("published", ""))),
    )


def _blocks(text: str) -> Iterator[Block]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(text)
    heading = False
    for token in tokens:
        if token.type == "heading_open":
            heading = True
        elif token.type == "inline":
            yield Block(_words(token.children or ()), heading=heading)
            heading = False
        elif token.type in ("fence", "code_block"):
            yield from (Block(part) for part in token.content.split("\n\n"))
        elif token.type == "html_block":
            yield Block(_TAG.sub(" ", token.content))
        elif token.type == "hr":
            yield Block("* * *")


def _words(tokens: Sequence[Token]) -> str:
    """The words of a paragraph; a picture leaves its description, a tag nothing."""
    breaks = {"softbreak": " ", "hardbreak": " ", "html_inline": ""}
    return "".join(breaks.get(token.type, token.content) for token in tokens)

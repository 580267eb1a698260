"""Feeds (RSS and Atom): an entry to a document."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser

from sayso.inputs.columns import Columns
from sayso.inputs.defusing import vet
from sayso.inputs.item import Item
from sayso.reading import ReadingError
from sayso.reading.article import Metadata
from sayso.reading.dates import stated_date
from sayso.reading.decoding import decode
from sayso.reading.intake import MAX_BYTES

SUFFIXES = frozenset((".rss", ".atom", ".xml", ".rdf"))
_ALWAYS = frozenset((".rss", ".atom"))
_FEED = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]")
_HEAD_BYTES = 4_096
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HEADING = re.compile(r"<h1\b", re.IGNORECASE)
# RSS wants "desk@courier.example (Ada Roe)" of an author.
_MAILBOX = re.compile(r"\S+@\S+\s+\((.{1,200})\)")
# What a feed gives in two sentences is a summary; many feeds give the whole article where that belongs.
_SUMMARY_WORDS = 100


def is_feed(path: Path) -> bool:
    """Whether a file is a feed by its name, or by its first tags where the name may mean other XML."""
    suffix = path.suffix.lower()
    if suffix in _ALWAYS:
        return True
    if (suffix and suffix not in SUFFIXES) or not path.is_file():
        return False
    with path.open("rb") as file:
        return _FEED.search(decode(file.read(_HEAD_BYTES))) is not None


def feed_items(path: Path, _: Columns) -> Iterator[Item]:
    """The entries of a feed in a file; raises as `entry_items` does."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    yield from entry_items(data, name=str(path))


def entry_items(data: bytes, *, name: str) -> Iterator[Item]:
    """The entries of a feed, each with what it says about itself.

    `fields` has `feed`, the title of the feed, which is the outlet only where the entry names no
    other; `id`; and `summary`, true where there is no more of the article than that.

    Raises:
        ReadingError: it is no feed, declares entities or is larger than 20 MB.
    """
    if len(data) > MAX_BYTES:
        raise ReadingError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB; expected a feed")
    text = decode(data)
    vet(text, name)
    # Bytes in memory: a string that begins with http:// would be fetched.
    found: Any = feedparser.parse(
        BytesIO(text.encode("utf-8", "replace")),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not found.get("version"):
        raise ReadingError(f"{name} is no feed; expected RSS or Atom")
    title = _line(found.feed.get("title"))
    for number, entry in enumerate(found.entries, 1):
        yield _item(f"{name}, entry {number}", entry, title)


def _item(name: str, entry: Mapping[str, Any], feed: str | None) -> Item:
    title = _line(entry.get("title"))
    words, is_summary = _words(entry)
    fields = {"feed": feed, "id": entry.get("id"), "credit": entry.get("credit"), "summary": is_summary}
    if not words and not title:
        return Item(name, fault="the entry has no content, no summary and no title")
    return Item(
        name,
        content=_page(title, words),
        kind="html",
        told=Metadata(
            title=title,
            outlet=_line(entry.get("source", {}).get("title")) or feed,
            url=_line(entry.get("link")),
            authors=tuple(_authors(entry)),
            published=stated_date(entry.get("published") or entry.get("updated") or ""),
        ),
        fields={field: value for field, value in fields.items() if value},
    )


def _words(entry: Mapping[str, Any]) -> tuple[str, bool]:
    """The content of an entry as HTML, and whether it is no more than a summary."""
    given = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    best: Mapping[str, Any] = next((part for part in given if (part.get("value") or "").strip()), {})
    words = best.get("value") or ""
    short = len(_TAG.sub(" ", words).split()) <= _SUMMARY_WORDS
    if best.get("type") == "text/plain":
        paragraphs = (html.escape(part) for part in words.split("\n\n"))
        words = "".join(f"<p>{part}</p>" for part in paragraphs)
    return words, short and not entry.get("content")


def _page(title: str | None, words: str) -> str:
    """A page such as the article's own, with its headline."""
    heading = f"<h1>{html.escape(title)}</h1>" if title and not _HEADING.search(words) else ""
    return f"<html><body><article>{heading}<div>{words}</div></article></body></html>"


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    if mailbox := _MAILBOX.fullmatch((entry.get("author") or "").strip()):
        yield mailbox[1]
        return
    names = (_line(author.get("name")) for author in entry.get("authors", ()))
    yield from dict.fromkeys(name for name in names if name)


def _line(text: object) -> str | None:
    """A title on one line, its marks taken out."""
    return " ".join(html.unescape(_TAG.sub("", text)).split()) or None if isinstance(text, str) else None

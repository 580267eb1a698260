"""The content of a web address as a document to read."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from sayso.inputs.item import NOTHING, Item
from sayso.reading.article import Metadata
from sayso.reading.decoding import is_wide
from sayso.reading.sniffing import Kind

_KINDS: dict[str, Kind | None] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "plain",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    # Servers call many things these: the content tells.
    "application/pdf": None,
    "application/octet-stream": None,
    "binary/octet-stream": None,
    "application/x-download": None,
}
_FEED = re.compile(r"application/(?:rss|atom|rdf)\+xml|(?:application|text)/xml|application/feed\+json")
_PDF = b"%PDF-"
# Encodings that pages are written in. Python knows others by name, of which some take hours ("punycode").
_CODEC = re.compile(r"iso8859|iso2022|cp\d|koi8|mac|utf-(?:8|16|32)|gb|big5|euc|shift|hz|tis|ascii|johab")


def page_item(
    name: str,
    content: bytes,
    *,
    url: str,
    content_type: str | None = None,
    charset: str | None = None,
    told: Metadata = NOTHING,
) -> Item:
    """The document of one address.

    Args:
        name: the address as it was asked for, for messages.
        content: what came.
        url: where it came from, behind all redirects.
        content_type: as the server says, such as "text/html"; None to tell by the content.
        charset: as the server says.
        told: what a feed says about it; goes before what the page says.
    """
    told = replace(told, url=url)
    if content.startswith(_PDF):
        return Item(name, content=content, kind="pdf", told=told)
    if content_type is not None and content_type not in _KINDS:
        return Item(name, told=told, fault=_refusal(content_type))
    kind = _KINDS.get(content_type) if content_type else None
    return Item(name, content=_decoded(content, charset), kind=kind, told=told)


def _refusal(content_type: str) -> str:
    told = f"its content is {content_type:.60}; expected a page, a PDF or plain text"
    if _FEED.fullmatch(content_type):
        return f"{told}: to follow a feed, give it to `sayso watch`"
    return f"{told}: give the address of the article itself"


def _decoded(content: bytes, charset: str | None) -> str | bytes:
    """Text where the server names an encoding that fits; servers claim Latin-1 for much that is UTF-8."""
    if charset is None or is_wide(content) or _fits(content, "utf-8"):
        return content
    try:
        encoding = codecs.lookup(charset).name
        return content.decode(encoding) if _CODEC.match(encoding) else content
    except (LookupError, ValueError):
        return content


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeError:
        return False
    return True

"""A record of a web archive to the document in it."""

from __future__ import annotations

import zlib
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from warcio.statusandheaders import (
    StatusAndHeaders,
    StatusAndHeadersParser,
    StatusAndHeadersParserException,
)

from sayso.inputs.fetched import page_item
from sayso.inputs.httpbody import body_of
from sayso.inputs.item import Item
from sayso.reading.intake import MAX_BYTES

_KINDS = frozenset(("text/html", "application/xhtml+xml", "text/plain", "application/pdf"))
# An answer, and one that was the same as before, which most crawlers keep without its page.
_ANSWERS = ("response", "revisit")
# What a crawler kept without an answer; a text made of a page (WET).
_FILES = ("resource", "conversion")
_PROTOCOLS = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"]
_CARRIED = {"captured": "WARC-Date", "truncated": "WARC-Truncated"}
_LONGEST_URL = 200


def record_item(name: str, record: Any) -> Item | None:
    """The item of a record of warcio, whose HTTP head is not parsed; None for what is no article.

    Its date is that of the capture, `fields["captured"]`: when it was published the page must say.
    """
    if record.rec_type not in (*_ANSWERS, *_FILES):
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip()
    name = f"{name} ({url:.{_LONGEST_URL}})" if url else name
    if record.length > MAX_BYTES:
        return Item(
            name, fault=f"the record is larger than {MAX_BYTES // 1_000_000} MB; expected one article"
        )
    head, data = record.rec_headers, record.raw_stream.read(record.length)
    if record.rec_type in _ANSWERS:
        head, data = _answer(data)
    kind = _said(head, "Content-Type").split(";")[0].strip()
    if kind not in _KINDS or not data or urlsplit(url).path == "/robots.txt":
        return None
    carried = {field: record.rec_headers.get_header(header) for field, header in _CARRIED.items()}
    try:
        content = body_of(
            data, transfer=_said(head, "Transfer-Encoding"), encoding=_said(head, "Content-Encoding")
        )
    except (ValueError, zlib.error) as error:
        return Item(name, fault=f"the body of the answer cannot be read: {error}")
    item = page_item(name, content, url=url, content_type=kind, charset=_charset(head))
    return replace(item, fields={field: value for field, value in carried.items() if value})


def _answer(data: bytes) -> tuple[StatusAndHeaders, bytes]:
    """The head and the body of an HTTP answer; an empty body where it was not answered with 200."""
    stream = BytesIO(data)
    try:
        head = StatusAndHeadersParser(_PROTOCOLS).parse(stream)
    except (StatusAndHeadersParserException, EOFError, ValueError):
        return StatusAndHeaders("", []), b""
    return head, stream.read() if head.get_statuscode() == "200" else b""


def _said(head: StatusAndHeaders, name: str) -> str:
    return (head.get_header(name) or "").strip().lower()


def _charset(head: StatusAndHeaders) -> str | None:
    """The charset in "text/html; charset=utf-8"."""
    _, _, said = _said(head, "Content-Type").partition("charset=")
    return said.split(";")[0].strip(" \"'") or None

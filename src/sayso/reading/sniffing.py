"""What kind of thing came in: text, a page, or something that holds no text at all."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from sayso.reading.errors import ReadingError

Kind = Literal["plain", "html", "markdown", "pdf"]

_SUFFIXES: dict[str, Kind] = {
    ".txt": "plain",
    ".text": "plain",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
_PAGE = re.compile(
    r"\s*(?:<\?[^>]{0,200}>\s*){0,5}(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_XML_SUFFIXES = frozenset((".xml", ".rdf", ".opml"))
_XML = re.compile(r"\s*<\?xml\s")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x7fELF", "a compiled program"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"RIFF", "a RIFF media file"),
    (b"OggS\x00", "an Ogg media file"),
    (b"ID3", "an MP3 file"),
)
# These begin like words: they count only where bytes follow that no text has.
_WORDLIKE = (b"RIFF", b"ID3", b"BZh")
_SAMPLE_BYTES = 4_096
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\r\f\v\x08\x1b\0")
_MOST_CONTROLS = 0.05
_MOST_NULS = 0.3


def kind_of(text: str, name: str) -> Kind:
    """The kind of a text by the suffix of its name and by how it begins.

    Raises:
        ReadingError: it is XML and no page, so that its text would be read together with its tags.
    """
    kind = _SUFFIXES.get(PurePath(name).suffix.lower())
    if kind == "markdown":
        return kind
    if _PAGE.match(text):
        return "html"
    if kind == "html" and _TAG.search(text):
        return "html"
    if _XML.match(text) or (PurePath(name).suffix.lower() in _XML_SUFFIXES and _TAG.search(text)):
        raise ReadingError(f"{name} is XML but neither a page nor a feed; save the article as text or HTML")
    return "plain"


def refuse_binary(data: bytes, name: str) -> None:
    """Raises ReadingError where `data` is no text, and says what it is if that can be told.

    UTF-16 text must be decoded before: half of its bytes are NUL.
    """
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    noisy = controls > _MOST_CONTROLS * len(sample) or sample.count(0) > _MOST_NULS * len(sample)
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and (noisy or signature not in _WORDLIKE):
            raise ReadingError(_refusal(name, what))
    if noisy:
        raise ReadingError(_refusal(name, "binary data, not text"))


def _refusal(name: str, what: str) -> str:
    return (
        f"{name} is {what}; sayso reads plain text, HTML, Markdown and PDF,"
        " so save the article as one of these"
    )

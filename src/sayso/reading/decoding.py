"""Bytes to characters, whatever the file claims about itself."""

from __future__ import annotations

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Charsets of pages by Python's names; it knows other codecs, some of which take hours ("punycode").
_CHARSET = re.compile(
    r"iso8859|iso2022|cp\d|koi8|mac|utf-(?:8|16|32)|gb|big5|euc|shift|hz|tis|ascii|johab|kz1048"
)
_HEAD_BYTES = 8_192
_SAMPLE_BYTES = 16_384
_HIGH = re.compile(rb"[\x80-\xff]")
# English, French or German in a one-byte encoding has at most one accented letter in eight;
# Cyrillic, Greek or Japanese text has hardly anything else.
_WESTERN_SHARE = 0.125
_GOOD_PER_BAD = 2


def decode(data: bytes) -> str:
    """The text of these bytes; never fails, what cannot be decoded becomes U+FFFD."""
    return data.decode(encoding_of(data), "replace")


def encoding_of(data: bytes) -> str:
    """The name of the codec that reads these bytes.

    A byte-order mark decides; then UTF-8, which other text is almost never valid as, before any
    declaration, because pages lie about this; then what the page declares; then what the letters
    look like; and last Windows-1252, the usual encoding of old English pages.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide(data):
        return wide
    found = _escaped(data) or _utf8(data) or _strictly(data, _declaration(data))
    return found or _guessed(data) or "cp1252"


def is_wide(data: bytes) -> bool:
    """Whether these bytes are UTF-16 or UTF-32, so that NUL bytes among them mean nothing."""
    return data.startswith(tuple(mark for mark, _ in _MARKS[1:])) or _wide(data) is not None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in European text every second byte is NUL."""
    sample = data[:_SAMPLE_BYTES]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < 0.6 * half or min(even, odd) > 0.1 * half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _escaped(data: bytes) -> str | None:
    """ISO-2022, which is plain ASCII to the eye, by its escape sequences and its declaration."""
    if b"\x1b" not in data:
        return None
    name = _declaration(data)
    return _strictly(data, name) if name and name.startswith("iso2022") else None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also where a few bytes of it are damaged."""
    if _strictly(data, "utf-8"):
        return "utf-8"
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))
    return "utf-8" if good > _GOOD_PER_BAD * bad else None


def _declaration(data: bytes) -> str | None:
    """The codec that the head of a page declares, by Python's name; None where it is no text codec."""
    match = _DECLARED.search(data[:_HEAD_BYTES])
    if match is None:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except (LookupError, ValueError):
        return None
    return name if _CHARSET.match(name) else None


def _guessed(data: bytes) -> str | None:
    """What the letters look like, asked only of text that is clearly not western."""
    start = max(_first_high(data) - _SAMPLE_BYTES // 4, 0)
    sample = data[start : start + _SAMPLE_BYTES]
    if len(_HIGH.findall(sample)) <= _WESTERN_SHARE * len(sample):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample, steps=5, chunk_size=512).best()
    return best.encoding if best is not None else None


def _first_high(data: bytes) -> int:
    match = _HIGH.search(data)
    return match.start() if match else 0


def _strictly(data: bytes, encoding: str | None) -> str | None:
    """`encoding`, where all of these bytes are valid in it."""
    if encoding is None:
        return None
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return encoding

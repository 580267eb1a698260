"""The paragraphs of a Word document (DOCX), within fixed bounds and without Word's own library.

A DOCX file is a ZIP archive whose part `word/document.xml` holds the text; headers and footers of
the pages are parts of their own and stay unread. The part is unpacked and parsed piece by piece, so
that neither a small archive of a huge part nor entities that multiply cost more than the bounds.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import IO
from xml.parsers import expat

from sayso.reading import ReadingError

SIGNATURE = b"PK\x03\x04"
# 500 articles of 1,000 words have some 30 MB of markup.
MAX_UNPACKED = 100_000_000
# Names of the parts in the archive: a document with a hundred pictures has 10 kB of them.
_MAX_DIRECTORY = 1_000_000
_PART = "word/document.xml"
_CHUNK_BYTES = 65_536
_WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
         "http://purl.oclc.org/ooxml/wordprocessingml/main ")  # fmt: skip
_END_RECORD = b"PK\x05\x06"
_LARGE_END_RECORD = b"PK\x06\x07"
_END_BYTES = 22
_LARGE_END_BYTES = 20
_LONGEST_COMMENT = 65_535
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What was deleted, and the code of a field, is no text; the drawing of a picture has words for the blind.
_UNREAD = frozenset(("del", "moveFrom", "instrText", "drawing", "pict", "object"))


def docx_lines(data: bytes) -> list[str]:
    """The lines of a document in their order, an empty one after each paragraph or cell.

    Raises:
        ReadingError: no DOCX file, a damaged or an encrypted one, or one beyond the bounds.
    """
    try:
        _refuse_large_directory(data)
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(_checked_part(archive)) as part:
            return _lines(part)
    except KeyError:
        raise ReadingError(f"the archive has no part {_PART}; expected a Word document (.docx)") from None
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, ValueError) as error:
        raise ReadingError(f"the Word document is damaged ({error}); export it again") from None
    except (RuntimeError, NotImplementedError) as error:
        raise ReadingError(f"the Word document cannot be unpacked ({error}); save it again") from None


def _refuse_large_directory(data: bytes) -> None:
    """Before they are listed: a record is held for each part of the archive."""
    tail = data[-_END_BYTES - _LONGEST_COMMENT - _LARGE_END_BYTES :]
    at = tail.rfind(_END_RECORD)
    directory = int.from_bytes(tail[at + 12 : at + 16], "little")
    if at < 0 or len(tail) - at < _END_BYTES:
        raise ReadingError("the archive has no end; the file was cut off: export it again")
    if directory > _MAX_DIRECTORY or _LARGE_END_RECORD in tail:
        raise ReadingError("the archive has far more parts than a Word document; expected a .docx file")


def _checked_part(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    part = archive.getinfo(_PART)
    if part.flag_bits & 1:
        raise ReadingError("the Word document is encrypted; save it without a password")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ReadingError("the Word document is packed in a way that Word does not use; save it again")
    if part.file_size > MAX_UNPACKED:
        raise ReadingError(_too_large())
    return part


def _too_large() -> str:
    return f"the Word document unpacks to more than {MAX_UNPACKED // 1_000_000} MB; export fewer at a time"


def _lines(part: IO[bytes]) -> list[str]:
    target = _Target()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = target.start
    parser.EndElementHandler = target.end
    parser.CharacterDataHandler = target.data
    parser.StartDoctypeDeclHandler = _refuse_declarations
    unpacked = 0
    while chunk := part.read(_CHUNK_BYTES):
        unpacked += len(chunk)
        if unpacked > MAX_UNPACKED:
            raise ReadingError(_too_large())
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    return target.lines


def _refuse_declarations(*_: object) -> None:
    """Word writes no document type; one is there to define entities."""
    raise ReadingError("the Word document defines XML entities, which Word never does; it is refused")


class _Target:
    """Receives the parser's events."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._parts: list[str] = []
        self._in_text = False
        self._unread = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        tag = _local(name)
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "t":
            self._in_text = True
        elif tag in _BREAKS and not self._unread:
            self._parts.append(_BREAKS[tag])

    def end(self, name: str) -> None:
        tag = _local(name)
        if tag in _UNREAD:
            self._unread -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "p" and not self._unread:
            text = "".join(self._parts)
            if text or not self.lines or self.lines[-1]:
                self.lines += [*text.split("\n"), ""]
            self._parts.clear()

    def data(self, text: str) -> None:
        if self._in_text and not self._unread:
            self._parts.append(text)


def _local(name: str) -> str:
    """The name of one of Word's own elements without its namespace; "" of any other."""
    space, _, local = name.rpartition(" ")
    return local if f"{space} " in _WORD else ""

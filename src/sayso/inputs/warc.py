"""Web archives: the pages, texts and PDFs among the answers that a crawler kept."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import Any, cast

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from sayso.inputs.bounded import Bounded
from sayso.inputs.columns import Columns
from sayso.inputs.item import Item
from sayso.inputs.warcrecord import record_item
from sayso.reading import ReadingError

SUFFIXES = frozenset((".warc", ".warc.gz", ".wacz"))
_MAGIC = b"WARC/"
# Between two records: the end of the one and the head of the next, with its longest addresses.
_HEAD_BYTES = 1_000_000
_DAMAGES = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    ValueError,
    EOFError,
    OSError,
)


def is_warc(path: Path) -> bool:
    """Whether a file is a web archive by its name, or by its first bytes."""
    if path.name.lower().endswith(tuple(SUFFIXES)):
        return True
    if path.suffix or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def warc_items(path: Path, _: Columns) -> Iterator[Item]:
    """The pages, texts and PDFs that were answered with 200; of one that is too long nothing is kept.

    A damaged file gives what stands before the damage, then an item with a fault.

    Raises:
        ReadingError: the file is no web archive.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        if not path.name.lower().endswith(".wacz"):
            yield from _file_items(str(path), file, packed=path.stat().st_size)
            return
        yield from _zip_items(path, file)


def _zip_items(path: Path, file: BufferedIOBase) -> Iterator[Item]:
    """The items of a WACZ: a zip of WARC files with an index that is not needed to read them."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadingError(f"{path} is no WACZ ({error}); expected a zip that holds WARC files") from None
    with archive:
        inside = [name for name in archive.namelist() if name.lower().endswith((".warc", ".warc.gz"))]
        if not inside:
            raise ReadingError(f"{path} holds no WARC file; expected some below archive/")
        for name in sorted(inside):
            yield from _member_items(f"{path}, {name}", archive, name)


def _member_items(name: str, archive: zipfile.ZipFile, inside: str) -> Iterator[Item]:
    """The items of a file in a zip; one with a fault where it cannot be read."""
    packed = archive.getinfo(inside).compress_size
    try:
        with archive.open(inside) as member:
            yield from _file_items(name, cast(BufferedIOBase, member), packed=packed)
    except ReadingError as error:
        yield Item(name, fault=str(error).removeprefix(name).lstrip())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        yield Item(name, fault=f"the file in the zip cannot be unpacked ({_reason(error)})")


def _file_items(name: str, file: BufferedIOBase, *, packed: int) -> Iterator[Item]:
    stream, number = Bounded(file, packed=packed), 0
    try:
        for number, record in enumerate(_records(stream), 1):
            item = record_item(f"{name}, record {number}", record)
            if item is not None:
                yield item
    except _DAMAGES as error:
        if not number:
            raise ReadingError(f"{name} is no WARC that can be read ({_reason(error)})") from None
        fault = f"the file is damaged after record {number} ({_reason(error)}); the rest of it is not read"
        yield Item(name, fault=fault)


class _Records(WARCIterator):  # type: ignore[misc]
    """warcio's records; what stands between two where nothing should is not printed."""

    INC_RECORD = ""


def _records(stream: Bounded) -> Iterator[Any]:
    """The records as warcio cuts them, the HTTP heads in them not parsed; read each before the next."""
    stream.allow(_HEAD_BYTES)
    records = _Records(stream, no_record_parse=True)
    records.reader.set_decomp(None)  # the stream is unpacked already, and only once
    for record in records:
        if record.length is None:
            raise ValueError("a record does not say how long it is")
        stream.allow(None)
        yield record
        while record.raw_stream.read(_HEAD_BYTES):
            pass
        if record.raw_stream.limit:
            raise EOFError("a record is cut off")
        stream.allow(_HEAD_BYTES)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

"""The lines of a table, packed or not, one at a time and within bounds."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path, PurePosixPath
from typing import cast

from sayso.inputs.bounded import Bounded
from sayso.reading import ReadingError

# The longest rows, with all names of a story in three columns, have some 20 KB.
MAX_LINE = 1_000_000  # bytes
_ZIP = b"PK\x03\x04"
_BINARY = b"\0"
_LITTER = ("__MACOSX/", ".")  # what systems leave in archives
_ARCHIVES = (".zip", ".gz", ".7z", ".rar", ".tar")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table.

    Attributes:
        number: from 1.
        text: without its end; None where it is longer than any row.
    """

    number: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a file, or a file in a zip.

    Attributes:
        name: for messages.
        lines: read them before asking for the next table.
        alone: whether there is no other in the file.
    """

    name: str
    lines: Iterator[Line]
    alone: bool = True


def tables(path: Path) -> Iterator[Table]:
    """The tables of a file: itself, or what a zip holds; gzip is unpacked on the way.

    Their lines raise ReadingError where the file is damaged, binary, or unpacks to too much.

    Raises:
        ReadingError: it does not exist, is a folder, or is a zip without a table.
    """
    if path.is_dir():
        raise ReadingError(f"{path} is a folder; name the tables in it, as in '{path}/*.zip'")
    if not path.is_file():
        raise ReadingError(f"{path} does not exist, or is no regular file; give a table on disk")
    with path.open("rb") as file:
        begins = file.read(len(_ZIP))
        file.seek(0)
        if begins == _ZIP:
            yield from _zipped(path, file)
        else:
            yield Table(str(path), _lines(str(path), file, packed=path.stat().st_size))


def _zipped(path: Path, file: BufferedIOBase) -> Iterator[Table]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadingError(f"{path} is no zip that can be read ({error}); fetch it again") from None
    with archive:
        inside = sorted(each.filename for each in archive.infolist() if not each.is_dir())
        inside = [name for name in inside if _outside(name) or not name.startswith(_LITTER)]
        if not inside:
            raise ReadingError(f"{path} is a zip that holds nothing; expected a table")
        for name in inside:
            if name.lower().endswith(_ARCHIVES) and not _outside(name):
                raise ReadingError(f"{path} holds {name}, an archive in an archive; unpack {path.name} first")
        for name in inside:
            whole = f"{path}, {name}"
            lines = _unread(whole) if _outside(name) else _member(whole, archive, name)
            yield Table(whole, lines, alone=len(inside) == 1)


def _outside(name: str) -> bool:
    """Whether a name leads out of the folder that a zip is unpacked in, as "../../etc/hosts" would."""
    plain = PurePosixPath(name.replace("\\", "/"))
    return plain.is_absolute() or ".." in plain.parts


def _unread(name: str) -> Iterator[Line]:
    raise ReadingError(f"{name}: this name leads outside of the zip, so it is not read; pack the table anew")
    yield  # no line, but what has lines


def _member(name: str, archive: zipfile.ZipFile, inside: str) -> Iterator[Line]:
    packed = archive.getinfo(inside).compress_size
    try:
        with archive.open(inside) as member:
            yield from _lines(name, cast(BufferedIOBase, member), packed=packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        raise ReadingError(f"{name} cannot be unpacked ({error}); fetch the zip again") from None


def _lines(name: str, file: BufferedIOBase, *, packed: int) -> Iterator[Line]:
    try:
        stream = Bounded(file, packed=packed)
        for number, line in enumerate(_cut(stream), 1):
            if number == 1 and line is not None and _BINARY in line:
                raise ReadingError(f"{name} is no text; expected a table of tab-separated values")
            yield Line(number, None if line is None else _decoded(line))
    except ValueError as error:  # damaged, or swelling
        if isinstance(error, ReadingError):
            raise
        raise ReadingError(f"{name} cannot be read to its end ({error}); fetch it again") from None


def _cut(stream: Bounded) -> Iterator[bytes | None]:
    """The bytes of each line without its end; None for one that is too long, whose bytes are passed over."""
    held, passing = b"", False
    while data := stream.read():
        *whole, held = (held + data).split(b"\n")
        for line in whole:
            yield None if passing or len(line) > MAX_LINE else line.removesuffix(b"\r")
            passing = False
        if len(held) > MAX_LINE:
            held, passing = b"", True
    if held or passing:
        yield None if passing else held.removesuffix(b"\r")


def _decoded(line: bytes) -> str:
    """UTF-8, as all of them are said to be; a line that is not is of the older encoding of the West."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")

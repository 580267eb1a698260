"""The parts of an archive of strangers, and of archives in it, within bounds."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from sayso.reading import ReadingError

MOST_WHOLE = 1_000_000_000  # bytes that all of it may unpack to
_MOST_PARTS = 100_000
_DEEPEST = 2  # a project is an archive that holds one of each document
_ZIP = b"PK\x03\x04"


def is_archive(file: IO[bytes]) -> bool:
    """Whether a file that can be wound back begins as one."""
    begins = file.read(len(_ZIP))
    file.seek(0)
    return begins == _ZIP


def parts(file: IO[bytes], name: str, *, suffix: str, most: int) -> Iterator[tuple[str, bytes]]:
    """Name and content of the parts that have this suffix, in the order of the archive.

    Args:
        name: of the archive, for errors.
        most: bytes of one part.

    Raises:
        ReadingError: it is damaged, encrypted or beyond the bounds.
    """
    yield from _parts(file, name, (suffix, ".zip"), _Left(most, MOST_WHOLE), _DEEPEST)


class _Left:
    """How much may still be unpacked: bytes of one part, and of all."""

    def __init__(self, part: int, whole: int) -> None:
        self.part, self.whole = part, whole

    @property
    def now(self) -> int:
        return min(self.part, self.whole)


def _parts(
    file: IO[bytes], name: str, suffixes: tuple[str, ...], left: _Left, deeper: int
) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(file) as archive:
            every = archive.infolist()
            if len(every) > _MOST_PARTS:
                raise ReadingError(f"{name} has {len(every):,} parts; expected at most {_MOST_PARTS:,}")
            for part in every:
                if part.is_dir() or not part.filename.casefold().endswith(suffixes):
                    continue
                data = _unpacked(archive, part, left)
                if not data.startswith(_ZIP):
                    yield part.filename, data
                elif deeper:
                    yield from _parts(BytesIO(data), part.filename, suffixes, left, deeper - 1)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise ReadingError(f"{name} is a damaged archive ({error}); export it again") from None
    except (RuntimeError, NotImplementedError) as error:
        raise ReadingError(f"{name} cannot be unpacked ({error}); export it without a password") from None


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: _Left) -> bytes:
    """A part whole; what its head says about its size is not believed."""
    with archive.open(part) as stream:
        data = stream.read(left.now + 1)
    if len(data) > left.now:
        raise ReadingError(f"{part.filename} unpacks to more than {left.now:,} bytes; export fewer documents")
    left.whole -= len(data)
    return data

"""Streams of strangers, read within bounds: packed ones swell no further than they are allowed to."""

from __future__ import annotations

import gzip
import zlib
from io import BufferedIOBase

GZIP = b"\x1f\x8b"
# Of a packed file this much is unpacked whatever its size, and beyond that so many times its size.
# Pages are packed to a tenth, tables and logs to a hundredth.
FREE_BYTES = 500_000_000
MOST_TIMES = 200
_BLOCK = 65_536


class SwellingError(ValueError):
    """Something unpacks to more than it may."""


class Bounded:
    """A stream of bytes that ends with an error where more is taken than is allowed.

    Attributes:
        taken: bytes read from it until now.
    """

    def __init__(self, stream: BufferedIOBase, *, packed: int) -> None:
        """`packed` is the size of the file on disk, in bytes."""
        self._stream = _unpacked(stream)
        self._most = max(FREE_BYTES, MOST_TIMES * packed)
        self.taken = 0
        self._allowed: int | None = None

    def allow(self, size: int | None) -> None:
        """From here on `size` bytes may be read, or as many as the whole may have where it is None."""
        self._allowed = None if size is None else self.taken + size

    def read(self, size: int = _BLOCK) -> bytes:
        """At most `size` bytes and never more than 64 KB; b"" at the end.

        Raises:
            SwellingError: more was read than is allowed.
            ValueError: what is packed is damaged.
        """
        try:
            # What stands before the damage is given; `read` would lose it.
            data = self._stream.read1(min(size, _BLOCK) if size >= 0 else _BLOCK)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ValueError(str(error)) from error
        self.taken += len(data)
        if self.taken > self._most:
            raise SwellingError(f"it unpacks to more than {self._most // 1_000_000:,} MB")
        if self._allowed is not None and self.taken > self._allowed:
            raise SwellingError("it has a head without an end")
        return data

    def tell(self) -> int:
        return self.taken


def _unpacked(stream: BufferedIOBase) -> BufferedIOBase:
    """The stream itself, or what it holds where it is packed by gzip, in one piece or in many."""
    begins = stream.read(len(GZIP))
    stream.seek(0)
    return gzip.GzipFile(fileobj=stream) if begins == GZIP else stream

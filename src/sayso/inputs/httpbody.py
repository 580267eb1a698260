"""The body of an HTTP answer as it was sent, to the page that it is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from sayso.reading.intake import MAX_BYTES

_PACKED = frozenset(("gzip", "x-gzip", "deflate"))
_LONGEST_CHUNK_HEAD = 64


def body_of(data: bytes, *, transfer: str = "", encoding: str = "", most: int = MAX_BYTES) -> bytes:
    """The page in a body that may be cut into chunks and packed.

    Args:
        data: as it came.
        transfer, encoding: the headers of these names, "" where there is none.
        most: bytes that the page may have.

    Raises:
        ValueError: it is packed in a way that is not known here, or unpacks to more than `most`.
        zlib.error: it is not packed as it says.
    """
    if transfer.strip().lower() == "chunked":
        data = b"".join(_chunks(data))
    names = [name for name in encoding.lower().replace(" ", "").split(",") if name not in ("", "identity")]
    # Some crawlers store the page unpacked and leave the header as it was.
    if not names or (names == ["gzip"] and not data.startswith(b"\x1f\x8b")):
        return data
    if len(names) > 1 or names[0] not in _PACKED:
        raise ValueError(f"packed by {encoding!r:.40}, expected gzip or deflate")
    return _unpacked(data, most)


def _unpacked(data: bytes, most: int) -> bytes:
    # "deflate" is sent with its head and without.
    windows = zlib.MAX_WBITS + 32 if data[:1] in (b"\x1f", b"\x78") else -zlib.MAX_WBITS
    page = zlib.decompressobj(windows).decompress(data, most + 1)
    if len(page) > most:
        raise ValueError(f"it unpacks to more than {most // 1_000_000} MB")
    return page


def _chunks(data: bytes) -> Iterator[bytes]:
    """The chunks of a body; where it is not cut as it says, the rest as it is."""
    position = 0
    while position < len(data):
        end = data.find(b"\r\n", position, position + _LONGEST_CHUNK_HEAD)
        size = _size(data[position:end]) if end >= 0 else None
        if size is None:
            yield data[position:]
            return
        if size == 0:
            return
        yield data[end + 2 : end + 2 + size]
        position = end + 2 + size + 2


def _size(head: bytes) -> int | None:
    try:
        size = int(head.split(b";")[0], 16)
    except ValueError:
        return None
    return size if size >= 0 else None

"""Compressed content, unpacked within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from sayso.fetching.errors import FetchError
from sayso.fetching.limits import Limits
from sayso.fetching.wire import too_large

_GZIP = zlib.MAX_WBITS | 16
_MAGIC = b"\x1f\x8b"
# Below this a high ratio harms nobody: an empty page with a thousand blank lines has one.
_FREE_BYTES = 1_000_000
_MOST_MEMBERS = 100  # a gzip file may hold several, one after another; servers send one


def gathered(chunks: Iterable[bytes], *, limits: Limits) -> bytes:
    """Content that is not compressed.

    Raises:
        FetchError: more of it than allowed.
    """
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > limits.unpacked:
            raise too_large(limits.unpacked)
    return bytes(content)


def gunzipped(chunks: Iterable[bytes], *, limits: Limits) -> bytes:
    """What gzip packed; never more than one byte beyond the limit is in memory.

    Raises:
        FetchError: more of it than allowed, damaged, or cut off.
    """
    content = bytearray()
    received = members = 0
    stream = None
    for chunk in chunks:
        received += len(chunk)
        while chunk and (stream or not members or _MAGIC.startswith(chunk[:2])):
            if stream is None:
                stream, members = zlib.decompressobj(_GZIP), members + 1
            content += _some(stream, chunk, limits.unpacked - len(content) + 1)
            _check(len(content), received, members, limits)
            chunk = stream.unused_data if stream.eof else stream.unconsumed_tail
            stream = None if stream.eof else stream
    if stream is not None:
        raise FetchError("the compressed content stops in the middle; try again", passing=True)
    return bytes(content)


def _some(stream: zlib._Decompress, chunk: bytes, most: int) -> bytes:
    try:
        return stream.decompress(chunk, most)
    except zlib.error as error:
        raise FetchError(f"the compressed content is damaged ({error}); try again") from None


def _check(unpacked: int, received: int, members: int, limits: Limits) -> None:
    if unpacked > limits.unpacked:
        raise too_large(limits.unpacked)
    if members > _MOST_MEMBERS or (unpacked > _FREE_BYTES and unpacked > limits.ratio * received):
        raise FetchError(
            f"its {received:,} bytes unpack to {unpacked:,} and more, which no article does; it looks like a"
            " decompression bomb"
        )

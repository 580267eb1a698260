"""Gzip members that unpack to far more than they are."""

from __future__ import annotations

import struct
import zlib

HEAD = b"\x1f\x8b\x08" + bytes(6) + b"\xff"  # deflated, no name, no date, an unknown system


def member(*parts: tuple[bytes, int]) -> bytes:
    """A gzip member in which each part stands that many times; it is packed once, however often it stands."""
    blocks, check, size = [HEAD], 0, 0
    for part, times in parts:
        blocks.append(_block(part) * times)
        size += len(part) * times
        for _ in range(times):
            check = zlib.crc32(part, check)
    return b"".join([*blocks, _packer().flush(), struct.pack("<LL", check, size)])


def _block(part: bytes) -> bytes:
    """What can stand anywhere in a member, since nothing in it points to what comes before."""
    packer = _packer()
    return packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH)


def _packer() -> zlib._Compress:
    return zlib.compressobj(wbits=-zlib.MAX_WBITS)

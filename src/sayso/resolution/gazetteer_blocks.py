"""Blocks of rows as bytes: columns one after the other, deflated.

A block of places holds their names (UTF-8, a line feed between) and six columns of numbers; a block
of names holds its keys, how many places each has, and those places. Numbers are cut into planes
(all first bytes, all second bytes …), which deflate well.
"""

from __future__ import annotations

import math
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import overload

LEVEL = 9
_HEAD = struct.Struct("<II")
_WIDTH = 4
_SWAP = sys.byteorder == "big"
DEGREE = 1000
# Population is kept on a logarithmic scale in one byte: a step is about 10 %.
_STEPS = 7


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row of a block of places: coordinates in thousandths of a degree, `division` in the file's table."""

    name: str
    kind: int
    division: int
    lat: int
    lon: int
    weight: int
    geonameid: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """A key and the places filed under it: twice the place's number, plus one for an alternate name."""

    key: str
    places: tuple[int, ...]


def weight(population: int) -> int:
    """The population as one byte, 0-255."""
    return min(255, round(_STEPS * math.log2(1 + max(0, population))))


def population(weight: int) -> int:
    """The population that a byte stands for, to two figures."""
    exact = 2 ** (weight / _STEPS) - 1
    return round(exact, 1 - math.floor(math.log10(exact))) if exact >= 1 else 0  # type: ignore[return-value]


def pack_places(rows: Sequence[PlaceRow]) -> bytes:
    """The block, not yet deflated."""
    columns = (
        [row.kind for row in rows],
        [row.division for row in rows],
        [row.lat for row in rows],
        [row.lon for row in rows],
        [row.weight for row in rows],
        [row.geonameid for row in rows],
    )
    return _packed([row.name for row in rows], columns)


class PlaceBlock(Sequence[PlaceRow]):
    """A block of places unpacked; its rows are made when they are asked for."""

    def __init__(self, block: bytes) -> None:
        self._names, self._numbers = _unpacked(block)

    @overload
    def __getitem__(self, index: int) -> PlaceRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[PlaceRow]: ...
    def __getitem__(self, index: int | slice) -> PlaceRow | list[PlaceRow]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        return PlaceRow(self._names[index], *self._numbers[range(len(self))[index] :: len(self)])

    def __len__(self) -> int:
        return len(self._names)

    @property
    def kinds(self) -> Sequence[int]:
        return self._numbers[: len(self)]


def pack_names(rows: Sequence[NameRow]) -> bytes:
    """The block, not yet deflated."""
    counts = [len(row.places) for row in rows]
    return _packed([row.key for row in rows], (counts, [place for row in rows for place in row.places]))


class NameBlock:
    """A block of names unpacked."""

    def __init__(self, block: bytes) -> None:
        keys, self._numbers = _unpacked(block)
        ends = accumulate(self._numbers[: len(keys)], initial=len(keys))
        self._where = dict(zip(keys, pairwise(ends), strict=True))

    def places(self, key: str) -> tuple[int, ...]:
        """What stands under a key, in the order of the file; empty where the block has no such key."""
        start, end = self._where.get(key, (0, 0))
        return tuple(self._numbers[start:end])

    def items(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every key with its places."""
        for name, (start, end) in self._where.items():
            yield name, tuple(self._numbers[start:end])


def deflated(block: bytes) -> bytes:
    return zlib.compress(block, LEVEL)


def inflated(data: bytes) -> bytes:
    """Raises zlib.error where the bytes are no block."""
    return zlib.decompress(data)


def _packed(texts: Sequence[str], columns: Sequence[Sequence[int]]) -> bytes:
    text = "\n".join(texts).encode()
    planes = b"".join(_planes(column) for column in columns)
    return (
        _HEAD.pack(len(text), len(columns))
        + struct.pack(f"<{len(columns)}I", *map(len, columns))
        + text
        + planes
    )


def _planes(column: Sequence[int]) -> bytes:
    """Signed numbers of 32 bits, the lowest bytes first."""
    numbers = array("i", column)
    if _SWAP:
        numbers.byteswap()
    raw = numbers.tobytes()
    return b"".join(raw[byte::_WIDTH] for byte in range(_WIDTH))


def _unpacked(block: bytes) -> tuple[list[str], array[int]]:
    """The texts, and the numbers of all columns in one row."""
    length, count = _HEAD.unpack_from(block)
    sizes = struct.unpack_from(f"<{count}I", block, _HEAD.size)
    start = _HEAD.size + 4 * count
    texts = block[start : start + length].decode().split("\n")
    numbers, at = array("i"), start + length
    for size in sizes:
        raw = bytearray(size * _WIDTH)
        for byte in range(_WIDTH):
            raw[byte::_WIDTH] = block[at : at + size]
            at += size
        numbers.frombytes(bytes(raw))
    if _SWAP:
        numbers.byteswap()
    return texts, numbers

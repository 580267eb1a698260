"""A gazetteer: names of places and what stands under them, read from one file as it is asked.

The file, in this order: magic; the head (`_HEAD`: where the sections begin); blocks of places; blocks
of names, sorted by key; the ends of the blocks of places (64 bits each) and of names; the first key of
each block of names (their ends, 32 bits each, then the keys); tables as deflated JSON.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from bisect import bisect_right
from collections.abc import Container, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso.resolution.gazetteer_blocks import DEGREE, NameBlock, PlaceBlock, inflated, population
from sayso.resolution.gazetteer_entry import Entry, Kind, Row
from sayso.resolution.gazetteer_errors import GazetteerError
from sayso.resolution.toponyms import key

MAGIC = b"sayso places 1\n\0"
# Places in a block; blocks of places; blocks of names; where the first block of names, the ends of both, the
# ends of the first keys, the first keys, and the tables begin; where the file ends.
HEAD = struct.Struct("<3Q6Q")
_END = struct.Struct("<Q")
_KEY_END = struct.Struct("<I")
# Blocks kept in memory: some 15 KB each.
_KEPT = 256
# The full gazetteer has thousands of places named San Antonio; the biggest come first.
MOST = 300


class Gazetteer:
    """An open gazetteer file. Nothing but its head is read before the first question.

    Raises:
        GazetteerError: the file is no gazetteer of this version, or is cut off.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data = _mapped(path)
        start = len(MAGIC)
        if self._data[:start] != MAGIC or len(self._data) < start + HEAD.size:
            raise GazetteerError(
                f"{path} is no gazetteer of this version of sayso; make one with `sayso gazetteer build`"
            )
        head = HEAD.unpack_from(self._data, start)
        self._rows, self._place_blocks, self._name_blocks = head[:3]
        self._names_at, self._ends_at, self._key_ends_at, self._keys_at, self._tables_at, end = head[3:]
        if end != len(self._data):
            raise GazetteerError(
                f"{path} is cut off: {len(self._data)} bytes of {end}; build or download it again"
            )
        self._name_block = lru_cache(maxsize=_KEPT)(lambda at: NameBlock(self._inflated(at)))
        self._place_block = lru_cache(maxsize=_KEPT)(lambda at: PlaceBlock(self._inflated(at)))

    def find(self, name: str, *, most: int = MOST) -> tuple[Entry, ...]:
        """The places of that name, without case, accents, stops and apostrophes; the biggest first."""
        return self.find_key(key(name), most=most)

    def find_key(self, wanted: str, *, most: int = MOST) -> tuple[Entry, ...]:
        """The places filed under a key of `sayso.resolution.toponyms.key`."""
        if not wanted or not self._name_blocks:
            return ()
        at = bisect_right(self._first_keys, wanted) - 1
        if at < 0:
            return ()
        places = self._name_block(self._place_blocks + at).places(wanted)
        return tuple(self._entry(place >> 1, alternate=bool(place & 1)) for place in places[:most])

    def rows(self, kinds: Container[int]) -> Iterator[Row]:
        """Every place of these kinds, its other names as keys; reads the whole file."""
        wanted = dict.fromkeys(self._places_of(kinds))
        names: dict[int, list[str]] = {}
        known_as: dict[int, list[str]] = {}
        for block in range(self._name_blocks):
            for name, places in NameBlock(self._inflated(self._place_blocks + block)).items():
                for place in places:
                    if place >> 1 in wanted:
                        (names if place & 1 else known_as).setdefault(place >> 1, []).append(name)
        two = {alpha3: alpha2 for alpha2, (alpha3, *_) in self.tables["countries"].items()}
        for place in wanted:
            entry = self._entry(place, alternate=False)
            point = entry.lat, entry.lon, entry.population, entry.geonameid or 0
            country = two.get(entry.country or "", "")
            others = tuple(names.get(place, ())), tuple(known_as.get(place, ()))
            yield Row(entry.name, entry.kind, country, "", *point, *others)

    def _places_of(self, kinds: Container[int]) -> Iterator[int]:
        """Numbers of the places of these kinds."""
        for block in range(self._place_blocks):
            found = PlaceBlock(self._inflated(block)).kinds
            yield from (block * self._rows + at for at, kind in enumerate(found) if kind in kinds)

    @property
    def tables(self) -> dict[str, Any]:
        """`source`, `digest`, `divisions`, `countries` (alpha-2 to alpha-3 and name)."""
        return self._tables

    @cached_property
    def _tables(self) -> dict[str, Any]:
        tables: dict[str, Any] = json.loads(self._bytes(self._tables_at, len(self._data)))
        return tables

    def _entry(self, place: int, *, alternate: bool) -> Entry:
        row = self._place_block(place // self._rows)[place % self._rows]
        country, admin1 = self.tables["divisions"][row.division]
        return Entry(
            name=row.name,
            kind=Kind(row.kind),
            country=country,
            admin1=admin1,
            lat=row.lat / DEGREE,
            lon=row.lon / DEGREE,
            population=population(row.weight),
            geonameid=row.geonameid or None,
            alternate=alternate,
        )

    def _inflated(self, block: int) -> bytes:
        start = self._block_ends[block - 1] if block else len(MAGIC) + HEAD.size
        return self._bytes(start, self._block_ends[block])

    def _bytes(self, start: int, end: int) -> bytes:
        try:
            return inflated(self._data[start:end])
        except zlib.error:
            raise GazetteerError(
                f"{self.path} is damaged at byte {start}; build or download it again"
            ) from None

    @cached_property
    def _first_keys(self) -> list[str]:
        """Of the blocks of names."""
        ends = [0, *self._numbers(_KEY_END, self._key_ends_at, self._keys_at)]
        keys = self._data[self._keys_at : self._tables_at]
        return [keys[start:end].decode() for start, end in pairwise(ends)]

    @cached_property
    def _block_ends(self) -> list[int]:
        """Of the blocks of places, then of the blocks of names."""
        return [*self._numbers(_END, self._ends_at, self._key_ends_at)]

    def _numbers(self, kind: struct.Struct, start: int, end: int) -> Iterator[int]:
        for (number,) in kind.iter_unpack(self._data[start:end]):
            yield number


def _mapped(path: Path) -> mmap.mmap | bytes:
    """The bytes of the file; raises GazetteerError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError:  # an empty file cannot be mapped
        return b""
    except OSError as error:
        raise GazetteerError(f"{path} cannot be read: {error.strerror or error}") from None

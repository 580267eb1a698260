"""Writes a gazetteer file: in one pass, in bounded memory, and whole or not at all.

Names are sorted in runs that fit into memory, on disk beside the target, and merged at the end.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any

from sayso.resolution.gazetteer import HEAD, MAGIC
from sayso.resolution.gazetteer_blocks import (
    DEGREE,
    NameRow,
    PlaceRow,
    deflated,
    pack_names,
    pack_places,
    weight,
)
from sayso.resolution.gazetteer_entry import Kind, Row
from sayso.resolution.toponyms import key

ROWS = 256
# Lines sorted in memory at a time, some 100 bytes each.
RUN = 500_000
# What a place weighs beside its population, so that a name's biggest places come first.
_RANKS = {Kind.country: 0, Kind.region: 1, Kind.division1: 2, Kind.capital: 2}
_LOWEST_RANK = 3


class GazetteerWriter:
    """Use as a context manager: `add` rows, then `finish`; without `finish` nothing stays on disk.

    Args:
        path: the file to write; replaced in one step.
        countries: alpha-2 -> (alpha-3, name).
    """

    def __init__(self, path: Path, *, countries: dict[str, tuple[str, str]]) -> None:
        self._path = path
        self._countries = countries
        self._folder = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        self._file = (self._folder / "gazetteer").open("wb")
        self._file.write(MAGIC + bytes(HEAD.size))
        self._places: list[PlaceRow] = []
        self._lines: list[str] = []
        self._runs: list[Path] = []
        self._ends: list[int] = []
        self._divisions: dict[tuple[str, str], int] = {}
        self._digest = hashlib.sha256()
        self.count = 0

    def __enter__(self) -> GazetteerWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, row: Row) -> None:
        division = self._divisions.setdefault((row.country, row.division), len(self._divisions))
        size = weight(row.population)
        lat, lon = round(row.lat * DEGREE), round(row.lon * DEGREE)
        name = " ".join(row.name.split())
        self._places.append(PlaceRow(name, row.kind, division, lat, lon, size, row.geonameid))
        rank = f"{_RANKS.get(row.kind, _LOWEST_RANK)}{255 - size:03d}"
        own = {key(name), *map(key, row.known_as)} - {""}
        others = {*map(key, row.names), *row.sounds} - {*own, ""}
        self._lines += [f"{one}\t{rank}\t{2 * self.count}\n" for one in own]
        self._lines += [f"{other}\t{rank}\t{2 * self.count + 1}\n" for other in others]
        self.count += 1
        if len(self._places) == ROWS:
            self._end_places()
        if len(self._lines) >= RUN:
            self._end_run()

    def finish(self, *, divisions: dict[tuple[str, str], str], tables: dict[str, Any]) -> None:
        """Write the rest and put the file in place.

        Args:
            divisions: names of first-order divisions by (alpha-2, code).
            tables: whatever else the file is to tell about itself.
        """
        if self._places:
            self._end_places()
        place_blocks, names_at = len(self._ends), self._file.tell()
        firsts = [self._end_names(rows) for rows in _batches(self._merged())]
        marks = [names_at, self._file.tell()]
        self._numbers(self._ends, 8)
        marks.append(self._file.tell())
        encoded = [first.encode() for first in firsts]
        self._numbers(list(_sums(map(len, encoded))), 4)
        marks.append(self._file.tell())
        self._file.write(b"".join(encoded))
        marks.append(self._file.tell())
        self._write_tables(divisions, tables)
        marks.append(self._file.tell())
        self._file.seek(len(MAGIC))
        self._file.write(HEAD.pack(ROWS, place_blocks, len(firsts), *marks))
        self._file.close()
        (self._folder / "gazetteer").chmod(0o644)
        (self._folder / "gazetteer").replace(self._path)

    def _write_tables(self, divisions: dict[tuple[str, str], str], tables: dict[str, Any]) -> None:
        named = [
            (
                self._countries[country][0] if country in self._countries else None,
                divisions.get((country, code)),
            )
            for country, code in self._divisions
        ]
        whole = {**tables, "countries": self._countries, "divisions": named}
        self._digest.update(json.dumps(whole, sort_keys=True).encode())
        whole["digest"] = self._digest.hexdigest()
        self._file.write(deflated(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()))

    def _numbers(self, numbers: Sequence[int], width: int) -> None:
        self._file.write(b"".join(number.to_bytes(width, "little") for number in numbers))

    def _block(self, packed: bytes) -> None:
        self._digest.update(packed)
        self._file.write(deflated(packed))
        self._ends.append(self._file.tell())

    def _end_places(self) -> None:
        self._block(pack_places(self._places))
        self._places.clear()

    def _end_names(self, rows: Sequence[NameRow]) -> str:
        """Write a block of names; its first key."""
        self._block(pack_names(rows))
        return rows[0].key

    def _end_run(self) -> None:
        run = self._folder / f"run{len(self._runs)}"
        with run.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(sorted(self._lines))
        self._runs.append(run)
        self._lines.clear()

    def _merged(self) -> Iterator[NameRow]:
        """Keys in order, each with its places, the biggest first."""
        with ExitStack() as stack:
            runs = [stack.enter_context(run.open(encoding="utf-8", newline="\n")) for run in self._runs]
            lines = heapq.merge(sorted(self._lines), *runs)
            split = (line.rstrip("\n").split("\t") for line in lines)
            for name, fields in groupby(split, key=lambda parts: parts[0]):
                yield NameRow(name, tuple(dict.fromkeys(int(place) for *_, place in fields)))


def _batches(rows: Iterator[NameRow]) -> Iterator[list[NameRow]]:
    batch: list[NameRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


def _sums(lengths: Iterator[int]) -> Iterator[int]:
    total = 0
    for length in lengths:
        total += length
        yield total

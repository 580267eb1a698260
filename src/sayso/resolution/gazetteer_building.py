"""The full gazetteer, from a dump of GeoNames: in one pass and in bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from sayso.resolution.gazetteer import Gazetteer
from sayso.resolution.gazetteer_choosing import carried
from sayso.resolution.gazetteer_dump import rows_of
from sayso.resolution.gazetteer_entry import Kind, Row
from sayso.resolution.gazetteer_writing import GazetteerWriter
from sayso.resolution.toponyms import key, sound

SOURCE = "GeoNames (geonames.org, CC BY 4.0)"
# Lines between two signs of life.
STEP = 20_000
_SOUNDED = frozenset({Kind.division1, Kind.division2, Kind.capital, Kind.city})
_LAST_LATIN = "ɏ"

#: Told now and then how many lines are done.
Lines = Callable[[int], None]


def build(dump: Path, out: Path, *, lines: Lines | None = None) -> int:
    """Write the gazetteer of a dump; the number of places.

    What sayso's own gazetteer knows of countries, seas and regions goes in too: newspapers' names and
    points for them. `out` appears when it is whole.

    Raises:
        GazetteerError: the dump is of another layout, or cut off; names the line.
        OSError: a file cannot be read or written.
    """
    # A dump that cannot be read is refused before anything is written.
    rows = rows_of(dump)
    head = next(rows)
    own = Gazetteer(carried())
    known = _known()
    numbered = {row.geonameid: row for row in known if row.geonameid}
    divisions: dict[tuple[str, str], str] = {}
    with GazetteerWriter(out, countries=_countries(own.tables)) as writer:
        for number, row, code in chain([head], rows):
            if code == "ADM1" and row.country:
                divisions[row.country, row.division] = row.name
            writer.add(_joined(row, numbered.pop(row.geonameid, None)))
            if lines and number % STEP == 0:
                lines(number)
        for row in known:
            if not row.geonameid or row.geonameid in numbered:
                writer.add(row)
        writer.finish(divisions=divisions, tables={"source": SOURCE, "inputs": ""})
        return writer.count


@cache
def _known() -> tuple[Row, ...]:
    """Countries, seas, regions and landmarks of sayso's own gazetteer."""
    kinds = frozenset({Kind.country, Kind.region, Kind.water, Kind.landmark})
    return tuple(Gazetteer(carried()).rows(kinds))


def _countries(tables: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {code: (alpha3, name) for code, (alpha3, name, *_) in tables["countries"].items()}


def _joined(row: Row, known: Row | None) -> Row:
    """The row with its names in Latin letters, and with the point and names that sayso has for it."""
    names = tuple(name for name in row.names if name and max(name) <= _LAST_LATIN)
    if known is None:
        return replace(row, names=names, sounds=_sounds(row, names))
    return replace(known, division=row.division, names=(*names, row.name))


def _sounds(row: Row, names: tuple[str, ...]) -> tuple[str, ...]:
    """What the names of a town or a division sound like; there are too many brooks."""
    if row.kind not in _SOUNDED:
        return ()
    return tuple(sorted({sound(key(name)) for name in (row.name, *names)} - {""}))

#!/usr/bin/env python3
"""Draws the land of the world, as Natural Earth has it at 1:110 million, for the maps of the workbench.

usage: python resources/outlines/compile.py SHAPEFILE [--check]

SHAPEFILE holds Natural Earth's countries (`ne_110m_admin_0_countries.shp` of naturalearthdata.com, public
domain; the wheel of geopandas 0.14.4 on PyPI carries the same as `naturalearth_lowres.shp`). No border is
drawn: which of them holds is what some of the news is about. With --check nothing is written; the exit
status is 1 where the drawing is stale.
"""

from __future__ import annotations

import argparse
import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parents[2] / "src" / "sayso" / "workbench" / "static" / "land.svg"
_HEAD = 100  # bytes before the first record of a shapefile
_POLYGON = 5
_UNITS = 10  # of the drawing in one degree
# Grey that is seen on light, on dark, and on paper; a line of the same colour closes the seams.
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1800 -900 3600 1800" width="3600" height="1800"'
    ' preserveAspectRatio="none">'
    '<g opacity=".3"><path fill="#8d887e" stroke="#8d887e" stroke-width="3" stroke-linejoin="round" d="{}"/>'
    "</g></svg>\n"
)
Point = tuple[int, int]


def rings(data: bytes) -> Iterator[list[Point]]:
    """The closed lines of all polygons, in tenths of a degree, y downwards."""
    at = _HEAD
    while at < len(data):
        (words,) = struct.unpack_from(">i", data, at + 4)
        start, at = at + 8, at + 8 + 2 * words
        if struct.unpack_from("<i", data, start)[0] == _POLYGON:
            yield from _polygon(data, start)


def _polygon(data: bytes, start: int) -> Iterator[list[Point]]:
    parts, points = struct.unpack_from("<2i", data, start + 36)
    firsts = [*struct.unpack_from(f"<{parts}i", data, start + 44), points]
    places = start + 44 + 4 * parts
    for first, last in pairwise(firsts):
        pairs = struct.iter_unpack("<2d", data[places + 16 * first : places + 16 * last])
        yield [(round(x * _UNITS), round(-y * _UNITS)) for x, y in pairs]


def drawn(ring: list[Point]) -> str:
    """A ring as a path, every point told from the one before; nothing where it is too small to be seen."""
    kept = [point for point, before in zip(ring, [None, *ring], strict=False) if point != before][:-1]
    if len(kept) < 3:
        return ""
    steps = (f"{x - a},{y - b}" for (a, b), (x, y) in pairwise(kept))
    return f"M{kept[0][0]},{kept[0][1]}l{' '.join(steps)}z"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("shapefile", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    svg = _SVG.format("".join(map(drawn, rings(given.shapefile.read_bytes()))))
    if given.check:
        return int(TARGET.read_text("utf-8") != svg)
    TARGET.write_text(svg, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

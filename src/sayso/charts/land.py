"""The outlines of the workbench's map as GeoJSON."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.workbench.drawing import map as drawing

_PATH = re.compile(r'\sd="([^"]+)"')
_RING = re.compile(r"M(-?\d+),(-?\d+)l?([^Mz]*)z?")
_STEP = re.compile(r"(-?\d+),(-?\d+)")
_UNIT = 10.0  # of the outlines, to a degree
Ring = list[list[float]]


def land(shapes: drawing.Drawing) -> list[dict[str, Any]]:
    """The outlines that are seen, as GeoJSON features."""
    x, y, wide, _ = shapes.world
    degree = wide / 360
    west, east = -180 - x / degree, -180 - x / degree + drawing.WIDTH / degree
    north, south = 90 + y / degree, 90 + y / degree - shapes.height / degree
    seen = [
        ring
        for ring in _rings_of_land()
        if max(lon for lon, _ in ring) >= west
        and min(lon for lon, _ in ring) <= east
        and max(lat for _, lat in ring) >= south
        and min(lat for _, lat in ring) <= north
    ]
    return [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for ring in seen
    ]


@cache
def _rings_of_land() -> tuple[Ring, ...]:
    """The outlines of the workbench's map, in degrees."""
    drawn = (files("sayso.workbench") / "static" / "land.svg").read_text("utf-8")
    path = _PATH.search(drawn)
    if path is None:
        raise ValueError("land.svg has no path; the map of the workbench was made another way")
    return tuple(_ring(int(found[1]), int(found[2]), found[3]) for found in _RING.finditer(path[1]))


def _ring(x: int, y: int, steps: str) -> Ring:
    ring = [[x / _UNIT, -y / _UNIT]]
    for step in _STEP.finditer(steps):
        x, y = x + int(step[1]), y + int(step[2])
        ring.append([x / _UNIT, -y / _UNIT])
    return [*ring, ring[0]]

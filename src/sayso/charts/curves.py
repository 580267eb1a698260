"""The shapes of the workbench's network as points that a chart can draw."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from sayso.charts import library
from sayso.workbench.drawing import network as drawing
from sayso.workbench.pictures import WORDS

SCALE = library.WIDTH / drawing.WIDTH
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_POINTS = 9  # of one piece of a line


def points(path: str) -> Iterator[tuple[float, float]]:
    """Points of a quadratic curve, "Mx,yQx,y x,y"."""
    a, b, c, d, e, f = (float(told) for told in _NUMBER.findall(path))
    for at in range(_POINTS):
        part = at / (_POINTS - 1)
        before, middle, after = (1 - part) ** 2, 2 * part * (1 - part), part**2
        yield round(before * a + middle * c + after * e, 1), round(before * b + middle * d + after * f, 1)


def heads(shapes: drawing.Drawing) -> Iterator[dict[str, Any]]:
    """The ends of lines: arrows for conflict, dots for cooperation; hollow for words only."""
    for line in shapes.lines:
        (x, y), (last_x, last_y) = list(points(line.pieces[-1][1]))[-2:]
        colour = library.COLOUR[line.pieces[-1][0]]
        yield {
            "x": last_x,
            "y": last_y,
            "angle": round(math.degrees(math.atan2(last_x - x, y - last_y)), 1),
            "shape": "circle" if line.conflict is False else "triangle",
            "fill": "#ffffff" if line.deeds is False else colour,
            "told": WORDS[line.pieces[-1][0]],
            "size": round(60 + 8 * line.width),
        }


def parties(shapes: drawing.Drawing) -> Iterator[dict[str, Any]]:
    """The circles, with where the name stands under each."""
    for one in shapes.circles:
        yield {
            "x": one.x,
            "y": one.y,
            "foot": one.y + one.radius,
            "name": one.name,
            "short": one.short,
            "told": f"actor for origins {one.did}, recipient for {one.met}",
            "size": round(math.pi * (one.radius * SCALE) ** 2),
        }

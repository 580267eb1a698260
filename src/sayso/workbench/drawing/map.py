"""Places as circles on a map with equal degrees, cut to where they are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.ledger.across.answers import Telling
from sayso.ledger.across.sites import Site, Sites
from sayso.workbench.asking import Asked
from sayso.workbench.pictures import in_place, split

WIDTH = 1000  # of the picture, whatever of the world it shows
_LEAST_WIDE, _LEAST_HIGH = 50.0, 25.0  # degrees; the outlines are coarse
_AROUND = 0.18  # of the extent, kept free at each side
_LABELLED = 14


@dataclass(frozen=True, slots=True)
class Dot:
    """A place.

    Attributes:
        name, country: of the place; the country as ISO 3166-1 alpha-3, or None.
        x, y, radius: of the circle, None where it is not known where the place lies.
        split: origins by how they tell what happened there.
        origins, records: how many there are.
        slices: (how it is told, path), each as wide as its part of the origins; empty where it is not known
            where the place lies.
        named: the name is written beside it.
        address: of the events.
    """

    name: str
    country: str | None
    x: float | None
    y: float | None
    radius: float
    split: tuple[tuple[Telling, int], ...]
    origins: int
    records: int
    slices: tuple[tuple[Telling, str], ...]
    named: bool
    address: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes, in a picture `WIDTH` wide.

    Attributes:
        height: of the picture.
        world: x, y, width and height of the whole world in it.
        dots: the heaviest first.
        lines: ("v" or "h", where, degrees in words) of the grid.
    """

    height: int
    world: tuple[float, float, float, float]
    dots: tuple[Dot, ...]
    lines: tuple[tuple[str, float, str], ...]

    @property
    def placed(self) -> int:
        return sum(dot.x is not None for dot in self.dots)


def drawn(sites: Sites, question: Asked) -> Drawing:
    """The map of a question; the whole world where no place is known."""
    west, north, wide, high = _view(sites.sites)
    scale = WIDTH / wide
    heaviest = max((one.weight.origins for one in sites.sites), default=1)
    dots = tuple(
        _dot(one, at < _LABELLED, west, north, scale, heaviest, question)
        for at, one in enumerate(sites.sites)
    )
    world = tuple(
        round(v, 1) for v in (-(180 + west) * scale, -(90 - north) * scale, 360 * scale, 180 * scale)
    )
    return Drawing(
        round(high * scale),
        world,  # type: ignore[arg-type]
        dots,
        tuple(_grid(west, north, wide, high, scale)),
    )


def _view(sites: Sequence[Site]) -> tuple[float, float, float, float]:
    """West, north, width and height of what is shown, degrees."""
    points = [(one.lon, one.lat) for one in sites if one.lon is not None and one.lat is not None]
    if not points:
        return -180.0, 85.0, 360.0, 145.0
    wests, norths = [x for x, _ in points], [y for _, y in points]
    wide = min(360.0, max(_LEAST_WIDE, (max(wests) - min(wests)) * (1 + 2 * _AROUND)))
    high = min(170.0, max(_LEAST_HIGH, (max(norths) - min(norths)) * (1 + 2 * _AROUND), wide * 0.45))
    wide = min(360.0, max(wide, high * 1.6))
    west = (max(wests) + min(wests) - wide) / 2
    north = (max(norths) + min(norths) + high) / 2
    return max(-180.0, min(west, 180 - wide)), min(90.0, max(north, high - 90)), wide, high


def _dot(
    one: Site, named: bool, west: float, north: float, scale: float, heaviest: int, question: Asked
) -> Dot:
    told = tuple(split(one.weight))
    radius = round(5 + 19 * math.sqrt(one.weight.origins / heaviest), 1)
    at = None
    if one.lon is not None and one.lat is not None:
        at = round((one.lon - west) * scale, 1), round((north - one.lat) * scale, 1)
    return Dot(
        one.name,
        one.country,
        at[0] if at else None,
        at[1] if at else None,
        radius,
        told,
        one.weight.origins,
        one.weight.records,
        tuple(_slices(at, radius, told)) if at else (),
        named and at is not None,
        in_place(question, one.name).address(),
    )


def _slices(
    at: tuple[float, float], radius: float, told: Sequence[tuple[Telling, int]]
) -> Iterator[tuple[Telling, str]]:
    """A circle parted from the top on, clockwise."""
    (x, y), whole, before = at, sum(count for _, count in told), 0
    for telling, count in told:
        if count == whole:
            turn = f"a{radius},{radius} 0 1 1"
            yield telling, f"M{x},{y - radius:.1f}{turn} 0,{2 * radius:.1f}{turn} 0,{-2 * radius:.1f}z"
        elif count:
            (a, b), (c, d) = (_rim(at, radius, n / whole) for n in (before, before + count))
            wide = int(count * 2 > whole)
            arc = f"A{radius},{radius} 0 {wide} 1 {c:.1f},{d:.1f}"
            yield telling, f"M{x},{y}L{a:.1f},{b:.1f}{arc}z"
        before += count


def _rim(at: tuple[float, float], radius: float, part: float) -> tuple[float, float]:
    turn = 2 * math.pi * part
    return at[0] + radius * math.sin(turn), at[1] - radius * math.cos(turn)


def _grid(west: float, north: float, wide: float, high: float, scale: float) -> list[tuple[str, float, str]]:
    step = next(one for one in (5, 10, 15, 30) if wide / one <= 13 or one == 30)
    across = [
        ("v", round((lon - west) * scale, 1), f"{abs(lon)}°{'W' if lon < 0 else 'E' if lon else ''}")
        for lon in range(-180, 181, step)
        if west < lon < west + wide
    ]
    down = [
        ("h", round((north - lat) * scale, 1), f"{abs(lat)}°{'S' if lat < 0 else 'N' if lat else ''}")
        for lat in range(-90, 91, step)
        if north - high < lat < north
    ]
    return [*across, *down]

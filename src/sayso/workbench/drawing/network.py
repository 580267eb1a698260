"""A network as lines between circles, each line parted by how its events are told."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.export import eventwords
from sayso.ledger.across.answers import Telling
from sayso.ledger.across.relations import Network, Party, Relation
from sayso.workbench.asking import Asked
from sayso.workbench.drawing.layout import Point, layout
from sayso.workbench.pictures import WORDS, by_names, of_types, split

WIDTH = 1000
_LETTER, _LINE = 7.3, 30  # width of a letter and height of a name, as the style sheet sets them
_LONGEST = 26  # letters of a name in the picture
_BEND = 0.14  # of its length, for each further line between the same two
_HEAD = 8.0
_THICKEST = 10.0


@dataclass(frozen=True, slots=True)
class Line:
    """Events of one kind from one party to another.

    Attributes:
        actor, recipient: names.
        kind: the quad in words, or the type where it has none.
        types: in words.
        pieces: (how it is told, path); as long as its part of the origins.
        width: of the line.
        head: path of its end; `conflict` and `deeds` tell what kind it is, None where the codebook does not.
        split: origins by how they tell it.
        origins, records: how many there are.
        address: of the events.
    """

    actor: str
    recipient: str
    kind: str
    types: str
    pieces: tuple[tuple[Telling, str], ...]
    width: float
    head: str
    conflict: bool | None
    deeds: bool | None
    split: tuple[tuple[Telling, int], ...]
    origins: int
    records: int
    address: str

    @property
    def told(self) -> str:
        """In words, for who points at it."""
        parts = ", ".join(f"{count} {WORDS[how]}" for how, count in self.split if count)
        return (
            f"{self.actor} → {self.recipient}, {self.kind} ({self.types}): origins {self.origins} ({parts})"
        )


@dataclass(frozen=True, slots=True)
class Circle:
    """A party.

    Attributes:
        name, short: in full, and as it is written in the picture.
        x, y, radius: of the circle.
        did, met: origins of the events where it is actor, or recipient.
        split: origins by how they tell it, of both together.
        did_address, met_address: of these events.
        address: of those that are more.
    """

    name: str
    short: str
    x: float
    y: float
    radius: float
    did: int
    met: int
    split: tuple[tuple[Telling, int], ...]
    did_address: str
    met_address: str

    @property
    def address(self) -> str:
        return self.did_address if self.did >= self.met else self.met_address

    @property
    def told(self) -> str:
        return f"{self.name}: actor for origins {self.did}, recipient for {self.met}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes, in a picture of this size."""

    height: int
    lines: tuple[Line, ...]
    circles: tuple[Circle, ...]


def drawn(network: Network, question: Asked) -> Drawing:
    """The network of a question as a drawing whose marks lead to the events under them."""
    count = len(network.parties)
    height = min(760, 240 + 22 * count)
    shorts = [_short(party.name) for party in network.parties]
    boxes = [(max(30.0, _LETTER * len(short) + 12), _LINE + 22.0) for short in shorts]
    pairs = [(one.actor, one.recipient) for one in network.relations]
    places = layout(count, pairs, boxes, width=WIDTH, height=height)
    circles = tuple(
        _circle(party, short, place, question)
        for party, short, place in zip(network.parties, shorts, places, strict=True)
    )
    return Drawing(height, tuple(_lines(network, circles, question)), circles)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def _circle(party: Party, short: str, place: Point, question: Asked) -> Circle:
    return Circle(
        party.name,
        short,
        place[0],
        round(place[1] - 8, 1),  # the name stands under it
        round(min(16, 4 + 1.8 * math.sqrt(party.whole.origins)), 1),
        party.did.origins,
        party.met.origins,
        tuple(split(party.whole)),
        by_names(question, actor=party.names).address(),
        by_names(question, recipient=party.names).address(),
    )


def _lines(network: Network, circles: Sequence[Circle], question: Asked) -> Iterator[Line]:
    drawn_before: Counter[tuple[int, int]] = Counter()
    for one in network.relations:
        way = one.actor, one.recipient
        drawn_before[way] += 1
        yield _line(one, network, circles, drawn_before[way], question)


def _line(
    one: Relation,
    network: Network,
    circles: Sequence[Circle],
    number: int,
    question: Asked,
) -> Line:
    actor, recipient = network.parties[one.actor], network.parties[one.recipient]
    width = round(min(_THICKEST, 1.7 * math.sqrt(one.weight.origins)), 1)
    curve, head = _curve(circles[one.actor], circles[one.recipient], number, width)
    told = tuple(split(one.weight))
    under = of_types(by_names(question, actor=actor.names, recipient=recipient.names), one.types)
    return Line(
        actor=actor.name,
        recipient=recipient.name,
        kind=one.quad or eventwords.plain(one.types[0]),
        types=", ".join(eventwords.plain(name) for name in one.types),
        pieces=tuple(_pieces(curve, told)),
        width=width,
        head=_ending(head, bool(one.quad and "cooperation" in one.quad), width),
        conflict="conflict" in one.quad if one.quad else None,
        deeds="material" in one.quad if one.quad else None,
        split=told,
        origins=one.weight.origins,
        records=one.weight.records,
        address=under.address(),
    )


_Curve = tuple[Point, Point, Point]


def _curve(a: Circle, b: Circle, number: int, width: float) -> tuple[_Curve, tuple[Point, Point]]:
    """From edge to edge, bent to the right so that both ways are seen; where its head begins and ends."""
    across, down = b.x - a.x, b.y - a.y
    length = math.hypot(across, down) or 1
    bend = length * _BEND * number + 4
    bow = ((a.x + b.x) / 2 - down / length * bend, (a.y + b.y) / 2 + across / length * bend)
    start = _toward((a.x, a.y), bow, a.radius + 1)
    tip = _toward((b.x, b.y), bow, b.radius + 2)
    base = _toward(tip, bow, _HEAD + width / 2)
    return (start, bow, base), (base, tip)


def _toward(start: Point, end: Point, far: float) -> Point:
    length = math.dist(start, end) or 1
    return (start[0] + (end[0] - start[0]) * far / length, start[1] + (end[1] - start[1]) * far / length)


def _pieces(curve: _Curve, told: Sequence[tuple[Telling, int]]) -> Iterator[tuple[Telling, str]]:
    whole = sum(count for _, count in told) or 1
    at = 0
    for telling, count in told:
        if count:
            yield telling, _path(_part(curve, at / whole, (at + count) / whole))
        at += count


def _part(curve: _Curve, start: float, end: float) -> _Curve:
    """The part of a quadratic curve between two of its parameters."""
    a, b, c = curve
    middle = _mix(_mix(a, b, start), _mix(b, c, start), end)
    return _at(curve, start), middle, _at(curve, end)


def _at(curve: _Curve, where: float) -> Point:
    a, b, c = curve
    return _mix(_mix(a, b, where), _mix(b, c, where), where)


def _mix(a: Point, b: Point, where: float) -> Point:
    return a[0] + (b[0] - a[0]) * where, a[1] + (b[1] - a[1]) * where


def _path(curve: _Curve) -> str:
    (a, b), (c, d), (e, f) = curve
    return f"M{a:.1f},{b:.1f}Q{c:.1f},{d:.1f} {e:.1f},{f:.1f}"


def _ending(head: tuple[Point, Point], round_one: bool, width: float) -> str:
    """A dot for cooperation, an arrow for anything else."""
    (x, y), (tip_x, tip_y) = head
    across, down = tip_x - x, tip_y - y
    if round_one:
        arc = f"a{(_HEAD + width / 2) / 2:.1f},{(_HEAD + width / 2) / 2:.1f} 0 1 0"
        return f"M{x:.1f},{y:.1f}{arc} {across:.1f},{down:.1f}{arc} {-across:.1f},{-down:.1f}z"
    side = 0.5
    left, right = (x - down * side, y + across * side), (x + down * side, y - across * side)
    return f"M{tip_x:.1f},{tip_y:.1f}L{left[0]:.1f},{left[1]:.1f} {right[0]:.1f},{right[1]:.1f}z"

"""Who does what to whom, each relation parted by how it is told."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from sayso.charts import library
from sayso.charts.curves import SCALE, heads, parties, points
from sayso.charts.drawn import Drawn
from sayso.charts.examples import NOTHING, Example, examples, telling_of
from sayso.comparing.partynames import bare
from sayso.export import eventwords
from sayso.ledger.across.answers import Telling
from sayso.ledger.across.relations import Network as Found
from sayso.ledger.across.relations import relations
from sayso.ledger.asking import Filter
from sayso.ledger.front import Query
from sayso.ledger.hits import EventHit, Hit
from sayso.ledger.ledger import Ledger
from sayso.text.folding import fold, slug
from sayso.workbench.asking import Asked
from sayso.workbench.drawing import network as drawing
from sayso.workbench.pictures import WORDS


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """What one party is said to do to another, told one way.

    Attributes:
        actor, recipient: names.
        kind: the quad, or the type where the codebook has none.
        types: of the codebook, ", " between them.
        telling: fact, word, disputed or open; `told` the same in words.
        origins: independent accounts, each counted once for each event.
        records: events of the whole relation, however told, copies included.
        example: id of an event that is told so; `outlet`, `source` and `sentence` are its own.
    """

    actor: str
    recipient: str
    kind: str
    types: str
    telling: Telling
    told: str
    origins: int
    records: int
    example: str
    outlet: str | None
    source: str | None
    sentence: str


class Network(Drawn[NetworkRow]):
    """Relations between parties, the heaviest first."""

    of = NetworkRow

    def __init__(self, rows: tuple[NetworkRow, ...], note: str, *, found: Found) -> None:
        super().__init__(rows, note)
        self._found = found

    def chart(self) -> Any:
        alt = library.altair()
        shapes = drawing.drawn(self._found, Asked("events"))
        down = alt.Scale(domain=[shapes.height, 0])
        across = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, drawing.WIDTH]))
        place = {"x": across, "y": alt.Y("y:Q", axis=None, scale=down)}
        shown = library.tooltip(
            relation="who", kind="what", told="how", origins="origins", source="for example", sentence="says",
            outlet="in",
        )  # fmt: skip
        lines = (
            alt.Chart(library.data(list(self._curves(shapes))))
            .mark_line(interpolate="linear", opacity=0.8)
            .encode(
                **place,
                detail="piece:N",
                order="nth:O",
                color=library.told("Color", library.COLOUR),
                strokeDash=library.told("StrokeDash", library.DASH),
                strokeWidth=alt.StrokeWidth("width:Q", scale=None, legend=None),
                tooltip=shown,
            )
        )
        ends = (
            alt.Chart(library.data(list(heads(shapes))))
            .mark_point(filled=True, opacity=1, strokeWidth=1.2)
            .encode(
                **place,
                stroke=library.told("Stroke", library.COLOUR, legend=None),
                fill=alt.Fill("fill:N", scale=None, legend=None),
                shape=alt.Shape("shape:N", scale=None, legend=None),
                angle=alt.Angle("angle:Q", scale=None),
                size=alt.Size("size:Q", scale=None, legend=None),
            )
        )
        marks = alt.Chart(library.data(list(parties(shapes))))
        circles = marks.mark_circle(color="#d5e8f7", stroke="#00518a", opacity=1).encode(
            **place,
            size=alt.Size("size:Q", scale=None, legend=None),
            tooltip=library.tooltip(name="who", told="in"),
        )
        names = marks.mark_text(dy=14, fontWeight=600).encode(
            x=across, y=alt.Y("foot:Q", axis=None, scale=down), text="short:N"
        )
        whole = alt.layer(lines, ends, circles, names)
        sized = whole.properties(width=library.WIDTH, height=round(shapes.height * SCALE))
        hint = "thicker: more origins; arrow: conflict, dot: cooperation, hollow: in words only"
        return library.finished(sized, "Who is said to do what to whom", hint, self.note)

    def _curves(self, shapes: drawing.Drawing) -> Iterator[dict[str, Any]]:
        """Points of each piece of each line; a piece is as long as its part of the origins."""
        rows = {(row.actor, row.recipient, row.kind, row.telling): row for row in self.rows}
        for number, line in enumerate(shapes.lines):
            for telling, path in line.pieces:
                row = rows[line.actor, line.recipient, line.kind, telling]
                told = {
                    "piece": f"{number} {telling}",
                    "relation": f"{line.actor} → {line.recipient}",
                    "kind": f"{line.kind} ({line.types})",
                    "told": WORDS[telling],
                    "origins": row.origins,
                    "source": row.source or "the author",
                    "sentence": row.sentence,
                    "outlet": row.outlet,
                    "width": line.width,
                }
                for nth, (x, y) in enumerate(points(path)):
                    yield {**told, "nth": nth, "x": x, "y": y}


def network(ledger: Ledger, words: str, filter: Filter, *, most: int) -> Network:
    """The network of a question; errors as for a search."""
    found = relations(ledger, words, filter, most=most)
    query: Query[Hit] = Query(ledger, words, filter, "events", "oldest")
    shown = examples(ledger, query, _places)
    rows = tuple(_rows(found, shown))
    left = found.left_parties + found.left_relations
    parts = [
        f"{found.left_parties:,} parties and {found.left_relations:,} relations of fewer origins are left out"
        if left
        else "",
        f"{found.alone:,} of {found.events:,} events do not name two parties" if found.alone else "",
    ]
    return Network(rows, "; ".join(part for part in parts if part), found=found)


def _places(hit: Hit) -> Iterator[tuple[str, str, str, Telling]]:
    if isinstance(hit, EventHit):
        sides = ([_key(name) for name in side.split("; ")] for side in (hit.actors, hit.recipients))
        for actor, recipient in product(*sides):
            yield actor, recipient, hit.type, telling_of(hit)


def _key(name: str) -> str:
    """The same for names that differ in no letter or digit, nor but for an article."""
    plain = bare(name)
    return slug(plain) or fold(plain)


def _rows(found: Found, shown: Mapping[Hashable, Example]) -> Iterator[NetworkRow]:
    for one in found.relations:
        actor, recipient = found.parties[one.actor], found.parties[one.recipient]
        for telling, origins in one.weight.split:
            asked = product(map(_key, actor.names), map(_key, recipient.names), one.types, (telling,))
            example = next((shown[key] for key in asked if key in shown), NOTHING)
            yield NetworkRow(
                actor.name, recipient.name, one.quad or eventwords.plain(one.types[0]), ", ".join(one.types),
                telling, WORDS[telling], origins, one.weight.records,
                example.id, example.outlet, example.source, example.sentence,
            )  # fmt: skip

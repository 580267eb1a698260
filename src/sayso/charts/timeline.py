"""What answers by time, each stretch parted by how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sayso.charts import library
from sayso.charts.drawn import Drawn
from sayso.charts.examples import NOTHING, Example, examples, telling_of
from sayso.ledger.across.answers import Telling
from sayso.ledger.across.spread import Spread, Step, begin, spread
from sayso.ledger.asking import Filter
from sayso.ledger.front import Query
from sayso.ledger.hits import Hit, Kind
from sayso.ledger.ledger import Ledger
from sayso.workbench.drawing.timeline import stretch
from sayso.workbench.pictures import WORDS


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What is told one way in one stretch of time.

    Attributes:
        first, last: ISO days, both included.
        telling: fact, word, disputed or open; `told` the same in words.
        origins: independent accounts, each counted once for each event or claim.
        records: events or claims of the whole stretch, however told, copies included.
        example: id of the first of them that is told so; `outlet`, `source` and `sentence` are its own.
    """

    first: str
    last: str
    telling: Telling
    told: str
    origins: int
    records: int
    example: str
    outlet: str | None
    source: str | None
    sentence: str


class Timeline(Drawn[TimelineRow]):
    """Stretches of time that have answers, in order.

    Attributes:
        step: day, week, month or year.
        kind: claims or events.
    """

    of = TimelineRow

    def __init__(self, rows: tuple[TimelineRow, ...], note: str, *, step: Step, kind: Kind) -> None:
        super().__init__(rows, note)
        self.step: Step = step
        self.kind: Kind = kind

    def chart(self) -> Any:
        alt = library.altair()
        rows = list(self._bars())
        bars = (
            alt.Chart(library.data(rows))
            .mark_bar(strokeWidth=1, opacity=1)
            .encode(
                x=library.time("first", [row["first"] for row in rows]),
                x2="until:T",
                y=alt.Y("above:Q", title="origins", axis=alt.Axis(tickMinStep=1)),
                y2="ground:Q",
                fill=library.told("Fill", library.FILL),
                stroke=library.told("Stroke", library.COLOUR),
                tooltip=library.tooltip(
                    named=self.step, told="how", origins="origins", source="for example", sentence="says",
                    outlet="in",
                ),
            )
            .properties(width=library.WIDTH, height=240)
        )  # fmt: skip
        title = "Who says what over time" if self.kind == "claims" else "What is said to have happened"
        return library.finished(bars, title, f"origins by {self.step}; copies add nothing", self.note)

    def _bars(self) -> Iterator[dict[str, Any]]:
        """Each row as a rectangle that stands on the one before of the same stretch."""
        ground = 0
        for at, row in enumerate(self.rows):
            ground = ground if at and self.rows[at - 1].first == row.first else 0
            first, last = date.fromisoformat(row.first), date.fromisoformat(row.last)
            yield {
                "first": row.first,
                "until": (last + timedelta(days=last < date.max)).isoformat(),
                "ground": ground,
                "above": ground + row.origins,
                "named": stretch(first, last, self.step),
                "told": row.told,
                "origins": row.origins,
                "source": row.source or "the author",
                "sentence": row.sentence,
                "outlet": row.outlet,
            }
            ground += row.origins


def timeline(ledger: Ledger, words: str, filter: Filter, *, kind: Kind, step: Step | None) -> Timeline:
    """The timeline of a question; errors as for a search."""
    found = spread(ledger, words, filter, kind=kind, step=step)

    def places(hit: Hit) -> Iterator[tuple[date, Telling]]:
        if hit.day:
            yield begin(date.fromisoformat(hit.day), found.step), telling_of(hit)

    shown = examples(ledger, Query(ledger, words, filter, kind, "oldest"), places)
    rows = (
        _row(
            one.first,
            one.last,
            telling,
            origins,
            one.weight.records,
            shown.get((one.first, telling), NOTHING),
        )
        for one in found.stretches
        for telling, origins in one.weight.split
    )
    return Timeline(tuple(rows), _note(found, kind), step=found.step, kind=kind)


def _row(first: date, last: date, telling: Telling, origins: int, records: int, one: Example) -> TimelineRow:
    return TimelineRow(
        first.isoformat(), last.isoformat(), telling, WORDS[telling], origins, records,
        one.id, one.outlet, one.source, one.sentence,
    )  # fmt: skip


def _note(found: Spread, kind: Kind) -> str:
    parts = [
        f"the first 10,000 {kind}" if found.capped else "",
        f"{found.undated:,} without a day are left out" if found.undated else "",
        f"{found.before + found.after:,} of days far away are left out" if found.before + found.after else "",
    ]
    return "; ".join(part for part in parts if part)

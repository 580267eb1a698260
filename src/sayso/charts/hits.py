"""Claims or events one by one: a dot to each, by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sayso.charts import library
from sayso.charts.examples import cut, source_of, telling_of
from sayso.export import eventwords, words
from sayso.ledger.across.answers import TELLINGS
from sayso.ledger.hits import EventHit, Hit, Kind
from sayso.workbench.pictures import WORDS

MOST = 2_000  # dots
_DOT, _HIGHEST = 9, 480  # pixels that a dot takes, and all dots of a day


def chart_of(found: Iterator[Hit], kind: Kind) -> Any:
    """The first `MOST` of some hits as a chart."""
    alt = library.altair()
    hits = list(islice(found, MOST + 1))
    rows = list(_rows(hits[:MOST]))
    deepest = max((row["nth"] for row in rows), default=1)
    axis = alt.Axis(tickMinStep=1, grid=False)
    dots = (
        alt.Chart(library.data(rows))
        .mark_point(filled=True, size=45, strokeWidth=1.2, opacity=1)
        .encode(
            x=library.time("day", [row["day"] for row in rows], padding=12),
            y=alt.Y("nth:Q", title=kind, axis=axis, scale=alt.Scale(domain=[0, deepest + 1], nice=False)),
            stroke=library.told("Stroke", library.COLOUR),
            fill=library.told("Fill", library.FILL),
            shape=library.told("Shape", library.SHAPE),
            tooltip=library.tooltip(
                shown="day", what="what", told="how", source="source", sentence="says", outlet="outlet",
                title="in", id="record",
            ),
        )
        .properties(width=library.WIDTH, height=min(_HIGHEST, max(60, _DOT * (deepest + 1))))
    )  # fmt: skip
    undated = sum(hit.day is None for hit in hits[:MOST])
    return library.finished(
        dots,
        "What is said to have happened" if kind == "events" else "Who says what",
        f"a dot to each of the first {MOST:,}" if len(hits) > MOST else "a dot to each, copies included",
        f"{undated:,} without a day are left out" if undated else "",
    )


def _rows(hits: list[Hit]) -> Iterator[dict[str, Any]]:
    """Those of a day on each other, by how they are told."""
    below: Counter[str] = Counter()
    for hit in sorted(hits, key=lambda one: (TELLINGS.index(telling_of(one)), one.outlet or "", one.id)):
        if hit.day is None:
            continue
        below[hit.day] += 1
        yield {
            "id": hit.id,
            "day": hit.day,
            "shown": hit.day,
            "nth": below[hit.day],
            "what": _what(hit),
            "told": WORDS[telling_of(hit)],
            "source": source_of(hit) or "the author",
            "sentence": cut(hit.content),
            "outlet": hit.outlet,
            "title": hit.title or "Untitled",
        }


def _what(hit: Hit) -> str:
    if not isinstance(hit, EventHit):
        return words.ATTITUDE["denial" if hit.attitude == "denial" else "assertion"]
    return " · ".join(eventwords.plain(name) for name in (hit.type, hit.mode) if name)

"""Altair, asked for when a chart is, and the look that all charts have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from typing import Any

from sayso.ledger.across.answers import TELLINGS, Telling
from sayso.ledger.errors import LedgerError
from sayso.workbench.pictures import WORDS

# The colours of the workbench in light. Each telling has a look besides: to some people colours tell nothing.
COLOUR: Mapping[Telling, str] = {
    "fact": "#1d1c1a",
    "word": "#8b2f6c",
    "disputed": "#b33c00",
    "open": "#5b5f66",
}
DASH: Mapping[Telling, list[int]] = {"fact": [1, 0], "word": [6, 3], "disputed": [1, 0], "open": [2, 3]}
SHAPE: Mapping[Telling, str] = {
    "fact": "circle",
    "word": "circle",
    "disputed": "cross",
    "open": "triangle-right",
}
# The colours of areas, as the workbench's half-clear ones look on paper: nothing below is seen through them.
FILL: Mapping[Telling, str] = {"fact": "#1d1c1a", "word": "#d3afc8", "disputed": "#b33c00", "open": "#f5f5f6"}
WIDTH = 720  # pixels
_MONTHS = 300  # days, from which on months tell enough
_DAYS = 16  # days, of which each has a label
_INK, _SOFT, _LINE = "#1d1c1a", "#6a665f", "#e2ded5"


def altair() -> Any:
    """The library; raises LedgerError where it is not installed."""
    try:
        return import_module("altair")
    except ModuleNotFoundError as error:
        if error.name != "altair":
            raise
        raise LedgerError('a chart needs Altair: pip install "sayso[charts]"') from None


def data(rows: Sequence[Mapping[str, Any]]) -> Any:
    """Rows as the data of a chart, within it."""
    return altair().Data(values=[dict(row) for row in rows])


def scale(looks: Mapping[Telling, Any]) -> Any:
    """A scale from the words of each telling to its look."""
    return altair().Scale(domain=[WORDS[one] for one in TELLINGS], range=[looks[one] for one in TELLINGS])


def told(channel: str, looks: Mapping[Telling, Any], **more: Any) -> Any:
    """An encoding of how it is told, such as `told("Color", COLOUR)`."""
    library = altair()
    legend = library.Legend(title=None, orient="top", symbolStrokeWidth=1.2)
    return getattr(library, channel)("told:N", scale=scale(looks), **{"legend": legend} | more)


def time(field: str, days: Sequence[str], **more: Any) -> Any:
    """The axis of some ISO days, which stand for no hour and no place of the world."""
    library = altair()
    span = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days if days else 0
    look: dict[str, Any] = {"format": "%-d %b"} if span <= _MONTHS else {}
    look |= {"tickCount": {"interval": "day", "step": 1}} if span <= _DAYS else {}
    axis = library.Axis(labelOverlap=True, grid=False, **look)
    return library.X(f"{field}:T", scale=library.Scale(type="utc", **more), title=None, axis=axis)


def tooltip(**fields: str) -> list[Any]:
    """What is shown of a mark under the pointer: a heading to each field."""
    library = altair()
    return [library.Tooltip(f"{name}:N", title=heading) for name, heading in fields.items()]


def finished(chart: Any, title: str, *hints: str) -> Any:
    """The chart with its title, a line to each hint that is none, and the look of all charts."""
    told_so = altair().TitleParams(
        title,
        subtitle=[hint for hint in hints if hint],
        anchor="start",
        subtitleColor=_SOFT,
        fontSize=15,
        subtitleFontSize=11,
        offset=10,
    )
    return (
        chart.properties(title=told_so)
        .configure(font="system-ui, sans-serif", background="#ffffff")
        .configure_view(stroke=_LINE)
        .configure_axis(labelColor=_SOFT, titleColor=_SOFT, titleFontWeight="normal", gridColor=_LINE)
        .configure_legend(labelColor=_INK, labelFontSize=12)
    )


def shown(chart: Any) -> dict[str, Any]:
    """A chart for a notebook: as it is, for those that can draw it, and as a picture."""
    version = str(altair().SCHEMA_VERSION).partition(".")[0]
    bundle = {f"application/vnd.vegalite.{version}+json": chart.to_dict(), "text/plain": "a chart"}
    if find_spec("vl_convert"):
        picture = StringIO()
        chart.save(picture, format="svg")
        bundle["image/svg+xml"] = picture.getvalue()
    return bundle

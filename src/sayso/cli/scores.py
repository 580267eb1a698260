"""An evaluation as one table."""

from __future__ import annotations

from rich import box
from rich.table import Table

from sayso.evaluation.result import Evaluation

PARTS = (".precision", ".recall")


def table(evaluation: Evaluation) -> Table:
    """A row to each score, with its interval, precision and recall where it has them."""
    shown = Table(
        title=f"{evaluation.task} on {evaluation.corpus}",
        caption=f"{evaluation.documents:,} documents in {evaluation.seconds:,.1f} s; 95 % by bootstrap",
        box=box.SIMPLE_HEAD,
        title_justify="left",
        caption_justify="left",
    )
    split = any(name.endswith(PARTS) for name in evaluation.scores)
    shown.add_column("score")
    for heading in ("value", "95 %", *(("precision", "recall") if split else ())):
        shown.add_column(heading, justify="right")
    for name in evaluation.scores:
        if not name.endswith(PARTS):
            shown.add_row(*_row(evaluation, name, split=split))
    return shown


def _row(evaluation: Evaluation, name: str, *, split: bool) -> list[str]:
    parts = [_number(evaluation.scores.get(name + part)) for part in PARTS] if split else []
    low_high = evaluation.intervals.get(name)
    interval = f"{low_high[0]:.1f}–{low_high[1]:.1f}" if low_high else ""
    return [name, _number(evaluation.scores[name]), interval, *parts]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.1f}"

"""An evaluation as one table."""

from __future__ import annotations

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from sayso.cli.counting import counted
from sayso.evaluation.result import Evaluation

PARTS = (".precision", ".recall")


def table(evaluation: Evaluation) -> Group:
    """What was scored, a row to each score with what it has beside it, and how long that took."""
    split = any(name.endswith(PARTS) for name in evaluation.scores)
    shown = Table(box=box.SIMPLE_HEAD)
    shown.add_column("score", no_wrap=True)
    for heading in ("value", "95 %", *(("precision", "recall") if split else ())):
        shown.add_column(heading, justify="right", no_wrap=True)
    for name in evaluation.scores:
        if not name.endswith(PARTS):
            shown.add_row(*_row(evaluation, name, split=split))
    drawn = counted(evaluation.documents, "document")
    took = f"{drawn} in {evaluation.seconds:,.1f} s; 95 %: bootstrap over documents"
    return Group(
        Text(f"{evaluation.task} on {evaluation.corpus}", style="bold"), shown, Text(took, style="dim")
    )


def _row(evaluation: Evaluation, name: str, *, split: bool) -> list[str]:
    parts = [_number(evaluation.scores.get(name + part)) for part in PARTS] if split else []
    low_high = evaluation.intervals.get(name)
    interval = f"{low_high[0]:.1f}–{low_high[1]:.1f}" if low_high else ""
    return [name, _number(evaluation.scores[name]), interval, *parts]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.1f}"

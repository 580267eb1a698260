"""An evaluation as one table."""

from __future__ import annotations

import io

from rich.console import Console

from sayso.cli.scores import table
from sayso.evaluation.result import Evaluation


def printed(evaluation: Evaluation) -> list[list[str]]:
    out = io.StringIO()
    Console(file=out, width=120).print(table(evaluation))
    return [line.split() for line in out.getvalue().splitlines()]


def test_precision_and_recall_stand_beside_their_score() -> None:
    scores = {"who_said_what": 76.04, "who_said_what.precision": 80.0, "who_said_what.recall": 72.5}
    rows = printed(Evaluation("attribution", "dev", 84, scores, {"who_said_what": (74.0, 78.123)}, 61.2))
    assert ["who_said_what", "76.0", "74.0–78.1", "80.0", "72.5"] in rows
    assert not any(row and row[0].endswith(("precision", "recall")) for row in rows[3:])


def test_scores_without_parts_or_intervals_have_empty_cells() -> None:
    rows = printed(Evaluation("speed", "news", 150, {"words_per_second": 8123.4}, {}, 10.0))
    assert ["words_per_second", "8,123.4"] in rows

"""Whose people and of what sector: mentions against country and sector.

A JSON list of objects with `mention` and, where they are asked for, `country` and `sector` (the primary one);
`query_date` where the mention is of a day. An empty string asks for none. The layout is that of NGEC's tests
(Halterman, Schrodt, Beger, Bagozzi & Scarborough 2023).
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sayso import pipeline
from sayso.evaluation.bootstrap import bootstrap
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.resolution.who import Who

TASK = "actors"
LAYOUT = "a JSON list of objects with `mention`, `country` and `sector`"
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")
# What one of the two spellings says, the other does: Kosovo, and what is no actor at all.
SAME = {"KOS": "XKX", "JNK": "", "NON": ""}

#: Whether the country and the sector of a case are right.
Marks = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Case:
    """A mention with what is asked of it; None where it is not asked."""

    mention: str
    country: str | None
    sector: str | None
    date: str | None


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Shares of cases with both, the country, the sector right; CorpusError where the layout is another."""
    begun = time.perf_counter()
    cases = read_cases(path)
    actors = pipeline.actors()
    marks: list[Marks] = []
    for case in cases:
        marks.append(mark(case, actors.who(case.mention, date=case.date)))
        progress(len(marks), len(cases))
    intervals = bootstrap(marks, scores)
    return Evaluation(TASK, str(path), len(cases), scores(marks), intervals, time.perf_counter() - begun)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    try:
        rows = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"{path} is no JSON ({type(error).__name__}: {error}): give {LAYOUT}") from error
    if not isinstance(rows, list) or not rows:
        raise CorpusError(f"{path} holds no list of cases: give {LAYOUT}")
    return [_case(row, path, number) for number, row in enumerate(rows, 1)]


def _case(row: Any, path: Path, number: int) -> Case:
    if not isinstance(row, dict) or not isinstance(row.get("mention"), str):
        raise CorpusError(f"{path}, case {number}: no `mention`; give {LAYOUT}")
    asked = {field: row.get(field) for field in ("country", "sector", "query_date")}
    wrong = next((field for field, value in asked.items() if not isinstance(value, str | None)), None)
    if wrong is not None:
        raise CorpusError(f"{path}, case {number}: `{wrong}` should be a text, not {asked[wrong]!r}")
    return Case(row["mention"], asked["country"], asked["sector"], _date(asked["query_date"]))


def _date(written: str | None) -> str | None:
    """An ISO date, also from "'2022-04-01'" and "12 April 2022"; None where there is none to read."""
    plain = (written or "").strip("'\" ")
    if ISO.match(plain):
        return plain
    try:
        return datetime.strptime(plain, "%d %B %Y").date().isoformat()
    except ValueError:
        return None


def mark(case: Case, who: Who) -> Marks:
    """Whether the answers are the case's; what it does not ask for is right."""
    return _is_same(case.country, who.country), _is_same(case.sector, who.sector)


def _is_same(asked: str | None, answer: str | None) -> bool:
    return asked is None or SAME.get(asked, asked) == (answer or "")


def scores(marks: Sequence[Marks]) -> dict[str, float]:
    """Percentages; 0 without a case."""
    total = max(len(marks), 1)
    return {
        "accuracy": 100 * sum(country and sector for country, sector in marks) / total,
        "country": 100 * sum(country for country, _ in marks) / total,
        "sector": 100 * sum(sector for _, sector in marks) / total,
    }

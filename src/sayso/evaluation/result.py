"""What an evaluation reports, the same for every task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

#: Told after each document how many are done, and of how many.
Progress = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One task over one corpus.

    Attributes:
        task: its name on the command line, as in `sayso evaluate attribution`.
        corpus: the path as given.
        documents: how many units the bootstrap draws from.
        scores: percentages by name, in the order of the table (`speed` and `mae` have units of their own).
        intervals: for the names that have one, the 95 % interval (low, high).
        seconds: wall clock of the whole evaluation.
    """

    task: str
    corpus: str
    documents: int
    scores: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    seconds: float

    def as_dict(self) -> dict[str, Any]:
        """The object that `--json` prints."""
        return asdict(self)

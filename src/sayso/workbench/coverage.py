"""What became of the documents of a job; the numbers add up to how many there were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.runs.ingesting import Outcome, Status

# In the order of the report.
STATUSES: Mapping[Status, str] = {
    "read": "read",
    "known": "already there",
    "copy": "copies",
    "empty": "empty",
    "refused": "refused",
    "failed": "failed",
}
_UNREAD: tuple[Status, ...] = ("failed", "refused", "empty")
_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One item: its status in words, and why where there is a reason."""

    status: Status
    told: str
    name: str
    document: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The report.

    Attributes:
        total: items until now.
        counts: (status in words, how many), all of them, in a fixed order.
        rows: what could not be read first; at most 500.
        complete: all could be read.
    """

    total: int
    counts: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]
    complete: bool


def coverage(outcomes: Sequence[Outcome]) -> Coverage:
    """The report of these; the list may grow meanwhile."""
    some = list(outcomes)
    found = Counter(one.status for one in some)
    ordered = sorted(some, key=lambda one: one.status not in _UNREAD)[:_SHOWN]
    return Coverage(
        len(some),
        tuple((told, found[status]) for status, told in STATUSES.items()),
        tuple(Row(one.status, STATUSES[one.status], one.name, one.document, _why(one)) for one in ordered),
        not any(found[status] for status in _UNREAD),
    )


def _why(one: Outcome) -> str:
    """Without the name, which stands beside it."""
    return one.why.removeprefix(one.name).lstrip(" ,:")

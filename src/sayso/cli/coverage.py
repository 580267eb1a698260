"""What became of the documents of a run; the numbers add up to how many there were."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.refusing import one_line

if TYPE_CHECKING:
    from sayso.runs.ingesting import Outcome

SHOWN = 20  # of each kind, on the screen
# In the order of the report; what each is called there.
STATUSES = {
    "read": "read",
    "known": "already there",
    "copy": "copies",
    "empty": "empty",
    "refused": "refused",
    "failed": "failed",
}
UNREAD = ("empty", "refused", "failed")


class Coverage:
    """The report of a run.

    Args:
        report: a table of all documents, or None.

    Raises:
        RunError: the table would be written over a ledger.
    """

    def __init__(self, report: Path | None) -> None:
        self.counts: Counter[str] = Counter()
        self.reasons: dict[str, list[str]] = {status: [] for status in STATUSES}
        from sayso.runs.sparing import spare_ledgers

        spare_ledgers(report)
        self._file = report.open("w", encoding="utf-8") if report else None
        if self._file:
            self._file.write("status\tdocument\tname\treason\n")

    def __enter__(self) -> Coverage:
        return self

    def __exit__(self, *error: object) -> None:
        if self._file:
            self._file.close()

    @property
    def items(self) -> int:
        return sum(self.counts.values())

    @property
    def complete(self) -> bool:
        """Whether every document could be read."""
        return not any(self.counts[status] for status in UNREAD)

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.status] += 1
        told = outcome.why if outcome.why.startswith(outcome.name) else f"{outcome.name}: {outcome.why}"
        if outcome.why and len(self.reasons[outcome.status]) < SHOWN:
            self.reasons[outcome.status].append(told)
        if self._file:
            from sayso.export.cells import cell

            cells = (STATUSES[outcome.status], outcome.document or "", outcome.name, outcome.why)
            self._file.write("\t".join(cell(one) for one in cells) + "\n")

    def tell(self, ledger: str, note: str = "") -> None:
        """The report, on standard error."""
        for status, reasons in self.reasons.items():
            for reason in reasons:
                _say(f"sayso: {STATUSES[status]}: {reason}")
            rest = self.counts[status] - len(reasons)
            if reasons and rest:
                _say(f"sayso: {STATUSES[status]}: {rest} more; --report FILE lists all")
        parts = [f"{self.counts[status]} {name}" for status, name in STATUSES.items()]
        _say(f"{self.items} documents: {', '.join(parts)}; ledger {ledger}" + (f"; {note}" if note else ""))


def _say(line: str) -> None:
    typer.echo(one_line(line), err=True)

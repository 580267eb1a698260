"""What became of the documents of a run; the numbers add up to how many there were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.counting import counted
from sayso.cli.passing import PassedOver
from sayso.cli.refusing import one_line
from sayso.text.redacting import shown

if TYPE_CHECKING:
    from sayso.runs.ingesting import Outcome

SHOWN = 20  # of each kind, on the screen
# In the order of the report; what one of each is called there.
STATUSES = {
    "read": "read",
    "known": "already there",
    "copy": "copy",
    "empty": "empty",
    "refused": "refused",
    "failed": "failed",
}
PLURALS = {"copy": "copies"}
UNREAD = ("empty", "refused", "failed")
PASSED = "passed over"


class Coverage:
    """The report of a run.

    Args:
        report: a table of all documents, or None.
        ledger: what the documents go into.

    Raises:
        RunError: the table would be written over a ledger.
    """

    def __init__(self, report: Path | None, ledger: str = "") -> None:
        from sayso.runs.sparing import spare_ledgers

        self._ledger = ledger
        self._documents: Counter[str] = Counter()
        self._others: dict[str, Counter[str]] = {"imported row": Counter(), "correction": Counter()}
        self._counts = {"document": self._documents, **self._others}
        self._passed = PassedOver(*([Path(ledger)] if ledger and "://" not in ledger else []))
        self._reasons: dict[str, list[str]] = {status: [] for status in STATUSES}
        spare_ledgers(report)
        self._file = report.open("w", encoding="utf-8") if report else None
        self._note("status", "document", "name", "reason")

    def __enter__(self) -> Coverage:
        return self

    def __exit__(self, *error: object) -> None:
        if self._file:
            self._file.close()

    @property
    def items(self) -> int:
        """Documents until now; imported rows and corrections are counted apart."""
        return self._documents.total()

    @property
    def complete(self) -> bool:
        """Whether all that was met could be read."""
        return not any(self._count(status) for status in UNREAD)

    def add(self, outcome: Outcome) -> None:
        """Counts what became of a document, or of another record in what a ledger exported."""
        self._counts[outcome.kind][outcome.status] += 1
        told = outcome.why if outcome.why.startswith(outcome.name) else f"{outcome.name}: {outcome.why}"
        if outcome.why and len(self._reasons[outcome.status]) < SHOWN:
            self._reasons[outcome.status].append(told)
        self._note(STATUSES[outcome.status], outcome.document or "", outcome.name, outcome.why)

    def pass_over(self, path: Path) -> None:
        """Counts a file of a folder that is no input."""
        why = self._passed(path)
        if why is not None:
            self._note(PASSED, "", str(path), why)

    def tell(self, note: str = "") -> None:
        """The report, on standard error."""
        for status, reasons in self._reasons.items():
            for reason in reasons:
                _say(f"sayso: {STATUSES[status]}: {reason}")
            rest = self._count(status) - len(reasons)
            if reasons and rest:
                _say(f"sayso: {STATUSES[status]}: {rest:,} more; --report FILE lists all")
        self._passed.tell()
        parts = [
            f"{counted(self.items, 'document')}: {_spread(self._documents, STATUSES)}",
            *(self._told(kind, counts) for kind, counts in self._others.items()),
            str(self._passed),
            f"ledger {shown(self._ledger)}" if self._ledger else "",
            note,
        ]
        _say("; ".join(part for part in parts if part))

    def _told(self, kind: str, counts: Counter[str]) -> str:
        met = [status for status in STATUSES if counts[status]]
        return f"{counted(counts.total(), kind)}: {_spread(counts, met)}" if met else ""

    def _count(self, status: str) -> int:
        return sum(counts[status] for counts in self._counts.values())

    def _note(self, *cells: str) -> None:
        if self._file:
            from sayso.export.cells import cell

            self._file.write("\t".join(cell(one) for one in cells) + "\n")


def _spread(counts: Counter[str], statuses: Iterable[str]) -> str:
    return ", ".join(
        counted(counts[status], STATUSES[status], PLURALS.get(status, STATUSES[status]))
        for status in statuses
    )


def _say(line: str) -> None:
    typer.echo(one_line(line), err=True)

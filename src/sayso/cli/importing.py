"""`sayso import`: tables of other event data sets into a ledger, as rows of their own kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import INTERRUPTED
from sayso.cli.counting import counted
from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.patience import Bar
from sayso.cli.refusing import RefusedError, one_line, refusing
from sayso.text.redacting import shown

if TYPE_CHECKING:
    from sayso.inputs.eventdata.layout import Family
    from sayso.inputs.eventdata.rows import Unread
    from sayso.runs.importing import Row
    from sayso.schema.imported import Imported

SHOWN = 20  # reasons of each kind, on the screen
WORDS = {
    "imported": "imported",
    "known": "already there",
    "changed": "changed",
    "refused": "refused",
}


class Dataset(StrEnum):
    """How a table is laid out."""

    polecat = "polecat"
    icews = "icews"
    gdelt = "gdelt"
    phoenix = "phoenix"


def import_tables(
    tables: Annotated[
        list[str], typer.Argument(metavar="TABLE…", help="Tab-separated; also as .gz or .zip, or a pattern.")
    ],
    ledger: Annotated[str, LEDGER] = "",
    layout: Annotated[
        Dataset | None, typer.Option("--as", help="What it is; told by its first line where it is not given.")
    ] = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="Take changed rows instead of those that are there.")
    ] = False,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What became of every row, as a table (TSV).")
    ] = None,
) -> None:
    """Bring rows of POLECAT, ICEWS, GDELT or Phoenix into a ledger, to lay them beside what sayso reads.

    They are rows of their own kind. Such a data set does not tell on whose word an event stands, so they have
    no standing, and nothing makes them facts. The same table again changes nothing, so a run that was stopped
    goes on where it was; a row that changed is told. The exit status is 1 where a row could not be read, or
    one changed and was not taken.

    [bold]Examples[/bold]

      sayso import ngecEvents.20310604.txt.zip --ledger news.ledger

      sayso import 'gdelt/*.export.CSV.zip' --as gdelt --ledger news.ledger

      sayso beside --ledger news.ledger
    """
    with refusing(), open_for(ledger, create=True) as opened:
        from sayso.inputs.files import expand
        from sayso.runs.importing import import_rows

        paths = expand(tables)
        _spare(paths, report)
        told = _Told(report, opened.name, renew=renew)
        seen: list[Path] = []
        found = _rows(paths, layout.value if layout else None, seen)
        try:
            with told, Bar("importing") as bar:
                for row in import_rows(found, opened, renew=renew):
                    told.add(row)
                    if told.rows % 1_000 == 0:
                        bar(len(seen) - 1, len(paths), f"importing, {counted(told.rows, 'row')}")
        except KeyboardInterrupt:
            told.tell("stopped; the same command goes on from there")
            raise typer.Exit(INTERRUPTED) from None
        told.tell()
    if not told.complete:
        raise typer.Exit(1)


def _spare(paths: Sequence[Path], report: Path | None) -> None:
    """The report must not be written over a table before it is read."""
    if (
        report is not None
        and report.exists()
        and any(path.exists() and path.samefile(report) for path in paths)
    ):
        raise RefusedError(f"{report} is a table and the report as well; write the report to another file")


def _rows(paths: Sequence[Path], family: Family | None, seen: list[Path]) -> Iterator[Imported | Unread]:
    from sayso.inputs.eventdata.rows import Unread, event_rows
    from sayso.reading import ReadingError

    for path in paths:
        seen.append(path)
        try:
            yield from event_rows(path, family=family)
        except ReadingError as error:
            # of several tables the others are read; whoever names a single one wants that one
            if len(paths) == 1:
                raise
            yield Unread(str(path), str(error))


class _Told:
    """The report: what became of the rows; the numbers add up to how many there were."""

    def __init__(self, report: Path | None, ledger: str, *, renew: bool) -> None:
        from sayso.runs.sparing import spare_ledgers

        self._ledger = ledger
        self._renew = renew
        self._counts: Counter[str] = Counter()
        self._untyped = 0
        self._reasons: dict[str, list[str]] = {status: [] for status in WORDS}
        spare_ledgers(report)
        self._file = report.open("w", encoding="utf-8") if report else None
        self._note("status", "row", "reason")

    def __enter__(self) -> _Told:
        return self

    def __exit__(self, *error: object) -> None:
        if self._file:
            self._file.close()

    @property
    def rows(self) -> int:
        return self._counts.total()

    @property
    def complete(self) -> bool:
        """Whether every row was read, and is in the ledger as it came."""
        return not self._counts["refused"] and (self._renew or not self._counts["changed"])

    def add(self, row: Row) -> None:
        self._counts[row.status] += 1
        self._untyped += row.untyped
        if row.why and len(self._reasons[row.status]) < SHOWN:
            told = row.why if row.why.startswith(row.name) else f"{row.name}: {row.why}"
            self._reasons[row.status].append(told)
        self._note(WORDS[row.status], row.name, row.why)

    def tell(self, note: str = "") -> None:
        """The report, on standard error."""
        for status, reasons in self._reasons.items():
            for reason in reasons:
                _say(f"sayso: {WORDS[status]}: {reason}")
            rest = self._counts[status] - len(reasons)
            if reasons and rest:
                _say(f"sayso: {WORDS[status]}: {rest:,} more; --report FILE lists all")
        spread = ", ".join(f"{self._counts[status]:,} {word}" for status, word in WORDS.items())
        untyped = f"{self._untyped:,} of a code without counterpart in PLOVER" if self._untyped else ""
        parts = [f"{counted(self.rows, 'row')}: {spread}", untyped, f"ledger {shown(self._ledger)}", note]
        _say("; ".join(part for part in parts if part))

    def _note(self, *cells: str) -> None:
        if self._file:
            from sayso.export.cells import cell

            self._file.write("\t".join(cell(one) for one in cells) + "\n")


def _say(line: str) -> None:
    typer.echo(one_line(line), err=True)

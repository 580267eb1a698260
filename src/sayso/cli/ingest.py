"""`sayso ingest`: documents into a ledger."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.listing import OPTION, use_lists
from sayso.cli.patience import Bar
from sayso.cli.refusing import one_line, refusing

if TYPE_CHECKING:
    from sayso.runs.ingesting import Outcome
    from sayso.runs.setting import Setting

INTERRUPTED = 130
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
TOLD = ("empty", "refused", "failed")


def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT…", help="Files, folders, patterns like 'news/*.html'; - is stdin."),
    ],
    ledger: Annotated[str, LEDGER] = "",
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, max=64, help="Processes; any number gives the same ledger."),
    ] = 1,
    columns: Annotated[
        str, typer.Option(metavar="C", help="Columns of tables and JSON lines: text=body,date=published.")
    ] = "",
    date: Annotated[
        str | None, typer.Option(metavar="D", help="Date of publication for documents that do not say.")
    ] = None,
    codebook: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Types and trigger words instead of PLOVER's."),
    ] = None,
    actors: Annotated[list[Path] | None, OPTION] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What became of every document, as a table (TSV).")
    ] = None,
) -> None:
    """Read documents into a ledger: who says what, what is said to have happened, where each came from.

    The same content again changes nothing, so a run that was stopped goes on where it was when the same
    command is given again. What a ledger exported can be ingested into another one. The exit status is 1
    where a document could not be read.

    [bold]Examples[/bold]

      sayso ingest articles/ --ledger news.ledger

      sayso ingest news.csv --columns text=body,date=published --ledger news.ledger

      sayso ingest crawl.warc.gz --ledger postgresql://me@server/news --jobs 4
    """
    with refusing():
        setting = _setting(date, codebook, actors or [], jobs)
        with open_for(ledger, create=True) as opened:
            from sayso.inputs.columns import parse_columns
            from sayso.inputs.files import expand, files, items
            from sayso.runs.ingesting import ingest as run_ingest

            paths = expand(inputs)
            total = sum(1 for _ in files(paths))
            seen: list[Path] = []
            found = items(paths, columns=parse_columns(columns), at=seen.append)
            coverage = Coverage(report)
            try:
                outcomes = run_ingest(found, opened, setting=setting, jobs=jobs)
                with coverage, Bar("reading") as bar, closing(outcomes):
                    for outcome in outcomes:
                        coverage.add(outcome)
                        bar(len(seen) - 1, total, f"reading, {coverage.items} documents")
            except KeyboardInterrupt:
                coverage.tell(opened.name, "stopped; the same command goes on from there")
                raise typer.Exit(INTERRUPTED) from None
            coverage.tell(opened.name)
    if any(coverage.counts[status] for status in TOLD):
        raise typer.Exit(1)


def _setting(date: str | None, codebook: Path | None, actors: list[Path], jobs: int) -> Setting:
    from sayso import pipeline
    from sayso.reading.dates import checked_date
    from sayso.runs.setting import Setting

    pipeline.use_codebook(codebook)  # a faulty one is refused before anything is begun
    use_lists(actors)
    threads = None if jobs == 1 else max(1, (os.cpu_count() or 1) // jobs)
    return Setting(None if date is None else checked_date(date), codebook, tuple(actors), threads)


class Coverage:
    """What became of the documents; the numbers add up to how many there were.

    Args:
        report: a table of all of them, or None.
    """

    def __init__(self, report: Path | None) -> None:
        self.counts: Counter[str] = Counter()
        self.reasons: dict[str, list[str]] = {status: [] for status in STATUSES}
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

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.status] += 1
        told = outcome.why if outcome.why.startswith(outcome.name) else f"{outcome.name}: {outcome.why}"
        if outcome.why and len(self.reasons[outcome.status]) < SHOWN:
            self.reasons[outcome.status].append(told)
        if self._file:
            cells = (STATUSES[outcome.status], outcome.document or "", outcome.name, outcome.why)
            self._file.write("\t".join(map(_cell, cells)) + "\n")

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


def _cell(text: str) -> str:
    return " ".join(text.split())

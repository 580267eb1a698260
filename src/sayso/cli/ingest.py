"""`sayso ingest`: documents into a ledger."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import INTERRUPTED
from sayso.cli.counting import counted
from sayso.cli.coverage import Coverage
from sayso.cli.ledgers import LAYING, LEDGER, open_for
from sayso.cli.listing import OPTION
from sayso.cli.patience import Bar
from sayso.cli.refusing import refusing
from sayso.cli.setting import setting_of
from sayso.cli.workers import JOBS, ON, PROCESSES, workers


def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT…", help="Files, folders, patterns like 'news/*.html'; - is stdin."),
    ],
    ledger: Annotated[str, LEDGER] = "",
    jobs: Annotated[int, JOBS] = 1,
    on: Annotated[str, ON] = PROCESSES,
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
    keep_originals: Annotated[
        bool,
        typer.Option("--keep-originals", help="Keep files and pages as they came in beside their texts."),
    ] = False,
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

      sayso ingest /shared/news --ledger postgresql://me@server/news --on ray:auto --jobs 64
    """
    with refusing():
        setting = setting_of(date=date, codebook=codebook, actors=actors or (), jobs=jobs)
        with open_for(ledger, create=True) as opened:
            from sayso.inputs.columns import parse_columns
            from sayso.inputs.files import expand, files, items
            from sayso.ledger.across.bringing import bring_up
            from sayso.runs.ingesting import ingest as run_ingest
            from sayso.runs.telling import tell

            paths = expand(inputs)
            hands = workers(on, jobs, inputs=paths, ledger=opened.name)
            total = sum(1 for _ in files(paths, out=report))
            seen: list[Path] = []
            chosen = parse_columns(columns)
            coverage = Coverage(report, opened.name)
            found = items(paths, out=report, columns=chosen, at=seen.append, passed=coverage.pass_over)
            try:
                outcomes = run_ingest(
                    found, opened, setting=setting, jobs=jobs, originals=keep_originals, on=hands
                )
                with coverage, Bar("reading") as bar, closing(outcomes):
                    for outcome in outcomes:
                        coverage.add(outcome)
                        bar(len(seen) - 1, total, f"reading, {counted(coverage.items, 'document')}")
                with Bar(LAYING) as bar:
                    bring_up(opened, at=bar)
                tell(opened)
            except KeyboardInterrupt:
                coverage.tell("stopped; the same command goes on from there")
                raise typer.Exit(INTERRUPTED) from None
            coverage.tell()
    if not coverage.complete:
        raise typer.Exit(1)

"""`sayso read`: who says what in one article."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.listing import OPTION, use_lists
from sayso.cli.outfile import written
from sayso.cli.patience import patience
from sayso.cli.refusing import refusing
from sayso.schema.reading import Reading


def read(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="Plain text, HTML, Markdown or PDF; - is standard input.")
    ],
    date: Annotated[
        str | None,
        typer.Option(metavar="D", help="Date of publication (2025-03-14), for a text that does not say."),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object instead of the report.")
    ] = False,
    codebook: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Types and trigger words of your own instead of PLOVER."),
    ] = None,
    actors: Annotated[list[Path] | None, OPTION] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write one self-contained page: the article with its claims beside it."
        ),
    ] = None,
) -> None:
    """Read one article and tell who says what, and what is said to have happened.

    By default it prints the article with source, cue and content marked, a table of who says what,
    the events with their standing, and how the article is sourced.

    [bold]Examples[/bold]

      sayso read article.html

      sayso read article.txt --date 2025-03-14

      sayso read - --json < article.txt

      sayso read article.md --html page.html

      sayso read article.txt --actors mine.yaml
    """
    with refusing():
        with patience("reading"):
            reading = _reading(file, date, codebook, actors or ())
        if html is not None:
            _write_page(reading, html)
        if json:
            _print_json(reading)
        elif html is None:
            _print_report(reading)


def _reading(file: str, date: str | None, codebook: Path | None, actors: Sequence[Path]) -> Reading:
    from sayso import pipeline
    from sayso.reading import read_document
    from sayso.reading.intake import MAX_BYTES

    if codebook is not None:
        pipeline.use_codebook(codebook)
    use_lists(actors)
    # One byte more than is allowed, so that what is too large is refused and not cut.
    source = sys.stdin.buffer.read(MAX_BYTES + 1) if file == "-" else Path(file)
    return pipeline.read(read_document(source, date=date))


def _write_page(reading: Reading, path: Path) -> None:
    from sayso.export.page import to_page

    page = to_page(reading)
    with written(path) as file:
        file.write(page)


def _print_json(reading: Reading) -> None:
    from sayso.export.json import to_json

    sys.stdout.buffer.write(to_json(reading).encode("utf-8") + b"\n")


def _print_report(reading: Reading) -> None:
    from rich.console import Console

    from sayso.cli.report import report

    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    Console().print(report(reading))

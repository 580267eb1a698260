"""`sayso report`: what a search finds as one file to send or to file."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.asking import Searched
from sayso.cli.facets import Several, narrowed
from sayso.cli.ledgers import LEDGER, open_up_to_date
from sayso.cli.outfile import standard, written
from sayso.cli.refusing import RefusedError, one_line, refusing

if TYPE_CHECKING:
    from sayso.ledger.asking import Filter
    from sayso.reporting.gathering import Report

_PDF = ".pdf"
_PAGES = (".html", ".htm", _PDF)


@narrowed()
def report(
    words: Annotated[
        Several,
        typer.Argument(metavar="[WORDS]…", help='All of these; "in quotes" side by side, attack*, -without.'),
    ] = None,
    ledger: Annotated[str, LEDGER] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="OUT", help="FILE.html or FILE.pdf; HTML to standard output without it."
        ),
    ] = None,
    kind: Annotated[
        Searched | None,
        typer.Option("--kind", help="Only claims, or only events; both where nothing bars it."),
    ] = None,
    *,
    asked: Filter,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, max=1000, help="Events, and claims, that are told.")
    ] = 100,
    title: Annotated[str, typer.Option(metavar="T", help="Of the report; else what was asked.")] = "",
    at: Annotated[
        str, typer.Option(metavar="TIME", help="When it is made, ISO 8601; nothing is said of it without.")
    ] = "",
    hash_files: Annotated[
        bool,
        typer.Option(
            "--hash-files", help="Hash the files that the documents came from, where they still lie."
        ),
    ] = False,
) -> None:
    """Write what a search finds as one file: the events and claims with all who tell, report and deny them,
    grouped by origin, on whose word, with the quotations, pictures, and the documents with their hashes.

    The file stands alone: no script, nothing is loaded from anywhere, and it prints well. The same ledger
    and question give the same bytes. A PDF needs a Chromium or Chrome on this machine.

    [bold]Examples[/bold]

      sayso report ferry -o report.html --ledger news.ledger

      sayso report '"cease fire"' --since 2025-01-01 -o report.pdf --ledger news.ledger

      sayso report --type ASSAULT --standing denied --title "Denied attacks" -o denied.html
    """
    with refusing():
        as_pdf = _as_pdf(out)
    _check(at, as_pdf)
    with refusing(), written(out) as file, open_up_to_date(ledger) as opened:
        from sayso.cli.serve import name_of
        from sayso.reporting.asked import Wanted, kinds_of
        from sayso.reporting.gathering import gather
        from sayso.reporting.rendering import to_html

        wanted = Wanted(
            " ".join(words or ()), asked, kinds_of(asked, kind.value if kind else None), limit,
            ledger=name_of(ledger), title=title.strip(), at=at, files=hash_files,
        )  # fmt: skip
        found = gather(opened, wanted)
        made = to_html(found).encode()
        made = _printed(made.decode()) if as_pdf else made
        file.buffer.write(made)
    if not standard(out):
        typer.echo(
            f"sayso: {one_line(str(out))}: {_told(found)}; SHA-256 {sha256(made).hexdigest()}", err=True
        )


def _as_pdf(out: Path | None) -> bool:
    """Raises RefusedError for a name that is neither of a page nor of a PDF."""
    from sayso.runs.sparing import spare_ledgers

    suffix = out.suffix.lower() if out else ""
    # a folder and a ledger are refused as what they are, and a pipe has no suffix
    if out is None or standard(out) or (out.exists() and not out.is_file()) or suffix in _PAGES:
        return suffix == _PDF
    spare_ledgers(out)
    raise RefusedError(
        f"{one_line(str(out))} is no name of a report, which is written as .html or as .pdf;"
        f" name it {one_line(out.stem)}.html or {one_line(out.stem)}.pdf"
    )


def _check(at: str, as_pdf: bool) -> None:
    """Raises RefusedError for what is no time, and where nothing can print a PDF."""
    try:
        _ = at and datetime.fromisoformat(at)
    except ValueError:
        raise RefusedError(
            f"--at {one_line(at)!r:.60} is no time; give one such as 2026-11-22T14:30"
        ) from None
    if as_pdf:
        _printing()


def _printing() -> None:
    from sayso.reporting.pdf import NoBrowserError, browser

    try:
        browser()
    except NoBrowserError as error:
        raise RefusedError(str(error)) from None


def _printed(html: str) -> bytes:
    from sayso.reporting.pdf import NoBrowserError, to_pdf

    try:
        return to_pdf(html)
    except NoBrowserError as error:
        raise RefusedError(one_line(str(error))) from None


def _told(found: Report) -> str:
    """As in "8 events, 14 claims, 15 documents"."""
    from sayso.cli.counting import counted

    parts = [
        counted(len(found.events.told), "event") if found.events else "",
        counted(len(found.claims.told), "claim") if found.claims else "",
        counted(len(found.documents), "document"),
    ]
    return ", ".join(part for part in parts if part)

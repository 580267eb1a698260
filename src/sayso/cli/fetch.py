"""`sayso fetch` and `sayso watch`: the only commands that touch the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import INTERRUPTED
from sayso.cli.counting import counted
from sayso.cli.coverage import Coverage
from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.patience import Bar
from sayso.cli.refusing import RefusedError, refusing

if TYPE_CHECKING:
    from sayso.fetching.fetched import NotModified
    from sayso.fetching.fetcher import Fetcher
    from sayso.inputs.item import Item
    from sayso.runs.gathering import Memory

    Gathered = Iterator[Item | NotModified]

PRIVATE = typer.Option(
    "--allow-private", help="Also ask servers in private networks, such as a feed of your own office."
)
DELAY = typer.Option(
    "--delay", metavar="S", min=0.0, max=3600.0, help="Seconds between requests to one server."
)
ORIGINALS = typer.Option("--keep-originals", help="Keep pages as they came in beside their texts.")
REPORT = typer.Option("--report", metavar="FILE", help="What became of every document, as a table (TSV).")


def fetch(
    urls: Annotated[list[str], typer.Argument(metavar="URL…", help="Pages, PDFs or plain texts.")],
    ledger: Annotated[str, LEDGER] = "",
    allow_private: Annotated[bool, PRIVATE] = False,
    delay: Annotated[float, DELAY] = 1.0,
    keep_originals: Annotated[bool, ORIGINALS] = False,
    report: Annotated[Path | None, REPORT] = None,
) -> None:
    """Fetch pages into a ledger, politely: robots.txt is kept, and what has not changed is not sent again.

    [bold]Examples[/bold]

      sayso fetch https://courier.example/2026/ferry --ledger news.ledger
    """

    def gather(fetcher: Fetcher, memory: Memory) -> Gathered:
        from sayso.runs.gathering import fetch_items

        return fetch_items(urls, fetcher=fetcher, memory=memory)

    with refusing():
        _gather(
            gather,
            len(urls),
            ledger,
            allow_private=allow_private,
            delay=delay,
            originals=keep_originals,
            report=report,
        )


def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED…", help="Lists of feeds (.opml), or addresses of feeds.")
    ],
    ledger: Annotated[str, LEDGER] = "",
    allow_private: Annotated[bool, PRIVATE] = False,
    delay: Annotated[float, DELAY] = 1.0,
    keep_originals: Annotated[bool, ORIGINALS] = False,
    report: Annotated[Path | None, REPORT] = None,
) -> None:
    """Fetch what is new in feeds into a ledger; once, so that a timer of the system can do it every hour.

    [bold]Examples[/bold]

      sayso watch feeds.opml --ledger news.ledger

      sayso watch https://courier.example/feed.xml --ledger news.ledger
    """
    with refusing():
        addresses = list(_addresses(feeds))

        def gather(fetcher: Fetcher, memory: Memory) -> Gathered:
            from sayso.inputs.feeds import entry_items
            from sayso.runs.gathering import watch_items

            def entries(content: bytes, name: str) -> Iterable[Item]:
                return entry_items(content, name=name)

            return watch_items(addresses, fetcher=fetcher, entries=entries, memory=memory)

        _gather(
            gather,
            len(addresses),
            ledger,
            allow_private=allow_private,
            delay=delay,
            originals=keep_originals,
            report=report,
        )


def _addresses(given: list[str]) -> Iterator[str]:
    from sayso.inputs.opml import feeds_of

    for one in given:
        if one.lower().startswith(("http://", "https://")):
            yield one
        elif not Path(one).exists():
            raise RefusedError(f"{one} is no file and no address; give a list of feeds (.opml), or https://…")
        else:
            yield from (url for _, url in feeds_of(Path(one)))


def _gather(
    gather: Callable[[Fetcher, Memory], Gathered],
    total: int,
    ledger: str,
    *,
    allow_private: bool,
    delay: float,
    originals: bool,
    report: Path | None,
) -> None:
    with open_for(ledger, create=True) as opened:
        from sayso.fetching.fetcher import Fetcher
        from sayso.fetching.posting import post
        from sayso.runs.ingesting import ingest
        from sayso.runs.remembering import Remembered
        from sayso.runs.setting import Setting
        from sayso.runs.telling import tell

        fetcher = Fetcher(allow_private=allow_private, delay=delay)
        coverage = Coverage(report, opened.name)
        found = _changed(gather(fetcher, Remembered(opened)), coverage)
        # one at a time: an address is remembered when its document is in the ledger, and not before
        outcomes = ingest(found, opened, setting=Setting(), size=1, originals=originals)
        try:
            with coverage, Bar("fetching") as bar, closing(outcomes):
                for outcome in outcomes:
                    coverage.add(outcome)
                    bar(min(coverage.items, total), total, f"fetching, {counted(coverage.items, 'document')}")
            tell(opened, send=partial(post, allow_private=allow_private))
        except KeyboardInterrupt:
            coverage.tell("stopped; the same command goes on from there")
            raise typer.Exit(INTERRUPTED) from None
        coverage.tell()
    if not coverage.complete:
        raise typer.Exit(1)


def _changed(found: Gathered, coverage: Coverage) -> Iterator[Item]:
    from sayso.fetching.fetched import NotModified
    from sayso.runs.ingesting import Outcome

    for one in found:
        if isinstance(one, NotModified):
            coverage.add(Outcome(one.url, "known"))
        else:
            yield one

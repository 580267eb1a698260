"""`sayso demo`: a ledger of invented articles to look at."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Annotated, NoReturn

import typer

from sayso.cli.ledgers import open_for
from sayso.cli.patience import Bar
from sayso.cli.refusing import RefusedError, one_line
from sayso.cli.serve import require_web, serve

NAME = "demo.ledger"
# What a newcomer may type next, where the ledger is kept.
NEXT = (
    "sayso serve {ledger}",
    "sayso events --by origins --ledger {ledger}",
    "sayso origins --ledger {ledger}",
    "sayso speaker 'Ansel Rhode' --ledger {ledger}",
    "sayso compare 'The Kestrian Observer' 'Daluvian Tribune' --ledger {ledger}",
)


def demo(
    ledger: Annotated[
        str, typer.Option("--ledger", metavar="PATH", help="Keep the ledger there; else it is thrown away.")
    ] = "",
    port: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=65_535, help="Default: the first free one from 8000."),
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser.")] = True,
    serving: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Only build the ledger, and say what to type next.")
    ] = True,
) -> None:
    """Look at sayso with articles that were written for it.

    A ferry fire, a shelled village and a strike, in nine outlets of countries that do not exist. It builds a
    ledger from them and opens the workbench.

    [bold]Examples[/bold]

      sayso demo

      sayso demo --no-serve --ledger demo.ledger
    """
    if not serving and not ledger.strip():
        raise RefusedError(
            "without --serve and --ledger nothing would be left; give both: sayso demo --no-serve --ledger"
            f" {NAME}"
        )
    if serving:
        require_web()
    with _place(ledger.strip()) as path:
        _build(path)
        if serving:
            serve(path, port=port, browser=browser)
        else:
            typer.echo("\n".join(["next:", *(f"  {line}" for line in following(path))]))


def following(path: str) -> Iterator[str]:
    """What may be typed next."""
    yield from (line.format(ledger=shlex.quote(path)) for line in NEXT)


def _build(path: str) -> None:
    with open_for(path, create=True) as opened, Bar("reading the articles") as bar:
        from sayso.demo.building import ForeignError, build

        typer.echo("reading the articles of the demo; this takes some seconds", err=True)
        try:
            number = build(opened, at=bar)
        except ForeignError as error:
            raise RefusedError(
                f"{one_line(str(error))}, among which invented ones must not come; name a new one"
            ) from error
    typer.echo(f"{number} articles, all of them invented")


@contextmanager
def _place(given: str) -> Iterator[str]:
    """The path of the ledger; one that nobody asked to keep is gone at the end, however that comes."""
    if given:
        yield given
        return
    with _ending(), TemporaryDirectory(prefix="sayso-demo-", ignore_cleanup_errors=True) as folder:
        yield str(Path(folder) / NAME)


@contextmanager
def _ending() -> Iterator[None]:
    """Where the program is told to end, or its terminal is closed, the block ends first."""
    kept = {signal.SIGTERM: signal.signal(signal.SIGTERM, _end)}
    if hasattr(signal, "SIGHUP"):
        # whoever serves knows how to end at the one signal and not at the other
        kept[signal.SIGHUP] = signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)

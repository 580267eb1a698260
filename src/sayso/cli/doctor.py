"""`sayso doctor`: is a ledger whole?"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.counting import counted
from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.patience import Bar
from sayso.cli.refusing import one_line, refusing

SHOWN = 50


def doctor(
    ledger: Annotated[str, LEDGER] = "",
    repair: Annotated[
        bool,
        typer.Option("--repair", help="Make anew what is searched, from codings and corrections."),
    ] = False,
) -> None:
    """Prove a ledger whole: its file, its rows, its words, every document against its id and its coding.

    The exit status is 1 where something is wrong.

    [bold]Examples[/bold]

      sayso doctor --ledger news.ledger

      sayso doctor --ledger news.ledger --repair
    """
    # a file that cannot be written can be examined all the same
    write = repair or not Path(ledger).is_file() or os.access(ledger, os.W_OK)
    with refusing(), open_for(ledger, write=write) as opened:
        from sayso.ledger.doctor import examine, rebuild

        if repair:
            with Bar("repairing") as bar:
                rebuild(opened, at=bar)
        with Bar("examining") as bar:
            wrong = list(examine(opened, at=bar))
        count = len(opened.ids())
    for sentence in wrong[:SHOWN]:
        typer.echo(one_line(sentence))
    if len(wrong) > SHOWN:
        typer.echo(f"{len(wrong) - SHOWN:,} more")
    found = counted(len(wrong), "fault") if wrong else "the ledger is whole"
    typer.echo(f"{counted(count, 'document')}: {found}")
    if wrong:
        raise typer.Exit(1)

"""`--actors`: lists of actors of the user's own, and what of them could not be used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from sayso.cli.refusing import one_line

OPTION = typer.Option(
    "--actors",
    metavar="FILE",
    help="Actors of your own: a YAML list or a PETRARCH dictionary. May be repeated; the first counts first.",
)
MOST_SHOWN = 3


def use_lists(paths: Sequence[Path]) -> None:
    """Knows the lists from now on and says which lines of them make no sense; raises ActorListError."""
    from sayso import pipeline

    pipeline.use_actors(paths)
    for one in pipeline.actors().lists:
        for reason in one.skipped[:MOST_SHOWN]:
            typer.echo(f"sayso: left out: {one_line(f'{one.source}, {reason}')}", err=True)
        if len(one.skipped) > MOST_SHOWN:
            rest = len(one.skipped) - MOST_SHOWN
            typer.echo(f"sayso: left out: {rest} more of {one_line(one.source)}", err=True)

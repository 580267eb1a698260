"""`sayso gazetteer`: every place of GeoNames, for whoever needs more than the package carries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.counting import counted
from sayso.cli.refusing import RefusedError, refusing

gazetteer = typer.Typer(no_args_is_help=True, rich_markup_mode="rich", help="Make a bigger list of places.")


@gazetteer.callback()
def _gazetteer() -> None:
    """Make a bigger list of places."""


@gazetteer.command()
def build(
    dump: Annotated[
        Path,
        typer.Argument(metavar="DUMP", help="allCountries.zip of GeoNames, or one country's, or the text."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The file to write.")] = Path(
        "gazetteer.bin"
    ),
) -> None:
    """Build a gazetteer from a dump of GeoNames.

    FILE appears when it is whole. Name it in SAYSO_GAZETTEER, and sayso uses it in place of its own.

    [bold]Examples[/bold]

      sayso gazetteer build allCountries.zip

      sayso gazetteer build YE.zip -o yemen.bin
    """
    from sayso.cli.patience import patience
    from sayso.resolution.gazetteer_building import build as build_gazetteer
    from sayso.resolution.gazetteer_errors import GazetteerError

    with refusing(), patience(f"reading {dump.name}"):
        try:
            count = build_gazetteer(dump, out)
        except GazetteerError as error:
            raise RefusedError(str(error)) from error
    typer.echo(f"{counted(count, 'place')} written to {out}", err=True)

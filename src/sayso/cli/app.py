"""The commands together."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.beside import beside
from sayso.cli.code import code
from sayso.cli.compare import compare
from sayso.cli.correct import correct
from sayso.cli.corrections import corrections
from sayso.cli.demo import demo
from sayso.cli.diff import diff
from sayso.cli.doctor import doctor
from sayso.cli.evaluate import evaluate
from sayso.cli.events import event, events
from sayso.cli.export import export
from sayso.cli.fetch import fetch, watch
from sayso.cli.filing import report
from sayso.cli.flowing import flow
from sayso.cli.gazetteer import gazetteer
from sayso.cli.importing import import_tables
from sayso.cli.ingest import ingest
from sayso.cli.origins import origins
from sayso.cli.read import read
from sayso.cli.recode import recode
from sayso.cli.search import search
from sayso.cli.serve import serve
from sayso.cli.show import show
from sayso.cli.speaker import speaker
from sayso.cli.tokens import tokens
from sayso.cli.users import users

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso_itself(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news articles and tell who says what, on whose say-so. An allegation never becomes a fact."""


app.command()(read)
app.command()(code)
app.command()(ingest)
app.command()(recode)
app.command()(fetch)
app.command()(watch)
app.command("import")(import_tables)
app.command()(beside)
app.command()(export)
app.command()(search)
app.command()(show)
app.command()(report)
app.command()(events)
app.command()(event)
app.command()(origins)
app.command()(compare)
app.command()(speaker)
app.command()(serve)
app.command()(demo)
app.command()(diff)
app.command()(doctor)
app.command()(evaluate)
app.add_typer(correct, name="correct")
app.add_typer(corrections, name="corrections")
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(users, name="users")
app.add_typer(tokens, name="tokens")
flow(app)

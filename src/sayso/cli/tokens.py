"""`sayso tokens`: what lets programs in to a ledger that is served."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.refusing import one_line


class Scope(StrEnum):
    """What a token may do."""

    read = "read"
    write = "write"
    admin = "admin"


tokens = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="What lets programs in where `sayso serve` serves a ledger.",
)


@tokens.command()
def add(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="What it is for; it stands at corrections made with it.")
    ],
    ledger: Annotated[str, LEDGER] = "",
    scope: Annotated[Scope, typer.Option(help="read; write: also correct and add; admin: also users.")] = (
        Scope.read
    ),
    days: Annotated[int, typer.Option(metavar="N", min=1, max=3660, help="How long it counts.")] = 90,
    user: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose it is: it can do no more than they, and goes with them."),
    ] = None,
) -> None:
    """Make a token and print it: this once, since only a digest of it is kept.

    A program sends it as `Authorization: Bearer sayso_…`.

    [bold]Examples[/bold]

      sayso tokens add "weekly figures" --ledger news.ledger

      sayso tokens add importer --scope write --days 365 --ledger news.ledger > token.txt
    """
    with open_for(ledger, write=True) as opened:
        from sayso.ledger.accounts.tokens import make_token

        secret, made = make_token(opened, name, scope=scope.value, user=user, lasts=timedelta(days=days))
    typer.echo(secret)
    told = f"{made.id} may {made.scope} until {(made.expires or '')[:10]}; copy it now, it is kept nowhere"
    typer.echo(f"sayso: token {told}", err=True)


@tokens.command("list")
def list_(ledger: Annotated[str, LEDGER] = "") -> None:
    """Tokens with their ids, what they may do, whose they are and until when; never the tokens themselves.

    [bold]Examples[/bold]

      sayso tokens list --ledger news.ledger
    """
    with open_for(ledger) as opened:
        from sayso.ledger.accounts.tokens import all_tokens

        for one in all_tokens(opened):
            until = f"until {one.expires[:10]}" if one.expires else "for ever"
            typer.echo(
                "\t".join(
                    map(
                        one_line,
                        (
                            one.id,
                            "feed" if one.kind == "feed" else one.scope,
                            until,
                            one.user or "-",
                            one.name,
                        ),
                    )
                )
            )


@tokens.command()
def revoke(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="As `sayso tokens list` tells them.")],
    ledger: Annotated[str, LEDGER] = "",
) -> None:
    """From now on these tokens let nobody in.

    [bold]Examples[/bold]

      sayso tokens revoke 9f2c41ab --ledger news.ledger
    """
    with open_for(ledger, write=True) as opened:
        from sayso.ledger.accounts.tokens import revoke as take_away

        for id in ids:
            take_away(opened, id)
            typer.echo(one_line(f"revoked: {id}"))

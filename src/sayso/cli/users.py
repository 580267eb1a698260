"""`sayso users`: who may log in to a ledger that is served."""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.refusing import RefusedError, one_line

_NAME = typer.Argument(metavar="NAME", help="By which they log in, and which stands at their corrections.")


class Role(StrEnum):
    """What a user may do."""

    reader = "reader"
    editor = "editor"
    admin = "admin"


users = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="Who may log in where `sayso serve` serves a ledger. From the first user on, everybody must.",
)


@users.command()
def add(
    name: Annotated[str, _NAME],
    ledger: Annotated[str, LEDGER] = "",
    role: Annotated[
        Role,
        typer.Option(help="A reader looks; an editor corrects and adds; an admin manages users as well."),
    ] = Role.reader,
) -> None:
    """Let somebody in. The password is asked for, or read from standard input: one line.

    [bold]Examples[/bold]

      sayso users add ilena --role admin --ledger news.ledger

      pass show sayso/ilena | sayso users add ilena --role editor --ledger news.ledger
    """
    with open_for(ledger, write=True) as opened:
        from sayso.ledger.accounts.users import add_user

        made = add_user(opened, name, role=role.value, password=_password())
    typer.echo(f"added: {made.name}, {made.role}")


@users.command("list")
def list_(ledger: Annotated[str, LEDGER] = "") -> None:
    """Users with their roles, by their names.

    [bold]Examples[/bold]

      sayso users list --ledger news.ledger
    """
    with open_for(ledger) as opened:
        from sayso.ledger.accounts.users import all_users

        for one in all_users(opened):
            typer.echo("\t".join((one.name, one.role, f"since {one.created[:10]}")))


@users.command()
def role(
    name: Annotated[str, _NAME],
    role: Annotated[Role, typer.Argument(metavar="ROLE", help="reader, editor or admin.")],
    ledger: Annotated[str, LEDGER] = "",
) -> None:
    """Give a user another role; it counts at once.

    [bold]Examples[/bold]

      sayso users role ilena editor --ledger news.ledger
    """
    with open_for(ledger, write=True) as opened:
        from sayso.ledger.accounts.users import set_role

        set_role(opened, name, role.value)
    typer.echo(one_line(f"changed: {name}, {role.value}"))


@users.command()
def passwd(name: Annotated[str, _NAME], ledger: Annotated[str, LEDGER] = "") -> None:
    """Give a user another password; all their browsers must log in anew.

    [bold]Examples[/bold]

      sayso users passwd ilena --ledger news.ledger
    """
    with open_for(ledger, write=True) as opened:
        from sayso.ledger.accounts.users import set_password

        set_password(opened, name, _password())
    typer.echo(one_line(f"changed: the password of {name}"))


@users.command()
def remove(name: Annotated[str, _NAME], ledger: Annotated[str, LEDGER] = "") -> None:
    """Let a user in no more, nor any of their tokens. Their corrections stay.

    [bold]Examples[/bold]

      sayso users remove ilena --ledger news.ledger
    """
    with open_for(ledger, write=True) as opened:
        from sayso.ledger.accounts.users import has_users, remove_user

        remove_user(opened, name)
        rest = has_users(opened)
    typer.echo(one_line(f"removed: {name}"))
    if not rest:
        typer.echo("sayso: no user is left; on this machine nobody need log in any more", err=True)


def _password() -> str:
    """Typed twice without being shown, or one line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != given:
        raise RefusedError("the two passwords differ; give the command again")
    return given

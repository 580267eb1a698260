"""`sayso serve`: the workbench in a browser."""

from __future__ import annotations

import getpass
import os
import re
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.ledgers import VARIABLE, open_up_to_date
from sayso.cli.refusing import RefusedError, one_line
from sayso.text.redacting import shown

if TYPE_CHECKING:
    from sayso.api.settings import Settings
    from sayso.ledger.ledger import Ledger

# "all addresses of this machine", by which nobody calls it
_ANY = ("0.0.0.0", "::")
_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]+\]", re.IGNORECASE)
_NEEDED = ("fastapi", "starlette", "uvicorn", "anyio")


def serve(
    ledger: Annotated[
        str,
        typer.Argument(
            metavar="LEDGER", envvar=VARIABLE, help="Path of a file, or postgresql://user@host/name."
        ),
    ] = "",
    host: Annotated[str, typer.Option(metavar="H", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=65_535, help="Default: the first free one from 8000."),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="N", help="By which others reach it, such as news.example.org."),
    ] = None,
    keep_originals: Annotated[
        bool,
        typer.Option(
            "--keep-originals", help="Keep what is added as it came in, too, and show it beside its text."
        ),
    ] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser.")] = True,
) -> None:
    """Open the workbench: read, search and look at a ledger in a browser. Ctrl-C ends it.

    It listens on this machine only, and needs no network. Where others reach it (--host, --name), and where
    the ledger has users, everybody must log in: `sayso users add` comes first.

    [bold]Examples[/bold]

      sayso serve news.ledger

      sayso serve postgresql://me@server/news --port 8080 --no-browser
    """
    if not ledger.strip():
        raise RefusedError(f"no ledger is given; name one (sayso serve news.ledger), or set {VARIABLE}")
    require_web()
    from sayso.api import serving
    from sayso.api.settings import Settings

    settings = Settings(
        host=host,
        name=name_of(ledger),
        more_names=_names(host, name or []),
        person=_person(),
        originals=keep_originals,
    )
    with open_up_to_date(ledger) as opened:
        _check_guarded(opened, settings)
        try:
            listening = serving.listen(host, port)
        except OSError as error:
            where = f"{host} port {port}" if port else host
            raise RefusedError(
                f"cannot listen on {where}: {error.strerror or error}; give another --port"
            ) from error
        _tell(settings, serving.address(listening), browser=browser)
        serving.serve(opened, settings, listening)


def require_web() -> None:
    """Says what to install where the web framework is missing, before anything is begun.

    Raises:
        RefusedError: it is missing.
    """
    try:
        from sayso.api import serving  # noqa: F401
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        raise RefusedError('the workbench needs a web framework: pip install "sayso[web]"') from None


def name_of(ledger: str) -> str:
    """What a ledger is called on its pages: the last part of its path or URL, without a password."""
    scheme, _, rest = ledger.rpartition("://")
    last = rest.partition("?")[0].rstrip("/").replace("\\", "/").rpartition("/")[2]
    return (last.rpartition("@")[2] if scheme else last) or "ledger"


def _names(host: str, given: list[str]) -> frozenset[str]:
    """Raises RefusedError for what is no name of a machine, and where none is given that others could use."""
    for one in given:
        if not _NAME.fullmatch(one):
            raise RefusedError(
                f"{one_line(one)!r} is no name of a machine; expected such as news.example.org"
            )
    if host in _ANY and not given:
        raise RefusedError(
            f"{host} is every address of this machine; say by which name others reach it, such as"
            " --name news.example.org"
        )
    return frozenset(one.casefold() for one in given)


def _check_guarded(ledger: Ledger, settings: Settings) -> None:
    """Whoever serves others must ask them who they are.

    Raises:
        RefusedError: nobody could say who they are.
    """
    from sayso.ledger.accounts.tokens import has_tokens
    from sayso.ledger.accounts.users import has_users

    if settings.alone:
        return
    if not has_users(ledger) and not has_tokens(ledger):
        where = one_line(next(iter(settings.more_names), settings.host))
        raise RefusedError(
            f"{where} lets other machines in, and the ledger has no users; make one first: sayso users add"
            f" NAME --role admin --ledger {one_line(shown(ledger.name))}"
        )
    typer.echo(
        "sayso: passwords can be read on their way unless a server with HTTPS stands before this one",
        err=True,
    )


def _person() -> str:
    """Who signs corrections where nobody need log in."""
    given = os.environ.get("SAYSO_USER", "").strip()
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may know no names
        return "somebody"


def _tell(settings: Settings, address: str, *, browser: bool) -> None:
    typer.echo(f"{settings.name} is open at {address} (Ctrl-C ends it)")
    if browser:
        import webbrowser

        webbrowser.open(address)

"""`--ledger`: which ledger a command works on, and what goes wrong with it, said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.refusing import RefusedError, one_line
from sayso.text.redacting import shown

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger

VARIABLE = "SAYSO_LEDGER"
LAYING = "laying documents beside each other"
# `ledger: Annotated[str, LEDGER] = ""`
LEDGER = typer.Option(
    "--ledger",
    metavar="L",
    envvar=VARIABLE,
    help="The ledger: path of a file, or postgresql://user@host/name.",
)
_DAMAGED = "malformed"  # SQLite's own word


@contextmanager
def open_for(ledger: str, *, create: bool = False, write: bool = False) -> Iterator[Ledger]:
    """The ledger, closed after the block; whatever it cannot do in the block is refused in one sentence.

    Args:
        ledger: as given by `LEDGER`.
        create: make one where there is none.
        write: it will be written to.

    Raises:
        RefusedError: none is given, or the ledger cannot be opened or cannot do what was asked.
    """
    if not ledger.strip():
        raise RefusedError(f"no ledger is given; name one with --ledger, or set {VARIABLE}")
    try:
        from sayso.ledger.errors import LedgerError
        from sayso.ledger.ledger import Ledger
    except ModuleNotFoundError as error:
        if error.name != "sqlalchemy":
            raise
        raise RefusedError('a ledger needs SQLAlchemy: pip install "sayso[ledger]"') from None
    try:
        with Ledger(ledger, create=create, write=write) as opened:
            yield opened
    except LedgerError as error:
        raise RefusedError(one_line(shown(_told(ledger, str(error))))) from error


@contextmanager
def open_up_to_date(ledger: str) -> Iterator[Ledger]:
    """The ledger with every document laid beside the others, as what is asked across documents needs it.

    What of them cannot be, since the ledger cannot be written, is said on standard error.
    """
    with open_for(ledger) as opened:
        from sayso.cli.patience import Bar
        from sayso.ledger.across.bringing import refresh

        with Bar(LAYING) as bar:
            remaining = refresh(opened, at=bar)
        if remaining:
            told = f"{remaining:,} document{'' if remaining == 1 else 's'} not yet laid beside the others"
            typer.echo(f"sayso: {told}, since the ledger cannot be written; they are left out", err=True)
        yield opened


def _told(ledger: str, sentence: str) -> str:
    if _DAMAGED not in sentence or not Path(ledger).is_file():
        return sentence
    from sayso.cli.damage import damaged

    return damaged(Path(ledger))

"""`--ledger`: which ledger a command works on, and what goes wrong with it, said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from sayso.cli.refusing import RefusedError, one_line

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger

VARIABLE = "SAYSO_LEDGER"
# `ledger: Annotated[str, LEDGER] = ""`
LEDGER = typer.Option(
    "--ledger",
    metavar="L",
    envvar=VARIABLE,
    help="The ledger: path of a file, or postgresql://user@host/name.",
)


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
        raise RefusedError(one_line(str(error))) from error

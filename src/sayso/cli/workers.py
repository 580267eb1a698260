"""`--on`: where the workers of a run are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.refusing import RefusedError, one_line, refusing

if TYPE_CHECKING:
    from sayso.runs.pool import Opening

PROCESSES, RAY = "processes", "ray"
# Of processes; a cluster says itself how many it has room for.
MOST = 64
# `jobs: Annotated[int, JOBS] = 1` and `on: Annotated[str, ON] = PROCESSES`
JOBS = typer.Option("--jobs", "-j", min=1, help="Workers; the result is the same for any number.")
ON = typer.Option(
    "--on", metavar="WHERE", help="Where they are: processes of this machine, or ray[:ADDRESS] for a cluster."
)


def input_path(given: str) -> Path:
    """An input as it is written: a path, or the URL of a file or folder in a store."""
    from sayso.inputs.remote import path_of

    with refusing():
        return path_of(given)


def workers(on: str, jobs: int, *, inputs: Sequence[Path] = (), ledger: str = "") -> Opening:
    """Who does the work.

    Args:
        on: as given by `ON`.
        jobs: how many there shall be.
        inputs: which every one of them must find.
        ledger: in which every one of them looks things up, "" for none.

    Raises:
        RefusedError: nobody can work there.
    """
    where, _, address = on.partition(":")
    if where == PROCESSES and not address:
        from sayso.runs.processes import processes

        if jobs > MOST:
            raise RefusedError(f"{jobs} processes are too many for one machine; expected at most {MOST}")
        return processes
    if where != RAY:
        raise RefusedError(
            one_line(f"{on!r} is no place for workers; expected {PROCESSES} or {RAY}[:ADDRESS]")
        )
    if address and ledger and "://" not in ledger:
        raise RefusedError(
            one_line(f"{ledger} is a file, which other machines cannot share; give a ledger in PostgreSQL")
        )
    from sayso.inputs.remote import Remote
    from sayso.runs.actors import actors

    here = [path for path in inputs if not isinstance(path, Remote) and path.exists()]
    places = {path if path.is_dir() else path.parent for path in here}
    return actors(address or None, needs=sorted(places))

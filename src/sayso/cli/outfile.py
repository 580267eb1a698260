"""A file that appears under its name when it is whole, and not before."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sayso.cli.refusing import RefusedError

STDOUT = Path("-")
# Names that systems have for it; behind a pipe they lead to no file that could take a name.
_STANDARD = frozenset((STDOUT, *map(Path, ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"))))


def standard(out: Path | None) -> bool:
    """Whether it is standard output: None, "-", or what the system calls so."""
    return out is None or out in _STANDARD


@contextmanager
def written(out: Path | None) -> Iterator[TextIO]:
    """Where to write: standard output for what is `standard`, and else a file.

    It is written beside `out` and takes its name at the end of the block. Where the block does not come
    to its end (Ctrl-C, a full disk), nothing is left of it, and what was called so before stays.

    Raises:
        RefusedError: no file can stand there.
        RunError: it would be written over a ledger.
    """
    if out is None or standard(out):
        yield sys.stdout
        return
    place = _checked(out)
    if out.exists() and not out.is_file():  # a pipe or a device has no name to take
        with out.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    part = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        with _named(out), part.open("x", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            part.chmod(place.stat().st_mode & 0o777)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _checked(out: Path) -> Path:
    """Where the file will be: behind a link its end."""
    from sayso.runs.sparing import spare_ledgers

    if out.is_dir():
        raise RefusedError(f"{out} is a folder; give the name of a file to write")
    spare_ledgers(out)
    place = Path(os.path.realpath(out))
    if not place.parent.is_dir():
        raise RefusedError(f"{place.parent} is no folder; make it first, or write {out.name} elsewhere")
    return place


@contextmanager
def _named(out: Path) -> Iterator[None]:
    """A full disk is one for the file that was asked for."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise OSError(error.errno, error.strerror, str(out)) from error

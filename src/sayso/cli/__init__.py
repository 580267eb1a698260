"""The command line: one module per command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

USAGE = 2
#: What a shell reports for a program that a closed pipe ended (128 + SIGPIPE).
CLOSED_PIPE = 141
INTERRUPTED = 130


def main() -> None:
    """Run `sayso`; bad input ends in one sentence on standard error and exit status 2."""
    try:
        with _closed_pipes_told():
            status = _run()
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough; Python must not complain at its own exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = CLOSED_PIPE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        # Standard output could not be written, as on a full disk; what is left of it must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"sayso: {error.strerror or error}", file=sys.stderr)
        status = USAGE
    sys.exit(status)


@contextmanager
def _closed_pipes_told() -> Iterator[None]:
    """Typer and rich take a closed pipe for a failure and exit with 1; here it is what it was."""
    try:
        yield
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        raise


def _run() -> int:
    from sayso.cli.app import app
    from sayso.cli.refusing import RefusedError, one_line

    try:
        result = app(standalone_mode=False)
        return result if isinstance(result, int) else 0
    except RefusedError as refused:
        message = str(refused)
    except Exception as error:
        # What typer finds wrong with the command line; its class has moved between versions.
        if not hasattr(error, "format_message"):
            raise
        told = error.format_message().rstrip(".")
        if not told:  # a group of commands by itself: its help was shown
            return USAGE
        message = one_line(f"{told}; `{_asked(error)} --help` shows what there is")
    print(f"sayso: {message}", file=sys.stderr)
    return USAGE


def _asked(error: Exception) -> str:
    """The command that was given, as far as it is known."""
    names: list[str] = []
    context = getattr(error, "ctx", None)
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name)
        context = context.parent
    return " ".join(["sayso", *names])

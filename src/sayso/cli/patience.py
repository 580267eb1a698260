"""A sign of life on standard error for what takes over two seconds."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

SECONDS = 2.0


@contextmanager
def patience(doing: str) -> Iterator[None]:
    """Show a spinner when the block takes long; nothing where standard error is not a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    spinner = threading.Thread(target=_spin, args=(doing, done), daemon=True)
    spinner.start()
    try:
        yield
    finally:
        done.set()
        spinner.join()


def _spin(doing: str, done: threading.Event) -> None:
    if done.wait(SECONDS):
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{doing} …"):
        done.wait()


class Bar:
    """A progress bar that appears when the work takes long; call it with (done, total), and with what
    is being done where that changes.
    """

    def __init__(self, doing: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task(doing)
        self._begun = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int, doing: str | None = None) -> None:
        if not self._shown and sys.stderr.isatty() and time.monotonic() - self._begun > SECONDS:
            self._progress.start()
            self._shown = True
        self._progress.update(self._task, completed=done, total=total, description=doing)

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._progress.stop()

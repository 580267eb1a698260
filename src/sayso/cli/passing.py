"""Files of folders that were passed over, since sayso does not read their kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import typer

from sayso.cli.refusing import one_line

SHOWN = 5  # on the screen, of those that can be helped
# What SQLite puts beside the file of a ledger, and a run beside the file that it writes.
_BESIDE = ("", "-wal", "-shm", "-journal", ".part", ".state")


class PassedOver:
    """Counts what it is called with.

    Args:
        own: files that sayso itself writes, which count no more than what stands beside them.
    """

    def __init__(self, *own: Path) -> None:
        self._own = {f"{path.resolve()}{end}" for path in own for end in _BESIDE}
        self._kinds: Counter[str] = Counter()
        self._helped: list[str] = []
        self._more = 0

    def __call__(self, path: Path) -> str | None:
        """Why it is passed over, None where it is a file of sayso's own."""
        from sayso.inputs.unread import advice, kind_of

        if str(path.resolve()) in self._own:
            return None
        kind, told = kind_of(path), advice(path)
        self._kinds[kind] += 1
        if told and len(self._helped) < SHOWN:
            self._helped.append(f"{path}: {told}")
        elif told:
            self._more += 1
        return told or f"sayso does not read it ({kind})"

    def __str__(self) -> str:
        """As "passed over: 3 files (.png 2, .gz 1)"; "" where there is none."""
        from sayso.inputs.unread import counted

        return f"passed over: {counted(self._kinds)}" if self._kinds else ""

    def tell(self) -> None:
        """What could be read after all, on standard error."""
        for line in self._lines():
            typer.echo(one_line(f"sayso: passed over: {line}"), err=True)

    def _lines(self) -> Iterator[str]:
        yield from self._helped
        if self._more:
            yield f"{self._more:,} more archives or lists of feeds"

"""A file that grows by whole shards, so that a run which is killed goes on where it was.

Beside OUT stand OUT.part, with what is written so far, and OUT.state, with how much of it counts. The
output appears under its own name only when it is whole.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from sayso.runs.errors import RunError
from sayso.runs.sparing import spare_ledgers

# Notes of a run that are kept; of the others only the number.
NOTES = 20


class Journal:
    """The output of one run.

    Args:
        out: where the output is to stand.
        run: what the run does, as plain JSON; another run does not go on with this one's part.
        heading: what the output begins with.

    Attributes:
        done: items that are written already.
        counts: numbers kept along with them.
        notes: the first `NOTES` sentences kept along with them.

    Raises:
        RunError: `out` cannot be written, or another run writes it.
    """

    def __init__(self, out: Path, run: Mapping[str, Any], *, heading: str = "") -> None:
        check_out(out)
        self._out = Path(os.path.realpath(out))
        self._part, self._state = (self._out.with_name(self._out.name + end) for end in (".part", ".state"))
        self._run = json.loads(json.dumps(run))
        self._heading = heading
        self.done = 0
        self.counts: dict[str, int] = {}
        self.notes: list[str] = []
        self._file: BinaryIO | None = None

    def __enter__(self) -> Journal:
        self._part.touch()
        self._file = self._part.open("r+b")
        try:
            _lock(self._file, self._out)
            bytes_ = self._known()
            self._file.truncate(bytes_)
            self._file.seek(bytes_)
            if not bytes_:
                self.add(self._heading, items=0)
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        if self._file is not None:
            self._file.close()

    def _known(self) -> int:
        """Bytes of the part that count: 0 where there is no part, or one of another run."""
        try:
            state = json.loads(self._state.read_text(encoding="utf-8"))
            known, done = int(state["bytes"]), int(state["done"])
            counts, notes = dict(state["counts"]), list(state["notes"])
            if state["run"] != self._run or not 0 <= known <= self._part.stat().st_size:
                return 0
        except (OSError, ValueError, KeyError, TypeError):
            return 0
        self.done, self.counts, self.notes = done, counts, notes
        return known

    def add(self, text: str, *, items: int, notes: Sequence[str] = (), **counts: int) -> None:
        """Writes a shard; when this returns, it survives a kill."""
        assert self._file is not None
        self._file.write(text.encode("utf-8", "replace"))
        self._file.flush()
        os.fsync(self._file.fileno())
        self.done += items
        self.notes += notes[: NOTES - len(self.notes)]
        for name, count in counts.items():
            self.counts[name] = self.counts.get(name, 0) + count
        self._keep()

    def _keep(self) -> None:
        assert self._file is not None
        state = {
            "run": self._run,
            "done": self.done,
            "bytes": self._file.tell(),
            "counts": self.counts,
            "notes": self.notes,
        }
        fresh = self._state.with_name(self._state.name + ".new")
        fresh.write_text(json.dumps(state), encoding="utf-8")
        fresh.replace(self._state)

    def finish(self) -> None:
        """Gives the output its name."""
        assert self._file is not None
        self._file.close()
        self._part.replace(self._out)
        self._state.unlink(missing_ok=True)


def check_out(out: Path) -> None:
    """Raises RunError where no file can stand at `out`: hours later would be too late to say so."""
    if out == Path("-"):
        raise RunError("- is no file; a run that can go on where it was needs the name of one")
    if out.is_dir():
        raise RunError(f"{out} is a folder; give the name of a file to write")
    if out.exists() and not out.is_file():
        raise RunError(f"{out} is no regular file; a run that can go on where it was needs a file on disk")
    spare_ledgers(out)
    folder = Path(os.path.realpath(out)).parent
    if not folder.is_dir():
        raise RunError(f"{folder} is no folder; make it first, or write {out.name} elsewhere")


def _lock(file: BinaryIO, out: Path) -> None:
    """Keeps a second run from writing the same output; the lock goes with the process."""
    try:
        import fcntl
    except ImportError:  # Windows lets nobody else rename the file while it is open
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise RunError(f"another run is writing {out}; wait for it, or write to another file") from None
    except OSError:
        return  # a network disk without locks

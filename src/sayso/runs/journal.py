"""A file that grows by whole shards, so that a run which is killed goes on where it was.

Beside OUT stand OUT.part, with what is written so far, and OUT.state, with how much of it counts. The
output appears under its own name only when it is whole.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO


class Journal:
    """The output of one run.

    Args:
        out: where the output is to stand.
        run: what the run does, as plain JSON; another run does not go on with this one's part.

    Attributes:
        done: items that are written already.
        counts: numbers kept along with them.
    """

    def __init__(self, out: Path, run: Mapping[str, Any]) -> None:
        self._out = out
        self._part, self._state = (out.with_name(out.name + end) for end in (".part", ".state"))
        self._run = json.loads(json.dumps(run))
        self.done = 0
        self.counts: dict[str, int] = {}
        self._file: BinaryIO | None = None

    def __enter__(self) -> Journal:
        bytes_ = self._known()
        self._file = self._part.open("r+b" if bytes_ else "wb")
        self._file.truncate(bytes_)
        self._file.seek(bytes_)
        return self

    def __exit__(self, *error: object) -> None:
        if self._file is not None:
            self._file.close()

    def _known(self) -> int:
        """Bytes of the part that count: 0 where there is no part, or one of another run."""
        try:
            state = json.loads(self._state.read_text(encoding="utf-8"))
            known = int(state["bytes"])
            if state["run"] != self._run or self._part.stat().st_size < known:
                return 0
            self.done, self.counts = int(state["done"]), dict(state["counts"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0
        return known

    def add(self, text: str, *, items: int, **counts: int) -> None:
        """Writes a shard; when this returns, it survives a kill."""
        assert self._file is not None
        self._file.write(text.encode("utf-8", "replace"))
        self._file.flush()
        os.fsync(self._file.fileno())
        self.done += items
        for name, count in counts.items():
            self.counts[name] = self.counts.get(name, 0) + count
        state = {"run": self._run, "done": self.done, "bytes": self._file.tell(), "counts": self.counts}
        fresh = self._state.with_name(self._state.name + ".new")
        fresh.write_text(json.dumps(state), encoding="utf-8")
        fresh.replace(self._state)

    def finish(self) -> None:
        """Gives the output its name."""
        assert self._file is not None
        self._file.close()
        self._part.replace(self._out)
        self._state.unlink(missing_ok=True)

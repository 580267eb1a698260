"""How often one host is asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_PAUSE = 60.0


class Pacing:
    """Seconds of rest between two requests to one host, counted from the end of the first.

    For one thread: requests go out one after another.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._rests: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, *, rest: float = 0.0) -> Iterator[None]:
        """Waits until the host may be asked; `rest` is what the host itself asks for after it."""
        time.sleep(max(0.0, self._rests.get(host, 0.0) - time.monotonic()))
        try:
            yield
        finally:
            self._rests[host] = max(
                self._rests.get(host, 0.0), time.monotonic() + max(self._seconds, min(rest, LONGEST_PAUSE))
            )

    def hold(self, host: str, seconds: float) -> None:
        """The host is busy and asks for more rest than usual; no more than a minute is granted."""
        self._rests[host] = max(
            self._rests.get(host, 0.0), time.monotonic() + min(max(seconds, 0.0), LONGEST_PAUSE)
        )

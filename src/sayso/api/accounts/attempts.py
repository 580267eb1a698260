"""How often somebody may try to log in, so that passwords cannot be guessed."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from threading import Lock

WITHIN = 15 * 60  # seconds
# A person who has forgotten tries a few; from one office several may; and what many machines try together
# on one name is stopped as well.
OF_NAME_AND_PLACE, OF_PLACE, OF_NAME = 5, 30, 60
_MOST = 10_000  # names and places that are remembered


class Attempts:
    """Attempts that failed, of the last quarter of an hour.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._lock = Lock()

    def begin(self, name: str, place: str) -> int:
        """Counts one, as if it failed; the seconds to wait where there were too many, and 0 else.

        Counted beforehand, a thousand that come at once are not let through together.
        """
        with self._lock:
            now = self._clock()
            waits = [self._wait(key, most, now) for key, most in _keys(name, place)]
            if not any(waits):
                for key, _ in _keys(name, place):
                    self._note(key, now)
            return max(waits)

    def succeeded(self, name: str, place: str) -> None:
        """The one that was counted did not fail, and those before it were slips of the hand."""
        with self._lock:
            own, *others = (key for key, _ in _keys(name, place))
            self._failed.pop(own, None)
            for key in others:
                if self._failed.get(key):
                    self._failed[key].pop()

    def _wait(self, key: Hashable, most: int, now: float) -> int:
        failed = self._failed.get(key, deque())
        while failed and failed[0] <= now - WITHIN:
            failed.popleft()
        return 0 if len(failed) < most else int(failed[0] + WITHIN - now) + 1

    def _note(self, key: Hashable, now: float) -> None:
        self._failed.setdefault(key, deque()).append(now)
        self._failed.move_to_end(key)
        while len(self._failed) > _MOST:
            self._failed.popitem(last=False)


def _keys(name: str, place: str) -> tuple[tuple[Hashable, int], ...]:
    known = name.strip().casefold()[:100]
    return (
        (("both", known, place), OF_NAME_AND_PLACE),
        (("place", place), OF_PLACE),
        (("name", known), OF_NAME),
    )

"""Answers that many ask for, found once for as long as the ledger stays as it is."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from sayso.ledger.ledger import Ledger
from sayso.ledger.overview import state

Question = TypeVar("Question", bound=Hashable)
Answer = TypeVar("Answer")


@dataclass(slots=True)
class _Entry(Generic[Answer]):
    """An answer, the state of the ledger then, and until when it is given whatever the state."""

    lock: Lock = field(default_factory=Lock)
    found: tuple[Answer, tuple[object, ...], float] | None = None


class Remembered(Generic[Question, Answer]):
    """Gives the same answer to the same question until the ledger changes.

    Args:
        ledger: what is asked.
        ask: finds an answer; it is called by one thread at a time for the same question.
        most: answers that are kept.
        patience: so many times as long as it took to find an answer is it given although the ledger has
            changed; one that is being filled changes all the time.
    """

    def __init__(
        self, ledger: Ledger, ask: Callable[[Question], Answer], *, most: int, patience: float = 0
    ) -> None:
        self._ledger, self._ask = ledger, ask
        self._most, self._patience = most, patience
        self._lock = Lock()
        self._entries: OrderedDict[Question, _Entry[Answer]] = OrderedDict()

    def __call__(self, question: Question) -> Answer:
        entry = self._entry(question)
        if self._patience and entry.found is not None and entry.lock.locked():
            return entry.found[0]  # somebody finds a newer one; nobody else need wait for it
        with entry.lock:
            here = state(self._ledger)
            if entry.found is not None and (entry.found[1] == here or time.monotonic() < entry.found[2]):
                return entry.found[0]
            begun = time.monotonic()
            answer = self._ask(question)
            ended = time.monotonic()
            entry.found = (answer, here, ended + self._patience * (ended - begun))
            return answer

    def _entry(self, question: Question) -> _Entry[Answer]:
        with self._lock:
            entry = self._entries.setdefault(question, _Entry())
            self._entries.move_to_end(question)
            if len(self._entries) > self._most:
                self._entries.popitem(last=False)
            return entry

"""The same question is answered once, until the ledger changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread

import pytest

from sayso.api.remembering import Remembered
from sayso.ledger.ledger import Ledger
from tests.conftest import made_reading
from tests.ledger.asked import copies, fill


class Clerk:
    """Answers with how many questions there were, and keeps them."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, question: str) -> int:
        self.asked.append(question)
        return len(self.asked)


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "news.ledger", create=True) as opened:
        yield opened


def test_the_same_question_is_answered_once_until_the_ledger_changes(growing: Ledger) -> None:
    clerk = Clerk()
    remembered = Remembered(growing, clerk, most=9)
    assert [remembered("a"), remembered("a"), remembered("b")] == [1, 1, 2]
    fill(growing, copies([made_reading()], 1))
    assert remembered("a") == 3
    assert clerk.asked == ["a", "b", "a"]


def test_what_takes_long_is_given_a_while_although_the_ledger_changes(growing: Ledger) -> None:
    clerk = Clerk()
    remembered = Remembered(growing, clerk, most=9, patience=1e9)
    first = remembered("a")
    fill(growing, copies([made_reading()], 1))
    assert remembered("a") == first


def test_what_was_asked_longest_ago_is_forgotten(growing: Ledger) -> None:
    clerk = Clerk()
    remembered = Remembered(growing, clerk, most=2)
    for question in ("a", "b", "a", "c", "a", "b"):
        remembered(question)
    assert clerk.asked == ["a", "b", "c", "b"]


def test_many_who_ask_at_once_wait_for_one_answer(growing: Ledger) -> None:
    clerk = Clerk()
    remembered = Remembered(growing, clerk, most=9)
    together = Barrier(8)

    def ask() -> None:
        together.wait()
        remembered("a")

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert clerk.asked == ["a"]

"""What the list of events, each once, was asked for: as for events, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast, get_args

from sayso.ledger.across.events import By
from sayso.ledger.errors import LedgerError
from sayso.workbench.addresses import with_query
from sayso.workbench.asking import Asked, asked
from sayso.workbench.given import skipped

STORIES = "/stories"
ORDERS = {"newest": "newest first", "oldest": "oldest first", "origins": "most origins first"}


@dataclass(frozen=True, slots=True)
class AskedOnce(Asked):
    """A question whose answers are events, each once however many documents tell of it.

    Attributes:
        by: what comes first; `order` means nothing here.
        after: how many come before the page, in digits, or None for the first one.
    """

    by: By = "newest"

    __hash__ = Asked.__hash__

    @property
    def skip(self) -> int:
        return int(self.after or 0)

    @property
    def accounts(self) -> Asked:
        """The same asked of single accounts, from the beginning."""
        return Asked("events", self.words, self.values, self.since, self.until, self.origins)

    def pairs(self) -> Iterator[tuple[str, str]]:
        yield from Asked.pairs(replace(self, order="newest", after=None))
        if self.by != "newest":
            yield "by", self.by
        if self.after is not None:
            yield "skip", self.after

    def address(self, form: str = "") -> str:
        """Of the page; there is no download."""
        return with_query(STORIES, self.pairs())


def asked_once(pairs: Iterable[tuple[str, str]]) -> AskedOnce:
    """The question that an address puts.

    Raises:
        LedgerError: it has a name that means nothing here, or too much of it.
    """
    given = list(pairs)
    if any(name in ("order", "after") for name, _ in given):
        raise LedgerError("events, each once, are asked by `by` and `skip` in place of order and after")
    by, skip = _one(given, "by") or "newest", _one(given, "skip")
    if by not in get_args(By):
        raise LedgerError(f"{by!r:.40} is no order; expected newest, oldest or origins")
    plain = asked("events", [pair for pair in given if pair[0] not in ("by", "skip")])
    return AskedOnce(
        "events",
        plain.words,
        plain.values,
        plain.since,
        plain.until,
        plain.origins,
        after=str(skipped(skip)) if skip else None,
        by=cast(By, by),
    )


def _one(given: Iterable[tuple[str, str]], name: str) -> str:
    found = [value.strip() for key, value in given if key == name]
    if len(found) > 1:
        raise LedgerError(f"{name} is given {len(found)} times; give it once")
    return found[0] if found else ""

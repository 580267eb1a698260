"""How records of one kind are compared across documents, and by what they find each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sayso.comparing import clustering, repeating, sameness, saying
from sayso.comparing.account import Account
from sayso.comparing.features import features
from sayso.comparing.said import Said, said
from sayso.comparing.statement import Statement
from sayso.ledger.hits import Kind

Value = Account | Statement
# A list is a number of 31 bits, four bytes in either store. Two that fall together now and then make some
# comparisons more, the same ones in every ledger.
_MASK = (1 << 31) - 1
_ODD = 0x9E3779B1


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a record: one for each of its keys, on its day. Those whose day is certain stand in lists
    of their own, since they need not be compared with each other but for a day or two.

    Attributes:
        keys: of the record, as numbers.
        day: that it is looked up under (proleptic ordinal), or None.
        pinned: whether the day is certain.
    """

    keys: tuple[int, ...]
    day: int | None
    pinned: bool = False

    @property
    def own(self) -> frozenset[int]:
        return frozenset(self._within(0, pinned=self.pinned))

    def around(self, days: int, night: int | None) -> frozenset[int]:
        """The lists of the day, and of so many days before and after.

        Args:
            days: between two of which one is not pinned.
            night: days between two that are; None where none is.
        """
        found = frozenset(self._within(days, pinned=False))
        if night is None:
            return found
        return found.union(self._within(night if self.pinned else days, pinned=True))

    def _within(self, days: int, *, pinned: bool) -> Iterator[int]:
        if self.day is not None:
            for day in range(self.day - days, self.day + days + 1):
                shift = (2 * day + pinned) * _ODD
                yield from ((key + shift) & _MASK for key in self.keys)


@dataclass(frozen=True, slots=True)
class Measure:
    """How records of one kind are compared.

    Attributes:
        possible: whether an earlier and a later one need to be compared at all.
        prepared: what of a record is compared, worked out once.
        score: of an earlier and a later one that were prepared, 0 to 1, or None where they do not tell of one
            thing.
        keys: names and words, of which those that are compared share one; the fewer, the fewer are compared.
        day: that it is looked up under (proleptic ordinal), or None.
        pinned: whether that day is certain.
        days: that those that are compared are apart at most.
        night: the same for two that are pinned; None where none is.
    """

    possible: Callable[[Any, Any], bool]
    prepared: Callable[[Any], Any]
    score: Callable[[Any, Any], float | None]
    keys: Callable[[Any], Iterable[str]]
    day: Callable[[Any], int | None]
    pinned: Callable[[Any], bool]
    days: int
    night: int | None

    def lists(self, value: Value) -> Lists:
        keys = tuple(sorted({_number(key) for key in self.keys(value)}))
        return Lists(keys, self.day(value), self.pinned(value))

    def around(self, lists: Lists) -> frozenset[int]:
        """The lists in which a record with these lists looks for others."""
        return lists.around(self.days, self.night)


@lru_cache(maxsize=1 << 16)
def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _claim_score(earlier: Said, later: Said) -> float | None:
    likeness = saying.compare(earlier, later)
    return likeness.score if likeness.relation == "same" else None


def _claim_keys(statement: Statement) -> Iterator[str]:
    """Where a word stands tells words of one spelling apart."""
    return (f"{key.column} {key.word}" for key in repeating.keys(statement))


MEASURES: Mapping[Kind, Measure] = {
    "events": Measure(
        possible=sameness.possible,
        prepared=features,
        score=sameness.reached,
        keys=clustering.keys,
        day=clustering.day_of,
        pinned=clustering.pinned,
        days=sameness.DAYS,
        night=sameness.ONE_NIGHT,
    ),
    "claims": Measure(
        possible=lambda a, b: True,
        prepared=said,
        score=_claim_score,
        keys=_claim_keys,
        day=lambda one: said(one).day,
        pinned=lambda one: False,
        days=saying.DAYS,
        night=None,
    ),
}

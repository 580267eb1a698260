"""What a report is asked for, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.ledger.asking import Filter
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.knowing import ONLY
from sayso.workbench.asking import Asked
from sayso.workbench.facets import HEADINGS, ORIGINS, told

KINDS: tuple[Kind, ...] = ("events", "claims")
MOST = 1_000
USUAL = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report that somebody asks for.

    Attributes:
        words, filter: as for a search.
        kinds: what is searched.
        most: events, and claims, that are shown; 1-1,000.
        ledger: its name for people; no password, no path.
        title: of the report; "" for what was asked.
        at: when it is made, as its reader is to be told; "" for no such line.
        files: hash the files that the documents were read from, where they still lie.
    """

    words: str = ""
    filter: Filter = field(default_factory=Filter)
    kinds: tuple[Kind, ...] = KINDS
    most: int = USUAL
    ledger: str = "ledger"
    title: str = ""
    at: str = ""
    files: bool = False

    def asked(self, kind: Kind) -> Asked:
        """The question as the workbench puts it."""
        one = self.filter
        return Asked(kind, self.words, dict(one.values), one.since, one.until, one.origins)

    def narrowed(self) -> Iterator[str]:
        """What is asked for besides words, in words."""
        for name, values in self.filter.values.items():
            if values:
                yield f"{HEADINGS[name]}: {' or '.join(told(name, value) for value in values)}"
        if self.filter.since or self.filter.until:
            yield " ".join(_days(self.filter))
        if self.filter.origins:
            yield f"Origins: {ORIGINS.get(self.filter.origins, self.filter.origins)}"


def kinds_of(filter: Filter, asked: Kind | None) -> tuple[Kind, ...]:
    """What is searched: what was asked for, or all that has every facet.

    Raises:
        LedgerError: one facet is of events alone and another of claims alone.
    """
    if asked is not None:
        return (asked,)
    able = tuple(kind for kind in KINDS if not _foreign(filter, kind))
    if not able:
        names = ", ".join(sorted(name for kind in KINDS for name in _foreign(filter, kind)))
        raise LedgerError(f"nothing has all of {names}: some of these are of claims alone, others of events")
    return able


def _foreign(filter: Filter, kind: Kind) -> Sequence[str]:
    other: Kind = "events" if kind == "claims" else "claims"
    return sorted(name for name, values in filter.values.items() if values and name in ONLY[other])


def _days(filter: Filter) -> Iterator[str]:
    if filter.since:
        yield f"from {filter.since}"
    if filter.until:
        yield f"to {filter.until}"

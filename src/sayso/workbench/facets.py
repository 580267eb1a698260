"""The facets beside a page of hits: what narrows the search, with how many answers it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.export import eventwords, words
from sayso.ledger.counting import Counts, facets
from sayso.ledger.ledger import Ledger
from sayso.workbench.asking import Asked

HEADINGS: Mapping[str, str] = {
    "standing": "Standing",
    "attitude": "Says or denies",
    "type": "What happened",
    "mode": "How",
    "naming": "How the source is named",
    "identity": "What the source is",
    "affiliation": "Where it belongs",
    "actor": "Who did it",
    "recipient": "To whom",
    "outlet": "Outlet",
    "country": "Country",
    "year": "Year",
    "review": "Looked at by a person",
    "source": "Who says it",
    "sector": "Sector",
    "entity": "Entity",
}
_TOLD: Mapping[str, Mapping[Any, str]] = {
    "standing": words.STANDING,
    "attitude": words.ATTITUDE,
    "naming": words.NAMING,
    "identity": words.IDENTITY,
    "affiliation": words.AFFILIATION,
}
# How many independent accounts there are; what a form offers, in words.
ORIGINS: Mapping[str, str] = {">=2": "2 or more", ">=3": "3 or more", ">=5": "5 or more", "1": "only 1"}
_COUNTED = 20  # values of one facet
SHOWN = 6  # values of one facet that are seen at once


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet.

    Attributes:
        value: as it is asked for.
        told: in words.
        count: how many answers have it, None where that was not counted.
        chosen: it is asked for.
        address: of the page with it, or without it where it is chosen.
    """

    value: str
    told: str
    count: int | None
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """A facet with its choices."""

    name: str
    heading: str
    choices: tuple[Choice, ...]


def counts(ledger: Ledger, asked: Asked) -> Counts:
    """How the answers are spread; raises LedgerError where the question cannot be understood."""
    return facets(ledger, asked.words, asked.filter, kind=asked.kind, most=_COUNTED)


def told(name: str, value: str) -> str:
    """A value in words."""
    if name in ("type", "mode"):
        return eventwords.plain(value)
    if name == "sector":
        return words.sector(value) or value
    return _TOLD.get(name, {}).get(value, value)


def groups(counts: Counts, asked: Asked) -> tuple[Group, ...]:
    """The facets that have something to choose, in a fixed order; a value that all answers have narrows
    nothing.
    """
    found = (
        Group(name, _heading(name, heading, asked), tuple(_choices(counts.facets.get(name, ()), name, asked)))
        for name, heading in HEADINGS.items()
    )
    return tuple(group for group in found if _narrows(group, counts.counted))


def _heading(name: str, heading: str, asked: Asked) -> str:
    """Among claims only those of an author have a standing."""
    return "Standing of what the author says" if (name, asked.kind) == ("standing", "claims") else heading


def chosen(asked: Asked) -> tuple[Choice, ...]:
    """What is asked for besides words, each with the address of the page without it."""
    return tuple(_chosen(asked))


def _chosen(asked: Asked) -> Iterator[Choice]:
    for name, values in asked.values.items():
        for value in values:
            in_words = f"{HEADINGS[name]}: {told(name, value)}"
            yield Choice(value, in_words, None, True, asked.toggled(name, value).address())
    if asked.since:
        without = asked.between(None, asked.until)
        yield Choice("since", f"from {asked.since}", None, True, without.address())
    if asked.until:
        without = asked.between(asked.since, None)
        yield Choice("until", f"to {asked.until}", None, True, without.address())
    if asked.origins:
        in_words = f"origins: {ORIGINS.get(asked.origins, asked.origins)}"
        yield Choice("origins", in_words, None, True, asked.from_origins(None).address())


def _narrows(group: Group, counted: int) -> bool:
    return any(one.chosen or one.count != counted for one in group.choices)


def _choices(counted: tuple[tuple[str, int], ...], name: str, asked: Asked) -> Iterator[Choice]:
    for value, count in counted:
        if name == "year":
            yield _year(value, count, asked)
        else:
            toggled = asked.toggled(name, value).address()
            yield Choice(value, told(name, value), count, asked.has(name, value), toggled)


def _year(year: str, count: int, asked: Asked) -> Choice:
    first, last = f"{year}-01-01", f"{year}-12-31"
    is_chosen = (asked.since, asked.until) == (first, last)
    there = asked.between(None, None) if is_chosen else asked.between(first, last)
    return Choice(year, year, count, is_chosen, there.address())

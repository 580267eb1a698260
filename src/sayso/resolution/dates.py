"""Who held what when: ISO years, months and days compared as far as both tell."""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.resolution.knowing import Body, Sectors, Term
from sayso.resolution.tables import table

# An undated text speaks of somebody as what they are known for, unless they left long before the tables end.
LONG_AGO = 10
# What ends with the office; a party or a company goes on.
OFFICES = frozenset(("GOV", "LEG", "MIL", "JUD", "SPY", "COP"))
FORMER: Sectors = ("ELI",)


def is_before(first: str, second: str) -> bool:
    """Whether the first date is certainly over when the second begins: "2019" is not before "2019-05"."""
    length = min(len(first), len(second))
    return first[:length] < second[:length]


def holds(term: Term | Body, date: str) -> bool:
    """Whether the date lies between the ends."""
    return not (term.start and is_before(date, term.start)) and not (term.end and is_before(term.end, date))


@cache
def edition() -> int:
    """The last year that the tables know of."""
    people: list[Any] = table("actor_people")["people"]
    years = (date[:4] for _, _, terms in people for start, _, _ in terms for date in (start,) if date)
    return int(max(years))


def is_long_ago(term: Term) -> bool:
    return bool(term.end) and int(term.end[:4]) <= edition() - LONG_AGO


def after(sectors: Sectors) -> Sectors:
    """The sectors of somebody who has left: former officials are ELI, others stay what they were."""
    return FORMER if sectors and sectors[0] in OFFICES else sectors

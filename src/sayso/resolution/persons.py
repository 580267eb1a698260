"""People in public life: what they are on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.resolution.dates import after, holds, is_before, is_long_ago
from sayso.resolution.knowing import Person, Sectors, Term

FRESH = 10  # years


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is on a day; no sectors where that is before all that is known of them."""

    name: str
    country: str
    sectors: Sectors
    unsure: bool = False


def standing(people: Sequence[Person], date: str | None) -> Standing | None:
    """Of one person, whose entries may be for several countries; None where the names differ."""
    if len({person.name for person in people}) != 1:
        return None
    terms = [(term, person) for person in people for term in person.terms]
    if not terms:
        return Standing(people[0].name, people[0].country, ())
    return _undated(terms) if date is None else _dated(terms, date)


def _dated(terms: Iterable[tuple[Term, Person]], date: str) -> Standing:
    ordered = sorted(terms, key=lambda pair: pair[0].start)
    held = [pair for pair in ordered if holds(pair[0], date)]
    if held:
        term, person = held[-1]
        return Standing(person.name, person.country, term.sectors)
    over = [pair for pair in ordered if pair[0].end and is_before(pair[0].end, date)]
    if over:
        term, person = max(over, key=lambda pair: pair[0].end)
        return Standing(person.name, person.country, after(term.sectors))
    person = ordered[0][1]
    return Standing(person.name, person.country, ())


def _undated(terms: Iterable[tuple[Term, Person]]) -> Standing:
    """As what they are known for last."""
    term, person = max(terms, key=lambda pair: (pair[0].end or "9", pair[0].start))
    sectors = after(term.sectors) if is_long_ago(term) else term.sectors
    return Standing(person.name, person.country, sectors, unsure=bool(term.end))


def common(people: Sequence[Person], date: str | None) -> Standing | None:
    """What several of one name have in common: those in office on the day, or else all of them."""
    by_name: dict[str, list[Person]] = {}
    for person in people:
        by_name.setdefault(person.name, []).append(person)
    found = [one for group in by_name.values() if (one := standing(group, date)) is not None]
    if len(found) < 2:
        return found[0] if found else None
    countries, sectors = {one.country for one in found}, {one.sectors for one in found}
    return Standing(
        "",
        countries.pop() if len(countries) == 1 else "",
        sectors.pop() if len(sectors) == 1 else (),
        unsure=True,
    )


def is_recent(person: Person, date: str | None) -> bool:
    """Whether somebody is in office on the day, or left so short a time ago that all know the surname."""
    if date is None:
        return True
    year = int(date[:4]) - FRESH
    return any(
        not is_before(date, term.start) and not is_before(term.end or date, f"{year:04}")
        for term in person.terms
    )

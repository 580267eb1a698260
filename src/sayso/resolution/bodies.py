"""Organisations and armed groups: which of those with one name is meant, and what it is on a day."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from sayso.resolution.dates import holds
from sayso.resolution.knowing import Body, Sectors


@dataclass(frozen=True, slots=True)
class Identified:
    """What the bodies of one name have in common."""

    name: str
    country: str
    sectors: Sectors
    unsure: bool
    rank: int


def identify(bodies: Sequence[Body], date: str | None, countries: Container[str]) -> Identified:
    """The body meant, or what the possible ones share.

    Args:
        bodies: those of the name, at least one.
        date: of the text.
        countries: that the mention names, which tell apart those of one name.
    """
    meant = [body for body in bodies if body.country in countries] or list(bodies)
    if date is not None:
        meant = [body for body in meant if _lives(body, date)] or meant
    sure = [body for body in meant if not body.shared]
    meant = sure or meant
    best = min(body.rank for body in meant)
    meant = [body for body in meant if body.rank == best]
    return _together(meant, date, countries)


def _together(meant: Sequence[Body], date: str | None, countries: Container[str]) -> Identified:
    lands, sectors = {body.country for body in meant}, {sectors_on(body, date) for body in meant}
    body = meant[0]
    told = body.country in countries
    return Identified(
        name=body.name if len(meant) == 1 else "",
        country=lands.pop() if len(lands) == 1 else "",
        sectors=sectors.pop() if len(sectors) == 1 else (),
        unsure=len(meant) > 1 or (body.shared and not told),
        rank=body.rank,
    )


def _lives(body: Body, date: str) -> bool:
    return holds(body, date) or any(holds(term, date) for term in body.terms)


def sectors_on(body: Body, date: str | None) -> Sectors:
    """On a day where it changed; undated, what it was first known as."""
    if date is not None:
        held = [term.sectors for term in body.terms if holds(term, date)]
        if held:
            return held[-1]
    return body.sectors

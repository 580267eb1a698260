"""Rows of the ledger as the values that are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.comparing.account import Account, Bounds
from sayso.comparing.statement import Statement
from sayso.schema.document import Document

TOLLS = ("killed", "injured", "arrested")


@dataclass(frozen=True, slots=True)
class About:
    """What is compared of a document with each of its records.

    Attributes:
        id, title, outlet, wire, published: as in `Document`.
    """

    id: str
    title: str | None
    outlet: str | None
    wire: str | None
    published: str | None

    @classmethod
    def of(cls, document: Document) -> About:
        return cls(document.id, document.title, document.outlet, document.wire, document.published)


def account(row: Mapping[str, Any], about: About) -> Account:
    """An event from its columns."""
    return Account(
        id=f"{about.id}:{row['record']}",
        document=about.id,
        published=_first_day(about.published),
        title=about.title,
        outlet=about.outlet,
        wire=about.wire,
        day=row["day"],
        until=row["until"],
        dated=row["dated"],
        type=row["type"],
        mode=row["mode"],
        standing=row["standing"],
        anchor=row["anchor"],
        actors=_names(row["actors"]),
        recipients=_names(row["recipients"]),
        countries=frozenset(row["countries"].split()),
        place=row["place"],
        geonameid=row["geonameid"],
        source=row["source"],
        content=row["content"],
        toll=toll_of(row["toll"]),
        around=row["around"],
    )


def statement(row: Mapping[str, Any], about: About) -> Statement:
    """A claim from its columns."""
    return Statement(
        id=f"{about.id}:{row['record']}",
        document=about.id,
        published=_first_day(about.published),
        outlet=about.outlet,
        day=row["day"],
        speaker=row["source"],
        name=row["name"],
        identity=row["identity"],
        naming=row["naming"],
        affiliation=row["affiliation"],
        country=row["country"],
        attitude=row["attitude"],
        cue=row["cue"],
        content=row["content"],
        standing=row["standing"],
    )


def toll_of(text: str | None) -> dict[str, Bounds]:
    """For each kind that is told the least and the most, None where that is open."""
    parts = (part.split(" ") for part in text.split(", ")) if text else ()
    bounds = ((kind, told.split("-")) for kind, told in parts)
    return {kind: (int(low) if low else None, int(high) if high else None) for kind, (low, high) in bounds}


def _names(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()


def _first_day(published: str | None) -> str | None:
    return published.split("/")[0][:10] if published else None

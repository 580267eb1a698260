"""What a person may narrow a search by, as options of the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from sayso.cli.refusing import RefusedError

if TYPE_CHECKING:
    from sayso.ledger.asking import Filter
    from sayso.ledger.hits import Kind

# Names in full, which may hold a comma ("The Courier, Telmara").
_WHOLE = ("outlet", "entity")
# Where a page ended: the day, where there is one, the document, the record.
_PLACE = re.compile(r"(?:\d{4}(?:-\d{2}){2})?/[0-9a-f]{16}/[cv]\d{1,9}")


class Searched(StrEnum):
    """What is searched."""

    claims = "claims"
    events = "events"


class OrderOption(StrEnum):
    """Which days come first."""

    newest = "newest"
    oldest = "oldest"


def facet(name: str, metavar: str, what: str) -> typer.models.OptionInfo:
    """An option that may be given again, each time with one value or several."""
    panel = "Narrow it down (values by comma, or the option again; one of them must hold)"
    found: typer.models.OptionInfo = typer.Option(
        f"--{name}", metavar=metavar, help=what, rich_help_panel=panel
    )
    return found


def filter_of(
    facets: Mapping[str, Sequence[str] | None],
    *,
    since: str | None,
    until: str | None,
    origins: str | None = None,
) -> Filter:
    """The filter that options put; a comma parts values, but for names in full."""
    from sayso.ledger.asking import Filter

    given = {name: tuple(_values(name, values)) for name, values in facets.items() if values}
    for name, values in given.items():
        if not values:
            raise RefusedError(f"--{name} is given without a value")
    return Filter(given, since=since, until=until, origins=origins)


def _values(name: str, given: Sequence[str]) -> list[str]:
    parts = given if name in _WHOLE else [part for one in given for part in one.split(",")]
    return [value for part in parts if (value := part.strip())]


def check_place(after: str | None) -> None:
    """Raises RefusedError where `--after` is not what the page before gave."""
    if after is not None and not _PLACE.fullmatch(after):
        raise RefusedError(
            f"--after {after!r:.60} is no place to go on from; give what the page before ends with, such as"
            " 2025-03-14/54ed6592a1b2c3d4/c3"
        )


def kind_of(filter: Filter, asked: Searched | None) -> Kind:
    """What is searched: what was asked for, or events where a facet is theirs alone."""
    from sayso.ledger.knowing import ONLY

    if asked is not None:
        return asked.value
    return "events" if ONLY["events"].intersection(filter.values) else "claims"

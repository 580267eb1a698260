"""What a person may narrow a search by, as options of the command line."""

from __future__ import annotations

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


def filter_of(facets: Mapping[str, Sequence[str] | None], *, since: str | None, until: str | None) -> Filter:
    """The filter that options put; a comma parts values, but for names in full."""
    from sayso.ledger.asking import Filter

    given = {name: tuple(_values(name, values)) for name, values in facets.items() if values}
    for name, values in given.items():
        if not values:
            raise RefusedError(f"--{name} is given without a value")
    return Filter(given, since=since, until=until)


def _values(name: str, given: Sequence[str]) -> list[str]:
    parts = given if name in _WHOLE else [part for one in given for part in one.split(",")]
    return [value for part in parts if (value := part.strip())]


def kind_of(filter: Filter, asked: Searched | None) -> Kind:
    """What is searched: what was asked for, or events where a facet is theirs alone."""
    from sayso.ledger.knowing import ONLY

    if asked is not None:
        return asked.value
    return "events" if ONLY["events"].intersection(filter.values) else "claims"

"""The options that narrow a search, written once for every command that takes them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Annotated, Any

import typer

from sayso.cli.asking import facet, filter_of

Several = list[str] | None
Command = Callable[..., None]

_FACETS: Mapping[str, Any] = MappingProxyType(
    {
        "source": facet("source", "NAME", "Who says it: a name, or part of one."),
        "naming": facet("naming", "N", "named, described, anonymous_on_request …"),
        "identity": facet("identity", "I", "named_person, document … (claims)"),
        "affiliation": facet("affiliation", "A", "government, witness …"),
        "attitude": facet("attitude", "A", "assertion or denial (claims)."),
        "actor": facet("actor", "NAME", "Who does it: a name, or a country's code."),
        "recipient": facet("recipient", "NAME", "To whom it is done, likewise."),
        "type": facet("type", "T", "ASSAULT, CONSULT … (events)"),
        "mode": facet("mode", "M", "Of the type (events)."),
        "standing": facet("standing", "S", "fact, reported, denied …"),
        "outlet": facet("outlet", "NAME", "The publisher, in full."),
        "country": facet("country", "C", "Three letters, such as KEN."),
        "sector": facet("sector", "S", "GOV, MIL, REB … of who takes part (events)."),
        "entity": facet("entity", "E", "Id of an entity, or its name in full."),
        "review": facet("review", "R", "accepted or edited by a person."),
    }
)
_BOUNDS: Mapping[str, Any] = MappingProxyType(
    {
        "origins": typer.Option(
            metavar="N", help="How many independent accounts there are: 2, '>=2', '<=3' or 2-5."
        ),
        "since": typer.Option(metavar="D", help="First day, such as 2025-03-14."),
        "until": typer.Option(metavar="D", help="Last day."),
    }
)


def narrowed(**other: Any) -> Callable[[Command], Command]:
    """Gives a command the options of a search in place of its parameter `asked`, the filter that they put.

    Args:
        other: options that say something else for this command.
    """
    facets = {**_FACETS, **other}
    options = {
        **{name: Annotated[Several, option] for name, option in facets.items()},
        **{name: Annotated[str | None, option] for name, option in _BOUNDS.items()},
    }

    def decorate(command: Command) -> Command:
        # the class itself is not loaded only to say which options there are
        own = inspect.signature(command, eval_str=True, locals={"Filter": object})
        parameters = [given for one in own.parameters.values() for given in _given(one, options)]

        @wraps(command)
        def run(**values: Any) -> None:
            asked = {name: values.pop(name) for name in options}
            bounds = {name: asked.pop(name) for name in _BOUNDS}
            command(asked=filter_of(asked, **bounds), **values)

        run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        return run

    return decorate


def _given(parameter: inspect.Parameter, options: Mapping[str, Any]) -> list[inspect.Parameter]:
    """The parameter, or the options in its place."""
    if parameter.name != "asked":
        return [parameter]
    return [parameter.replace(name=name, default=None, annotation=told) for name, told in options.items()]

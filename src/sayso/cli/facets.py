"""The options that narrow a search, written once for every command that takes them."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.asking import facet

Several = list[str] | None

Source = Annotated[Several, facet("source", "NAME", "Who says it: a name, or part of one.")]
Naming = Annotated[Several, facet("naming", "N", "named, described, anonymous_on_request …")]
Identity = Annotated[Several, facet("identity", "I", "named_person, document … (claims)")]
Affiliation = Annotated[Several, facet("affiliation", "A", "government, witness …")]
Attitude = Annotated[Several, facet("attitude", "A", "assertion or denial (claims).")]
Actor = Annotated[Several, facet("actor", "NAME", "Who does it: a name, or a country's code.")]
Recipient = Annotated[Several, facet("recipient", "NAME", "To whom it is done, likewise.")]
Type = Annotated[Several, facet("type", "T", "ASSAULT, CONSULT … (events)")]
Mode = Annotated[Several, facet("mode", "M", "Of the type (events).")]
Standing = Annotated[Several, facet("standing", "S", "fact, reported, denied …")]
Outlet = Annotated[Several, facet("outlet", "NAME", "The publisher, in full.")]
Country = Annotated[Several, facet("country", "C", "Three letters, such as KEN.")]
Sector = Annotated[Several, facet("sector", "S", "GOV, MIL, REB … of who takes part (events).")]
Entity = Annotated[Several, facet("entity", "E", "Id of an entity, or its name in full.")]
Review = Annotated[Several, facet("review", "R", "accepted or edited by a person.")]
Origins = Annotated[
    str | None,
    typer.Option(metavar="N", help="How many independent accounts there are: 2, '>=2', '<=3' or 2-5."),
]
Since = Annotated[str | None, typer.Option(metavar="D", help="First day, such as 2025-03-14.")]
Until = Annotated[str | None, typer.Option(metavar="D", help="Last day.")]

"""Who decides, and what was decided, as the commands that correct ask it and say it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from sayso.cli.ledgers import open_for
from sayso.cli.refusing import RefusedError, one_line, refusing

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger
    from sayso.schema.correction import Correction

# `by: Annotated[str, BY] = ""`
BY = typer.Option("--by", metavar="NAME", envvar="SAYSO_USER", help="Who decides; else your login name.")
# `by: Annotated[str, SIGNED] = ""`, for what is published under a name
SIGNED = typer.Option("--by", metavar="NAME", envvar="SAYSO_USER", help="Who decides.")
# `at: Annotated[datetime | None, AT] = None`
AT = typer.Option("--at", metavar="TIME", hidden=True, help="When, in UTC; now, if left out.")
# `codebook: Annotated[Path | None, CODEBOOK] = None`
CODEBOOK = typer.Option(
    "--codebook", metavar="FILE", help="The codebook of your own that the ledger was coded with."
)
NOBODY: Mapping[str, str] = {}
DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "merge": "merged",
    "split": "split",
    "rate": "rated",
    "assign": "assigned",
    "verdict": "judged",
    "undo": "undone",
}


def decide(
    ledger: str, by: str, at: datetime | None, drafts: Callable[[Ledger], Iterator[Correction]]
) -> None:
    """Writes down what is drafted; all is understood before anything is written."""
    with refusing(), open_for(ledger, write=True) as opened:
        from sayso.ledger.deciding import decide as write
        from sayso.ledger.naming import names_of

        when = at.replace(tzinfo=UTC) if at else None
        for one in write(opened, list(drafts(opened)), by=_name(by), at=when):
            names = names_of(opened, one.correction.target.get("entities", ()))
            told = f"{DONE[one.correction.action]}: {subject(one.correction, names)}"
            typer.echo(one_line(f"{one.correction.id} {told}{'' if one.new else ', as before'}"))


def _name(given: str) -> str:
    """Who is at the keyboard."""
    if given.strip():
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may know no names
        raise RefusedError("nobody is logged in by a name; say who decides with --by NAME") from None


def subject(one: Correction, names: Mapping[str, str] = NOBODY) -> str:
    """What a decision is about, and what it sets, on one line; `names` are those of entities by their ids."""
    if one.action == "undo":
        return str(one.value["undoes"])
    if one.kind == "entity":
        return ", ".join(f"{names[id]} ({id})" if id in names else id for id in one.target["entities"])
    if one.kind == "source":
        return f"{one.target['source']} {one.value['letter']}"
    if one.kind == "outlet":
        family = one.value["family"]
        return f"{one.target['outlet']} to {family}" if family else f"{one.target['outlet']} to no family"
    side = f", {one.target['side'].removesuffix('s')}" if one.kind == "role" else ""
    shown = ((name, value) for name, value in one.value.items() if name != "quad")
    values = (f" {name}={_shown(value)}" for name, value in shown)
    return f"{one.document}:{one.target.get('record', one.kind)}{side}{''.join(values)}"


def _shown(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value or "")

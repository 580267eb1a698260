"""`sayso correct`: what a person decides about records, entities, sources and outlets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.deciding import AT, BY, CODEBOOK, SIGNED, decide
from sayso.cli.ledgers import LEDGER
from sayso.cli.refusing import RefusedError

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger
    from sayso.schema.correction import Correction

_IDS = typer.Argument(metavar="ID…", help="DOCUMENT:c3, DOCUMENT:v2 or DOCUMENT:v2.actor.1.")

correct = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="Decide about what was coded. Nothing is overwritten: a decision is added, and can be undone.",
)


@correct.command()
def accept(
    ids: Annotated[list[str], _IDS],
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """Claims, events or roles are coded as they should be.

    [bold]Examples[/bold]

      sayso correct accept 54ed65:v2 54ed65:c1 --ledger news.ledger
    """
    decide(ledger, by, at, lambda opened: _about(opened, ids, "accept"))


@correct.command()
def reject(
    ids: Annotated[list[str], _IDS],
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """There is no such claim, event or role in the text.

    A search leaves out what was rejected; `--review rejected` finds it.

    [bold]Examples[/bold]

      sayso correct reject 54ed65:v2 --ledger news.ledger

      sayso correct reject 54ed65:v1.recipient.2 --ledger news.ledger
    """
    decide(ledger, by, at, lambda opened: _about(opened, ids, "reject"))


@correct.command()
def edit(
    id: Annotated[str, typer.Argument(metavar="ID", help="DOCUMENT:c3, DOCUMENT:v2 or DOCUMENT:v2.actor.1.")],
    values: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE…", help="What is set; an empty value for none.")
    ],
    ledger: Annotated[str, LEDGER] = "",
    codebook: Annotated[Path | None, CODEBOOK] = None,
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """Set fields of a claim, an event or a role.

    [bold]claim[/bold]: attitude, and of its source identity, naming, affiliation, role, country, sector

    [bold]event[/bold]: type, mode, standing, contexts (with commas between them)

    [bold]role[/bold]: name, country, sector

    [bold]Examples[/bold]

      sayso correct edit 54ed65:v2 type=COERCE standing=denied --ledger news.ledger

      sayso correct edit 54ed65:v2.actor.1 country=KEN sector=MIL --ledger news.ledger

      sayso correct edit 54ed65:c1 naming=described country= --ledger news.ledger
    """

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.codebook import load_codebook
        from sayso.ledger.choosing import choose
        from sayso.ledger.deciding import about
        from sayso.ledger.values import values_of

        chosen = choose(opened, id)
        yield about(chosen, "edit", values_of(chosen, values, load_codebook(codebook)))

    decide(ledger, by, at, drafts)


@correct.command()
def merge(
    entities: Annotated[list[str], typer.Argument(metavar="ENTITY ENTITY…", help="Ids, or names in full.")],
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """These entities are one, in all documents.

    [bold]Examples[/bold]

      sayso correct merge "Ilena Brask" "Minister Brask" --ledger news.ledger
    """

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.ledger.deciding import merging

        yield merging(opened, entities)

    decide(ledger, by, at, drafts)


@correct.command()
def split(
    entities: Annotated[list[str], typer.Argument(metavar="ENTITY…", help="Ids, or names in full.")],
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """Each of these entities stands alone again; those that it was merged with stay together.

    [bold]Examples[/bold]

      sayso correct split "Minister Brask" --ledger news.ledger
    """

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.ledger.deciding import splitting

        yield splitting(opened, entities)

    decide(ledger, by, at, drafts)


@correct.command()
def rate(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its name, as `sayso search` shows it.")],
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="A (reliable) to E (not), F (unknown).")],
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """How reliable you hold a source to be, in the letters of the Admiralty code.

    sayso never rates a source by itself, and a letter changes no standing: it is shown as yours.

    [bold]Examples[/bold]

      sayso correct rate "Karvia's defence ministry" C --ledger news.ledger
    """

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.ledger.deciding import rating

        yield rating(opened, source, letter)

    decide(ledger, by, at, drafts)


@correct.command()
def family(
    name: Annotated[
        str, typer.Argument(metavar="FAMILY", help='Its name; "" takes the outlets out of theirs.')
    ],
    outlets: Annotated[list[str], typer.Argument(metavar="OUTLET…", help="Names of outlets.")],
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """These outlets belong to one family of publishers: what two of them tell of one event is one account.

    [bold]Examples[/bold]

      sayso correct family "Harrow Group" "Harrow Courier" "Telmara Post" --ledger news.ledger

      sayso correct family "" "Telmara Post" --ledger news.ledger
    """

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.ledger.deciding import assigning

        yield from (assigning(opened, outlet, name) for outlet in outlets)

    decide(ledger, by, at, drafts)


@correct.command()
def families(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE", help="CSV with the columns outlet and family, as told below.")
    ],
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """Which outlets belong to which families of publishers, from a table with the columns outlet and family.

    An outlet whose family is empty is taken out of its family; outlets that are not in the table stay as they
    are. All rows are written, or none.

    [bold]Examples[/bold]

      sayso correct families families.csv --ledger news.ledger
    """

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.cli.familytable import family_table
        from sayso.ledger.deciding import assigning

        yield from (assigning(opened, outlet, family) for outlet, family in family_table(table))

    decide(ledger, by, at, drafts)


@correct.command()
def verdict(
    id: Annotated[str, typer.Argument(metavar="ID", help="A claim, DOCUMENT:c3.")],
    words: Annotated[str, typer.Argument(metavar="VERDICT", help="In your own words.")],
    url: Annotated[str, typer.Option(metavar="ADDRESS", help="Of your page that gives the reasons.")] = "",
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, SIGNED] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """What you found out about a claim, and where you give your reasons.

    sayso never says whether something is so. A verdict is yours alone: it changes no standing and no count,
    and an export tells it with your name and your page, as schema.org's ClaimReview. One on a denial is about
    the denial.

    [bold]Examples[/bold]

      sayso correct verdict 54ed65:c3 "False" --by "Ada Lind" --url https://a.example/54 --ledger news.ledger
    """
    if not by.strip():
        raise RefusedError("a verdict is published under a name; say whose it is with --by NAME")

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.ledger.choosing import choose
        from sayso.ledger.deciding import judging

        yield judging(choose(opened, id), words, url)

    decide(ledger, by, at, drafts)


@correct.command()
def undo(
    corrections: Annotated[
        list[str] | None,
        typer.Argument(metavar="CORRECTION…", help="Ids, as `sayso corrections list` tells them."),
    ] = None,
    ledger: Annotated[str, LEDGER] = "",
    by: Annotated[str, BY] = "",
    at: Annotated[datetime | None, AT] = None,
) -> None:
    """Decisions do not count any more. They are kept, and undoing the undoing restores them.

    [bold]Examples[/bold]

      sayso correct undo x3f2a --ledger news.ledger
    """
    named = corrections or []
    if not named:
        raise RefusedError("no correction is named; `sayso corrections list` tells their ids (x…)")

    def drafts(opened: Ledger) -> Iterator[Correction]:
        from sayso.ledger.deciding import undoing

        yield from (undoing(opened, one) for one in named)

    decide(ledger, by, at, drafts)


def _about(opened: Ledger, ids: Sequence[str], action: str) -> Iterator[Correction]:
    from sayso.ledger.choosing import choose
    from sayso.ledger.deciding import about

    for id in ids:
        yield about(choose(opened, id), "accept" if action == "accept" else "reject")

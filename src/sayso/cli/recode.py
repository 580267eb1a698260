"""`sayso recode`: a ledger after an upgrade."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import INTERRUPTED
from sayso.cli.counting import counted
from sayso.cli.deciding import subject
from sayso.cli.ledgers import LEDGER, open_for
from sayso.cli.listing import OPTION
from sayso.cli.patience import Bar
from sayso.cli.refusing import one_line, refusing
from sayso.cli.setting import setting_of

if TYPE_CHECKING:
    from sayso.runs.tally import Tally

SHOWN = 20  # of each kind
RECORDS = {
    "events": ("added", "gone", "with another standing", "with another type", "otherwise changed"),
    "claims": ("added", "gone", "changed"),
}


def recode(
    ledger: Annotated[str, LEDGER] = "",
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, max=64, help="Processes; any number gives the same ledger."),
    ] = 1,
    codebook: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Types and trigger words of your own instead of PLOVER."),
    ] = None,
    actors: Annotated[list[Path] | None, OPTION] = None,
) -> None:
    """Code again what another version, or another codebook or list of actors, coded; tell what changed.

    What is superseded is kept, where it differs: `sayso diff` shows it. What persons decided is laid over
    the new coding; a decision about a record that is not there any more is named, and kept. A run that is
    stopped goes on where it was when the same command is given again.

    [bold]Examples[/bold]

      sayso recode --ledger news.ledger

      sayso recode --ledger news.ledger --actors mine.yaml --jobs 4
    """
    with refusing():
        setting = setting_of(codebook=codebook, actors=actors or [], jobs=jobs)
        with open_for(ledger, write=True) as opened:
            from sayso.runs.recoding import recode as run_recode
            from sayso.runs.tally import Tally

            tally, total = Tally(), len(opened.outdated(setting.mark()))
            try:
                found = run_recode(opened, setting=setting, jobs=jobs)
                with Bar("coding again") as bar, closing(found):
                    for done, one in enumerate(found, 1):
                        tally.add(one, opened.corrections(one.id) if one.changed else [])
                        bar(done, total)
            except KeyboardInterrupt:
                _tell(tally, total)
                typer.echo("sayso: stopped; the same command goes on from there", err=True)
                raise typer.Exit(INTERRUPTED) from None
            _tell(tally, total)
    if tally.failed:
        raise typer.Exit(1)


def _tell(tally: Tally, total: int) -> None:
    counts = tally.counts
    if not total:
        typer.echo("every document is coded by this version already")
        return
    typer.echo(f"{counted(counts['again'], 'document')} coded again, {counts['changed']:,} changed")
    for kind, whats in RECORDS.items():
        parts = [f"{counts[f'{kind} {what}']} {what}" for what in whats if counts[f"{kind} {what}"]]
        if parts:
            typer.echo(f"{kind}: {', '.join(parts)}")
    lines = {
        "lost, the new coding has no such record": [f"{one.id} {subject(one)}" for one in tally.lost],
        "found again": [f"{one.id} {subject(one)}" for one in tally.found],
        "not coded again": tally.failed,
    }
    for what, told in lines.items():
        for one in told[:SHOWN]:
            typer.echo(one_line(f"{what}: {one}"))
        if len(told) > SHOWN:
            typer.echo(f"{what}: {len(told) - SHOWN} more")

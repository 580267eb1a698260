"""`sayso code`: the events of many documents as one table."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from sayso.cli import INTERRUPTED
from sayso.cli.counting import counted
from sayso.cli.ledgers import VARIABLE, open_for
from sayso.cli.listing import OPTION
from sayso.cli.passing import PassedOver
from sayso.cli.patience import Bar
from sayso.cli.refusing import RefusedError, one_line, refusing
from sayso.cli.setting import setting_of
from sayso.cli.workers import JOBS, ON, PROCESSES, input_path, workers
from sayso.runs.format import Format
from sayso.schema.event import Standing
from sayso.text.redacting import shown

if TYPE_CHECKING:
    from sayso.inputs.columns import Columns
    from sayso.runs.coding import Job
    from sayso.runs.journal import Journal
    from sayso.runs.pool import Opening

STANDINGS: tuple[str, ...] = get_args(Standing)


def code(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT…", help="Files, folders, tables, feeds, web archives, exports.", parser=input_path
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The file to write.")],
    format: Annotated[Format, typer.Option("--format", help="How to write the events.")] = Format.jsonl,
    jobs: Annotated[int, JOBS] = 1,
    on: Annotated[str, ON] = PROCESSES,
    standing: Annotated[
        str, typer.Option(metavar="S,…", help=f"Keep only these: {', '.join(STANDINGS)}.")
    ] = "",
    date: Annotated[
        str | None, typer.Option(metavar="D", help="Date of publication for documents that do not say.")
    ] = None,
    columns: Annotated[
        str, typer.Option(metavar="C", help="Columns of tables and JSON lines: text=body,date=published.")
    ] = "",
    codebook: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Types and trigger words of your own instead of PLOVER."),
    ] = None,
    actors: Annotated[list[Path] | None, OPTION] = None,
    ledger: Annotated[
        str, typer.Option(metavar="L", envvar=VARIABLE, help="Lay over what was corrected in this ledger.")
    ] = "",
) -> None:
    """Code the events of many documents, each with its standing: on whose word it is told.

    A run that is killed goes on where it was when the same command is given again;
    OUT appears when it is whole. Documents that cannot be read are named at the end, and the exit
    status is then 1.

    [bold]jsonl[/bold]: one object to an event, with its document and the chain of who says it

    [bold]csv[/bold]: one row to an event

    [bold]polecat[/bold]: POLECAT's 40 columns, tab separated, then whose word it is

    [bold]Examples[/bold]

      sayso code articles/ -o events.jsonl

      sayso code news.jsonl -o events.tsv --format polecat --jobs 2

      sayso code news.csv -o events.jsonl --columns text=body,date=published

      sayso code articles/ -o facts.csv --format csv --standing fact,admitted

      sayso code articles/ -o events.jsonl --actors mine.yaml --actors Phoenix.agents.txt

      sayso code articles/ -o events.jsonl --ledger news.ledger

      sayso code s3://bucket/news -o events.jsonl --on ray:auto --jobs 64
    """
    kept = _standings(standing)
    with refusing():
        from sayso.inputs.columns import parse_columns

        chosen = parse_columns(columns)
        job = _job(format, kept, date=date, codebook=codebook, actors=actors or (), jobs=jobs)
        job = _with_corrections(job, ledger)
        hands = workers(on, jobs, inputs=inputs, ledger=job.ledger or "")
        _run(inputs, out, job, columns=chosen, jobs=jobs, on=hands)


def _standings(given: str) -> tuple[str, ...]:
    """Those that are asked for, in the order of `STANDINGS`."""
    wanted = {part.strip().lower() for part in given.split(",") if part.strip()}
    for name in sorted(wanted.difference(STANDINGS)):
        raise RefusedError(one_line(f"{name!r} is no standing; expected some of {', '.join(STANDINGS)}"))
    return tuple(name for name in STANDINGS if name in wanted)


def _job(
    format: Format,
    kept: tuple[str, ...],
    *,
    date: str | None,
    codebook: Path | None,
    actors: Sequence[Path],
    jobs: int,
) -> Job:
    from sayso.runs.coding import Job

    return Job(format, kept, setting_of(date=date, codebook=codebook, actors=actors, jobs=jobs))


def _with_corrections(job: Job, ledger: str) -> Job:
    """What persons decided about records of this ledger is laid over what is coded."""
    named_by_habit = ledger == os.environ.get(VARIABLE) and "://" not in ledger
    if not ledger.strip() or (named_by_habit and not Path(ledger).exists()):
        return job
    with open_for(ledger) as opened:
        ids = sorted(one.id for one in opened.corrections() if one.document is not None)
    typer.echo(one_line(f"with {counted(len(ids), 'correction')} of {shown(ledger)}"), err=True)
    return replace(job, ledger=ledger, decided=sha256(" ".join(ids).encode()).hexdigest()) if ids else job


def _run(inputs: list[Path], out: Path, job: Job, *, columns: Columns, jobs: int, on: Opening) -> None:
    from sayso.inputs.files import items
    from sayso.runs.coding import code as code_shard
    from sayso.runs.coding import heading
    from sayso.runs.journal import Journal, check_out
    from sayso.runs.running import run, shards

    check_out(out)
    passed = PassedOver(out)
    total = sum(1 for _ in items(inputs, out=out, columns=columns, passed=passed))
    if not total:
        raise RefusedError("the input holds no document; expected articles, or a file that holds some")
    told = _told(inputs, out, job, columns)
    with Journal(out, told, heading=heading(job)) as journal, Bar("coding") as bar:
        bar(journal.done, total)
        try:
            parts = shards(items(inputs, out=out, columns=columns), skip=journal.done)
            work = partial(code_shard, job=job)
            with closing(run(parts, work, setting=job.setting, jobs=jobs, on=on)) as found:
                for coded in found:
                    counts = {"documents": coded.documents, "events": coded.events}
                    journal.add(
                        coded.lines,
                        items=coded.items,
                        notes=coded.refused,
                        refused=len(coded.refused),
                        **counts,
                    )
                    bar(journal.done, total)
        except KeyboardInterrupt:
            _stopped(journal, total)
        journal.finish()
    _report(out, journal, passed)


def _told(inputs: list[Path], out: Path, job: Job, columns: Columns) -> dict[str, object]:
    """What the bytes of the output hang on; the number of jobs is no part of it."""
    from sayso import __version__, pipeline
    from sayso.inputs.files import mark
    from sayso.runs.running import SHARD

    return {
        "inputs": [os.fsdecode(path) for path in inputs],
        "mark": mark([*inputs, *job.setting.lists], out=out),
        "folder": str(Path.cwd()),
        "columns": repr(columns),
        "format": job.format.value,
        "standings": job.standings,
        "date": job.setting.date,
        "codebook": str(job.setting.codebook),
        "actors": [os.fsdecode(path) for path in job.setting.actors],
        "corrections": job.decided,
        "version": [__version__, pipeline.encoder_version(), SHARD],
    }


def _stopped(journal: Journal, total: int) -> None:
    typer.echo(
        f"sayso: stopped after {journal.done} of {counted(total, 'document')};"
        " the same command goes on from there",
        err=True,
    )
    raise typer.Exit(INTERRUPTED)


def _report(out: Path, journal: Journal, passed: PassedOver) -> None:
    read, events, failed = (journal.counts.get(name, 0) for name in ("documents", "events", "refused"))
    for sentence in journal.notes:
        typer.echo(f"sayso: not read: {one_line(sentence)}", err=True)
    if failed > len(journal.notes):
        typer.echo(f"sayso: not read: {failed - len(journal.notes)} more", err=True)
    passed.tell()
    parts = (f"{counted(read, 'document')} read", f"{counted(events, 'event')} written to {out}")
    told = f"{', '.join(parts)}, {failed:,} not read"
    typer.echo(one_line("; ".join(part for part in (told, str(passed)) if part)), err=True)
    if failed:
        raise typer.Exit(1)

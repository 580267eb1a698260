"""Documents of a ledger coded again after an upgrade: only those whose coding is of another mark."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain

from sayso.inputs.item import Given
from sayso.ledger.ledger import Ledger
from sayso.runs.readings import Fault, readings_of
from sayso.runs.running import run, shards
from sayso.runs.setting import Setting
from sayso.schema.reading import Reading


@dataclass(frozen=True, slots=True)
class Recoded:
    """What became of one document.

    Attributes:
        id: of the document.
        before, after: its readings; `after` is None where sayso failed on it, and it stays as it was.
        why: it failed, a sentence for a person, or "".
    """

    id: str
    before: Reading
    after: Reading | None
    why: str = ""

    @property
    def changed(self) -> bool:
        """Something is said otherwise, not only by another version."""
        return self.after is not None and records(self.before) != records(self.after)


def recode(ledger: Ledger, *, setting: Setting, jobs: int = 1) -> Generator[Recoded]:
    """Codes again what is of another mark, in the order of the ids. What is superseded is kept where it
    differs; corrections are laid over the new coding.

    Raises:
        LedgerError: the ledger cannot be written to.
        RunError: a worker died.
    """
    mark = setting.mark()
    parts = shards(ledger.outdated(mark))
    work = partial(recode_shard, ledger=ledger.name)
    with closing(run(parts, work, setting=setting, jobs=jobs)) as found:
        for one in chain.from_iterable(found):
            if one.changed and one.after is not None:
                ledger.recode(one.id, one.after, mark=mark)
            elif one.after is not None:
                ledger.restamp(one.id, one.after, mark=mark)
            yield one


def recode_shard(ids: Sequence[str], *, ledger: str) -> list[Recoded]:
    """Reads the documents again, from their stored text."""
    with Ledger(ledger) as opened:
        before = [stored.reading for stored, _ in opened.stored_many(ids)]
    given = [Given(reading.document.id, reading.document) for reading in before]
    return list(map(_recoded, before, readings_of(given)))


def _recoded(before: Reading, after: Reading | Fault) -> Recoded:
    if isinstance(after, Fault):
        return Recoded(before.document.id, before, None, after.why)
    return Recoded(before.document.id, before, after)


def records(reading: Reading) -> tuple[object, ...]:
    """What a reading says, whoever read it."""
    return (reading.entities, reading.attributions, reading.events, reading.claims, reading.profile)

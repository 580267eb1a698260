"""What coding a ledger again changed, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.ledger.decided import lost_of
from sayso.ledger.differing import Change, diff
from sayso.runs.recoding import Recoded
from sayso.schema.correction import Correction


class Tally:
    """Counts of documents (`again`, `changed`, `failed`) and of records: `events added`, `events gone`,
    `events with another standing`, `events with another type`, `events otherwise changed`, `claims added`,
    `claims gone`, `claims changed`.

    Attributes:
        lost: corrections whose record the new coding does not have, though the one before had it.
        found: corrections whose record is there again.
        failed: why a document could not be coded again, one sentence each.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.lost: list[Correction] = []
        self.found: list[Correction] = []
        self.failed: list[str] = []

    def add(self, one: Recoded, decided: Sequence[Correction]) -> None:
        """Counts a document, of which this was decided."""
        if one.after is None:
            self.counts["failed"] += 1
            self.failed.append(one.why)
            return
        self.counts["again"] += 1
        if not one.changed:
            return
        self.counts["changed"] += 1
        for change in diff(one.before, one.after).changes:
            self.counts.update(_kinds(change))
        before, after = lost_of(one.before, decided), lost_of(one.after, decided)
        self.lost += [each for each in after if each not in before]
        self.found += [each for each in before if each not in after]


def _kinds(change: Change) -> list[str]:
    """An event may have another type and another standing."""
    what = f"{change.kind}s"
    if change.what != "changed" or change.kind == "claim":
        return [f"{what} {change.what}"]
    found = [f"{what} with another {name}" for name in ("standing", "type") if name in change.fields]
    return found or [f"{what} otherwise changed"]

"""To which earlier record of another document each record of a document attaches.

An event attaches to the earlier telling that is most like it, a claim to the earlier one that says most
nearly the same, where they are like enough; what attaches to nothing begins a cluster. That is a function of
the records, so it does not hang on the order in which they came: a document that comes late takes over those
later records that are more like its own than like what they are tied to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select

from sayso.ledger.across.finding import displaced, first, later, led
from sayso.ledger.across.linking import Due
from sayso.ledger.across.measures import MEASURES, Measure
from sayso.ledger.across.shelf import Compared, Shelf
from sayso.ledger.across.ties import TIES, Ties, batches, make_due
from sayso.ledger.hits import Kind
from sayso.ledger.tables import stories

_PLACES = 6  # of a score that is kept


@dataclass(frozen=True, slots=True)
class _Tie:
    """What a record attaches to."""

    antecedent: int
    score: float
    order: tuple[int, int]  # of the antecedent

    @property
    def rank(self) -> tuple[float, tuple[int, int]]:
        """The most alike comes first, of equal ones the earliest."""
        return (-self.score, self.order)


def tie(connection: Connection, shelf: Shelf, kind: Kind, due: Due) -> set[int]:
    """Ties the records of a document anew.

    Returns:
        The numbers of all records whose tie is another than before, and of those that they were tied to.
    """
    ties = TIES[kind]
    rows = select(ties.records.c.number).where(ties.records.c.document == due.number)
    mine = shelf.records(kind, connection.scalars(rows).all())
    before = _ties(connection, shelf, ties, sorted(mine))
    now = _best_of(connection, shelf, ties, list(mine.values()), due)
    if due.changed and due.followed:
        taken = _taken(connection, shelf, ties, list(mine.values()), due)
        before |= _ties(connection, shelf, ties, sorted(taken))
        now |= taken
    changed = {number for number in before.keys() | now.keys() if before.get(number) != now.get(number)}
    _write(connection, ties, {number: now.get(number) for number in changed})
    return changed | {before[number].antecedent for number in changed if number in before}


def _best_of(
    connection: Connection, shelf: Shelf, ties: Ties, mine: Sequence[Compared], due: Due
) -> dict[int, _Tie]:
    """What each record attaches to, where it attaches to any."""
    looking: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(mine):
        for value in one.around:
            looking[value].append(at)
    near: list[set[int]] = [set() for _ in mine]
    leads = first(connection, ties, due.rank, looking)
    for number, values in leads.items():
        for at in {at for value in values for at in looking[value]}:
            near[at].add(number)
    others = shelf.records(ties.kind, sorted(leads))
    found: dict[int, _Tie] = {}
    for one, numbers in zip(mine, near, strict=True):
        best = _best(one, (others[n] for n in sorted(numbers) if n in others), MEASURES[ties.kind])
        if best:
            found[one.record.number] = best
    return found


def _best(one: Compared, others: Iterable[Compared], measure: Measure) -> _Tie | None:
    tied = (_tied(other, one, measure) for other in others if other.record.order < one.record.order)
    return min(filter(None, tied), key=lambda tie: tie.rank, default=None)


def _tied(earlier: Compared, later: Compared, measure: Measure) -> _Tie | None:
    if earlier.record.document == later.record.document:
        return None
    if not measure.possible(earlier.record.value, later.record.value):
        return None
    score = measure.score(earlier.prepared, later.prepared)
    return None if score is None else _Tie(earlier.record.number, round(score, _PLACES), earlier.record.order)


def _taken(
    connection: Connection, shelf: Shelf, ties: Ties, mine: Sequence[Compared], due: Due
) -> dict[int, _Tie]:
    """The later records that are more like one of these than like what they are tied to; those of documents
    that are due find that out by themselves. Whoever was tied to what these pushed out of a list is due.
    """
    leads = led(connection, ties, due.rank, {value for one in mine for value in one.lists.own})
    leading = [(one, one.lists.own & leads) for one in mine if one.lists.own & leads]
    pushed = displaced(connection, ties, due.rank, leads, len(mine))
    make_due(connection, ties, _tied_to(connection, ties, pushed))
    around = {value for one, _ in leading for value in one.around}
    others = shelf.records(ties.kind, sorted(later(connection, ties, due.rank, around)))
    waiting = _due(connection, {other.record.document for other in others.values()})
    held = _ties(connection, shelf, ties, sorted(others))
    found: dict[int, _Tie] = {}
    for number, other in others.items():
        if other.record.document in waiting:
            continue
        near = (one for one, lists in leading if not other.around.isdisjoint(lists))
        best = _best(other, near, MEASURES[ties.kind])
        if best and (number not in held or best.rank < held[number].rank):
            found[number] = best
    return found


def _due(connection: Connection, documents: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for some in batches(sorted(documents)):
        rows = select(stories.c.document).where(stories.c.document.in_(some), stories.c.due > 0)
        found.update(connection.scalars(rows))
    return found


def _tied_to(connection: Connection, ties: Ties, records: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for some in batches(sorted(records)):
        found.update(connection.scalars(select(ties.one).where(ties.ties.c.antecedent.in_(some))))
    return found


def _ties(connection: Connection, shelf: Shelf, ties: Ties, numbers: list[int]) -> dict[int, _Tie]:
    found: dict[int, _Tie] = {}
    for some in batches(numbers):
        rows = connection.execute(_tied_now(ties.kind), {"some": some}).all()
        known = shelf.records(ties.kind, [row.antecedent for row in rows])
        found |= {row[0]: _Tie(row[1], row[2], known[row[1]].record.order) for row in rows}
    return found


@cache
def _tied_now(kind: Kind) -> Select[Any]:
    ties = TIES[kind]
    rows = select(ties.one, ties.ties.c.antecedent, ties.ties.c.score)
    return rows.where(ties.one.in_(bindparam("some", expanding=True)))


def _write(connection: Connection, ties: Ties, changed: Mapping[int, _Tie | None]) -> None:
    """The new ties; their roots are found afterwards, so each is its own antecedent's for now."""
    for some in batches(sorted(changed)):
        connection.execute(delete(ties.ties).where(ties.one.in_(some)))
    fresh = [
        {ties.one.name: number, "antecedent": tie.antecedent, "root": tie.antecedent, "score": tie.score}
        for number, tie in sorted(changed.items())
        if tie is not None
    ]
    if fresh:
        connection.execute(insert(ties.ties), fresh)

"""To which earlier record of another document each record of a document attaches.

An event attaches to the earlier telling that is most like it, a claim to the earlier one that says most
nearly the same, where they are like enough; what attaches to nothing begins a cluster. That is a function of
the records, so it does not hang on the order in which they came: a document that comes late takes over those
later records that are more like its own than like what they are tied to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, column, delete, insert, select

from sayso.comparing import clustering, repeating
from sayso.comparing.account import Account
from sayso.comparing.sameness import DAYS, LEVEL, same
from sayso.comparing.saying import DAYS as CLAIM_DAYS
from sayso.comparing.saying import near, same_claim
from sayso.comparing.statement import Statement
from sayso.ledger.across.linking import Due
from sayso.ledger.across.making import account_keys, statement_keys
from sayso.ledger.across.records import Record, records_by_number, records_of
from sayso.ledger.across.ties import TIES, Ties, batches
from sayso.ledger.asking import Phrase, Question
from sayso.ledger.hits import Kind
from sayso.ledger.index import SearchIndex
from sayso.ledger.terms import facet, time_facet

MOST_KEYS = 400  # of one question
_PLACES = 6  # of a score that is kept


@dataclass(frozen=True, slots=True)
class Measure:
    """How records of one kind are compared.

    Attributes:
        score: of an earlier and a later one, 0 to 1, or None where they do not tell of one thing.
        comparable: whether they are near enough in time, and have a key in common.
        keys: what is looked up in the index to find all that may be comparable.
        days: that comparable ones are apart at most.
    """

    score: Callable[[Any, Any], float | None]
    comparable: Callable[[Any, Any], bool]
    keys: Callable[[Any], Iterable[str]]
    days: int


def _event_score(earlier: Account, later: Account) -> float | None:
    score = same(earlier, later).score
    return score if score >= LEVEL else None


def _claim_score(earlier: Statement, later: Statement) -> float | None:
    likeness = same_claim(earlier, later)
    return likeness.score if likeness.relation == "same" else None


def _claims_comparable(a: Statement, b: Statement) -> bool:
    return near(a, b) and not repeating.keys(a).isdisjoint(repeating.keys(b))


MEASURES: Mapping[Kind, Measure] = {
    "events": Measure(_event_score, clustering.candidates, account_keys, DAYS),
    "claims": Measure(_claim_score, _claims_comparable, statement_keys, CLAIM_DAYS),
}


@dataclass(frozen=True, slots=True)
class _Tie:
    """What a record attaches to."""

    antecedent: int
    score: float
    order: tuple[int, int]  # of the antecedent


def tie(connection: Connection, index: SearchIndex, kind: Kind, due: Due) -> set[int]:
    """Ties the records of a document anew.

    Returns:
        The numbers of all records whose tie is another than before, and of those that they were tied to.
    """
    ties, measure = TIES[kind], MEASURES[kind]
    mine = records_of(connection, kind, due.number)
    others = _near(connection, index, kind, due, mine, measure)
    before = _ties(connection, ties, [one.number for one in mine])
    now = {one.number: tie for one in mine if (tie := _best(one, others, measure))}
    changed = {number for number in before.keys() | now.keys() if before.get(number) != now.get(number)}
    if due.changed:
        taken = _taken(connection, ties, mine, others, measure)
        now |= taken
        changed |= taken.keys()
        before |= _ties(connection, ties, sorted(taken))
    _write(connection, ties, {number: now.get(number) for number in changed})
    left = {before[number].antecedent for number in changed if number in before}
    return changed | left


def _best(one: Record, others: Sequence[Record], measure: Measure) -> _Tie | None:
    """The earlier record that it attaches to: the most alike, of equal ones the earliest."""
    found = (_tied(other, one, measure) for other in others if other.order < one.order)
    return min(filter(None, found), key=lambda tie: (-tie.score, tie.order), default=None)


def _tied(earlier: Record, later: Record, measure: Measure) -> _Tie | None:
    if not measure.comparable(earlier.value, later.value):
        return None
    score = measure.score(earlier.value, later.value)
    return None if score is None else _Tie(earlier.number, round(score, _PLACES), earlier.order)


def _taken(
    connection: Connection, ties: Ties, mine: Sequence[Record], others: Sequence[Record], measure: Measure
) -> dict[int, _Tie]:
    """The later records that are more like one of these than like what they are tied to; those of documents
    that are due find that out by themselves.
    """
    first = min((one.order for one in mine), default=(0, 0))
    later = [other for other in others if first < other.order and not other.due]
    held = _ties(connection, ties, [other.number for other in later])
    found: dict[int, _Tie] = {}
    for other in later:
        best = _best(other, mine, measure)
        if best and (other.number not in held or _rank(best) < _rank(held[other.number])):
            found[other.number] = best
    return found


def _rank(tie: _Tie) -> tuple[float, tuple[int, int]]:
    return (-tie.score, tie.order)


def _ties(connection: Connection, ties: Ties, numbers: list[int]) -> dict[int, _Tie]:
    found: dict[int, _Tie] = {}
    for some in batches(numbers):
        rows = connection.execute(
            select(ties.one, ties.ties.c.antecedent, ties.ties.c.score).where(ties.one.in_(some))
        ).all()
        known = records_by_number(connection, ties.kind, [row.antecedent for row in rows])
        found |= {row[0]: _Tie(row[1], row[2], known[row[1]].order) for row in rows}
    return found


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


def _near(
    connection: Connection,
    index: SearchIndex,
    kind: Kind,
    due: Due,
    mine: Sequence[Record],
    measure: Measure,
) -> list[Record]:
    """The records of other documents that share a key with one of these within the days."""
    keys = sorted({key for one in mine for key in measure.keys(one.value)})
    days = tuple(Phrase((day,), "facets") for day in _days(mine, measure.days))
    found: set[int] = set()
    for at in range(0, len(keys) if days else 0, MOST_KEYS):
        asked = Question(groups=(days, _phrases(keys[at : at + MOST_KEYS])))
        found.update(connection.scalars(index.numbers(kind, asked).columns(column("number"))))
    near = records_by_number(connection, kind, sorted(found))
    return [one for _, one in sorted(near.items()) if one.document != due.number]


def _phrases(keys: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(Phrase((facet("key", key),), "facets") for key in keys)


def _days(mine: Iterable[Record], around: int) -> list[str]:
    """The facets of all days on which something comparable may be."""
    days = {one.day + step for one in mine if one.day is not None for step in range(-around, around + 1)}
    last = date.max.toordinal()
    return [time_facet(date.fromordinal(day).isoformat()) for day in sorted(days) if 1 <= day <= last]

"""What one person or body said over time, as the ledger's articles report it.

Each statement stands once, with all who carry it, and from how many independent beginnings. Which statements
may contradict which is told with the words that differ, and never which of them is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from sayso.comparing.contradicting import Contradiction, Kind, contradictions
from sayso.comparing.saying import same_claim
from sayso.comparing.statement import Statement
from sayso.ledger.across.clusters import count_groups
from sayso.ledger.across.hearing import heard_by
from sayso.ledger.across.meant import chosen
from sayso.ledger.across.published import outlets_of, stretch
from sayso.ledger.across.records import Record, records_by_number
from sayso.ledger.across.ties import TIES, roots_of
from sayso.ledger.across.voices import Called
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import check_page
from sayso.schema.attribution import Attitude

# What is compared for contradictions, the latest; of a head of government a ledger holds many more.
_MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class Report:
    """One claim of an article in which the statement stands.

    Attributes:
        id: `DOCUMENT:RECORD`.
        outlet: of the document, or None.
        published: ISO, or None.
        source: the words that name who says it, or None.
        cue: the words that say that it is said, or None.
        content: what is said, as this article has it.
        told: names of the outlets in whose hearing it was said ("told the Courier").
    """

    id: str
    outlet: str | None
    published: str | None
    source: str | None
    cue: str | None
    content: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, however many articles report it.

    Attributes:
        id: of the first report.
        day, last: first and last day of publication, ISO, or None.
        attitude: assertion or denial.
        content: as the first article has it, where it says it twice the longer words.
        outlets: that published a report of it, the earliest first.
        origins: how many independent beginnings the reports have.
        reports: the earliest first.
    """

    id: str
    day: str | None
    last: str | None
    attitude: Attitude
    content: str
    outlets: tuple[str, ...]
    origins: int
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that may contradict each other.

    Attributes:
        kind: `denial`, `negation`, `reversal` or `figures`; see `comparing.contradicting`.
        statements: ids of both, the earlier first.
        reports: ids of the reports that were compared.
        days: of their publication.
        contents: their words.
        words: what of them makes the difference.
    """

    kind: Kind
    statements: tuple[str, str]
    reports: tuple[str, str]
    days: tuple[str | None, str | None]
    contents: tuple[str, str]
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Speaker:
    """What somebody said over time.

    Attributes:
        name: the fullest name.
        names: all names that were taken for this one.
        merged: those of them that were found since a person merged the entities.
        vague: whether no name tells whose body it is ("the police"), so that these may be several: then
            nothing is said of contradictions.
        left: names that may be meant for this one as well as for somebody else; their claims are not here.
        claims, articles: how many claims of how many articles are here.
        total: how many statements these are.
        statements: the latest of them, in their order.
        clashes: what may contradict what, among all statements; the latest last.
    """

    name: str
    names: tuple[Called, ...]
    merged: tuple[Called, ...]
    vague: bool
    left: tuple[Called, ...]
    claims: int
    articles: int
    total: int
    statements: tuple[Said, ...]
    clashes: tuple[Clash, ...]


def speaker(
    ledger: Ledger, name: str, *, since: str | None = None, until: str | None = None, limit: int = 50
) -> Speaker:
    """One person's or body's statements over time.

    Args:
        name: in full, or as much of it as nobody else has; "the health ministry (KEN)" for that of a country.
        since, until: ISO days of publication, both included.
        limit: statements to give, 1-1,000; the latest.

    Raises:
        LedgerError: nobody who is quoted has this name, or several do, who are listed; or the days are none.
    """
    check_page(limit, of="statements")
    days = stretch(since, until)
    with ledger.transaction() as connection:
        who = chosen(ledger, connection, name)
        records = [
            record
            for record in records_by_number(connection, "claims", who.claims).values()
            if days.has(record.value.published)
        ]
        groups = _grouped(connection, records)
        heard = heard_by(connection, [record for group in groups[-limit:] for record in group])
        found = [_said(connection, group, heard) for group in groups[-limit:]]
        clashes = () if who.vague else _clashes(groups, who.name)
    return Speaker(
        name=who.name,
        names=who.names,
        merged=who.merged,
        vague=who.vague,
        left=who.left,
        claims=len(records),
        articles=len({record.document for record in records}),
        total=len(groups),
        statements=tuple(found),
        clashes=clashes,
    )


def _grouped(connection: Connection, records: Sequence[Record]) -> list[list[Record]]:
    """The reports of each statement together: those of one cluster, and what one article says twice."""
    above = roots_of(connection, TIES["claims"], [record.number for record in records])
    groups: dict[int, list[Record]] = {}
    within: dict[int, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda each: each.order):
        root = above.get(record.number, record.number)
        if root not in groups:
            root = _said_before(record, within[record.document], above) or root
        groups.setdefault(root, []).append(record)
        above[record.number] = root
        within[record.document].append(record)
    return sorted(groups.values(), key=lambda group: group[0].order)


def _said_before(record: Record, earlier: Iterable[Record], above: Mapping[int, int]) -> int | None:
    """The statement that the same article reported already, in its headline for instance."""
    for other in earlier:
        if same_claim(_statement(other), _statement(record)).relation == "same":
            return above.get(other.number, other.number)
    return None


def _statement(record: Record) -> Statement:
    if not isinstance(record.value, Statement):
        raise TypeError(f"{record.value.id} is no claim")
    return record.value


def _said(connection: Connection, group: Sequence[Record], heard: Mapping[str, tuple[str, ...]]) -> Said:
    told = [_statement(record) for record in group]
    days = sorted(each.published for each in told if each.published)
    origins = count_groups(connection, "claims", group) if len({each.document for each in group}) > 1 else {}
    return Said(
        id=told[0].id,
        day=days[0] if days else None,
        last=days[-1] if days else None,
        attitude=told[0].attitude,
        content=max((e.content for e in told if e.document == told[0].document), key=len),
        outlets=outlets_of(connection, [record.document for record in group]),
        origins=len(set(origins.values())) or 1,
        reports=tuple(_report(each, heard.get(each.id, ())) for each in told),
    )


def _report(statement: Statement, told: tuple[str, ...]) -> Report:
    return Report(
        id=statement.id,
        outlet=statement.outlet,
        published=statement.published,
        source=statement.speaker,
        cue=statement.cue,
        content=statement.content,
        told=told,
    )


def _clashes(groups: Sequence[Sequence[Record]], name: str) -> tuple[Clash, ...]:
    """Each pair of statements once, whichever of their reports are compared first.

    All names are one by now, so that a name which a person merged is compared as well.
    """
    first: dict[str, str] = {}
    compared: list[Statement] = []
    for group in groups:
        told = [_statement(record) for record in group]
        first |= {each.id: told[0].id for each in told}
        compared += [replace(each, name=name, country=None) for each in told]
    found: dict[tuple[str, str], Clash] = {}
    for each in contradictions(compared[-_MOST_COMPARED:]):
        pair = (first[each.earlier.id], first[each.later.id])
        if pair[0] != pair[1] and pair[::-1] not in found:
            found.setdefault(pair, _clash(each, pair))
    return tuple(found.values())


def _clash(found: Contradiction, pair: tuple[str, str]) -> Clash:
    earlier, later = found.earlier, found.later
    return Clash(
        kind=found.kind,
        statements=pair,
        reports=(earlier.id, later.id),
        days=(earlier.published, later.published),
        contents=(earlier.content, later.content),
        words=(found.words[0].text, found.words[1].text),
    )

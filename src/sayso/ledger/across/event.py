"""One event with all accounts of it: from how many origins, on whose word, and why they are taken for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.comparing.account import Account
from sayso.comparing.admiralty import Grade, grade
from sayso.comparing.holding import held
from sayso.comparing.origins import Origins
from sayso.comparing.parties import Voice
from sayso.comparing.sameness import Sameness, same, sure
from sayso.comparing.vouching import Testimony, Vouched, vouched
from sayso.ledger.across.clusters import count_groups, members
from sayso.ledger.across.events import EventCluster, clusters_at
from sayso.ledger.across.origins import origins, origins_between
from sayso.ledger.across.records import Record, records_by_number
from sayso.ledger.across.region import events_of, tellers_of
from sayso.ledger.across.ties import TIES, batches, roots_of
from sayso.ledger.choosing import choose
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.rating import reliability
from sayso.ledger.tables import documents, events
from sayso.schema.attribution import Attribution, Source
from sayso.schema.reading import Reading

_AT_ONCE = 50  # documents


@dataclass(frozen=True, slots=True)
class Tied:
    """Why an account is taken for one of this event.

    Attributes:
        account, to: ids; the second is the earlier one.
        sameness: of the two, with its parts.
    """

    account: str
    to: str
    sameness: Sameness


@dataclass(frozen=True, slots=True)
class AccountGroup:
    """The accounts that come from one origin.

    Attributes:
        origin: id of the document that it begins with.
        testimonies: the earliest first.
    """

    origin: str
    testimonies: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class EventStory:
    """One event across documents.

    Attributes:
        cluster: what is counted of it.
        groups: its accounts by origin, the earliest origin first.
        vouched: who asserts, reports, denies and is silent; how it changed; in how many origins.
        grades: id of an account -> its grade in the Admiralty code.
        ties: why the accounts are taken for one event, for each but the first.
        origins: of the documents that tell of it, with the reason for every merge.
    """

    cluster: EventCluster
    groups: tuple[AccountGroup, ...]
    vouched: Vouched
    grades: Mapping[str, Grade]
    ties: tuple[Tied, ...]
    origins: Origins


def event(ledger: Ledger, id: str, *, around: bool = True) -> EventStory:
    """The event that an account tells of, with all other accounts of it.

    Args:
        id: of any of its accounts, `DOCUMENT:v2`; the first characters of the document are enough.
        around: for `origins`, look at all documents that have to do with these; else at these alone, which is
            quicker for many events. How the accounts are grouped does not hang on it.

    Raises:
        LedgerError: no event has this id, or a person rejected it.
    """
    chosen = choose(ledger, id)
    if chosen.kind != "event":
        raise LedgerError(f"{id!r:.60} is no event; expected DOCUMENT:v2, as `sayso events` tells them")
    document, record = chosen.id.split(":")
    ties = TIES["events"]
    with ledger.transaction() as connection:
        number = connection.scalar(
            select(events.c.number)
            .join(documents, documents.c.number == events.c.document)
            .where(documents.c.id == document, events.c.record == record)
        )
        root = roots_of(connection, ties, [number or 0]).get(number or 0, number or 0)
        inside = members(connection, ties, [root])[root]
        records = records_by_number(connection, "events", inside)
        told = sorted(records.values(), key=lambda one: one.order)
        if not told:
            raise LedgerError(f"{chosen.id} was rejected by a person, so it tells of no event")
        cluster = clusters_at(connection, [root])[0]
        groups = count_groups(connection, "events", told)
        silent_near = _near(connection, {one.document for one in told}, root)
        tied = _tied(connection, told)
        likely = _likely(tied)
    testimonies = _testimonies(ledger, [one.value for one in told if isinstance(one.value, Account)])
    began = _began(told, groups)
    standing = vouched(testimonies, began, near=silent_near, likely=likely)
    letters = reliability(ledger)
    return EventStory(
        cluster=cluster,
        groups=tuple(_grouped(testimonies, began)),
        vouched=standing,
        grades={each.account.id: grade(each, standing, letters) for each in testimonies},
        ties=tied,
        origins=origins(ledger, chosen.id)
        if around
        else origins_between(ledger, (each.account.document for each in testimonies)),
    )


def _began(told: Sequence[Record], groups: Mapping[int, int]) -> dict[str, str]:
    """For each document the one that its account begins with."""
    documents = {record.number: record.value.document for record in told}
    found: dict[str, str] = {}
    for record in told:
        found.setdefault(record.value.document, documents[groups[record.number]])
    return found


def _grouped(testimonies: Sequence[Testimony], began: Mapping[str, str]) -> list[AccountGroup]:
    found: dict[str, list[Testimony]] = {}
    for each in sorted(testimonies, key=lambda one: one.order):
        found.setdefault(began[each.account.document], []).append(each)
    return [AccountGroup(origin, tuple(each)) for origin, each in found.items()]


def _testimonies(ledger: Ledger, accounts: Sequence[Account]) -> list[Testimony]:
    """The accounts with whose word each rests on, from the readings of their documents."""
    by_document: dict[str, list[Account]] = {}
    for account in accounts:
        by_document.setdefault(account.document, []).append(account)
    ids = sorted(by_document)
    found = []
    for at in range(0, len(ids), _AT_ONCE):
        for stored, decided in ledger.stored_many(ids[at : at + _AT_ONCE]):
            reading = corrected(stored.reading, standing_ones(decided)).reading
            found += [testimony(reading, account) for account in by_document[reading.document.id]]
    return sorted(found, key=lambda each: each.order)


def testimony(reading: Reading, account: Account) -> Testimony:
    """An account with whose word it rests on, from the reading of its document."""
    said = {each.id: each for each in reading.attributions}
    record = account.id.rpartition(":")[2]
    told = next(each for each in reading.events if each.id == record)
    sides = held(told, said)
    open_ones = () if sides.denying else sides.chain  # in the words of those who demand, ask or intend
    return Testimony(account, _voice_of(sides.vouching or open_ones), _voice_of(sides.denying))


def _voice_of(chain: Sequence[Attribution]) -> Voice | None:
    return _voice(chain[0].source) if chain else None


def _voice(source: Source) -> Voice:
    name = source.resolved.text if source.resolved else source.text
    return Voice(name, source.naming, source.affiliation, source.country)


def _near(connection: Connection, tellers: set[int], root: int) -> set[str]:
    """The outlets that tell of some other event of the same documents."""
    others = {each for told in events_of(connection, tellers).values() for each in told} - {root}
    near = {number for told in tellers_of(connection, others).values() for number in told}
    found: set[str] = set()
    for some in batches(sorted(near)):
        rows = select(documents.c.outlet).where(documents.c.number.in_(some), documents.c.outlet.is_not(None))
        found.update(connection.scalars(rows.distinct()))
    return found


def _likely(tied: Sequence[Tied]) -> frozenset[str]:
    """The accounts that hang on a tie which is not sure, by however many others."""
    above = {each.account: each for each in tied}
    found: set[str] = set()
    for account in above:
        at: Tied | None = above[account]
        while at is not None:
            if not sure(at.sameness):
                found.add(account)
            at = above.get(at.to)
    return frozenset(found)


def _tied(connection: Connection, told: Sequence[Record]) -> tuple[Tied, ...]:
    ties = TIES["events"]
    records = {record.number: record for record in told}
    found = []
    for some in batches(sorted(records)):
        for number, antecedent in connection.execute(
            select(ties.one, ties.ties.c.antecedent).where(ties.one.in_(some))
        ):
            later, earlier = records[number].value, records[antecedent].value
            if isinstance(later, Account) and isinstance(earlier, Account):
                found.append(Tied(later.id, earlier.id, same(earlier, later)))
    return tuple(sorted(found, key=lambda each: each.account))

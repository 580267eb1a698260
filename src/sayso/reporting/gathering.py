"""All that a report tells, as one value that depends on the ledger and the question alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.ledger.across.begun import titles
from sayso.ledger.across.relations import Network, relations
from sayso.ledger.across.sites import Sites, sites
from sayso.ledger.across.spread import Spread, spread
from sayso.ledger.counting import facets
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.knowing import check_known
from sayso.ledger.ledger import Ledger
from sayso.reporting.asked import MOST, Wanted
from sayso.reporting.claims import Claims, claims
from sayso.reporting.events import Events, events
from sayso.reporting.filed import Filed, filed
from sayso.reporting.quoting import Quote
from sayso.workbench.drawing import map as maps
from sayso.workbench.drawing import network as networks
from sayso.workbench.drawing import timeline as timelines
from sayso.workbench.facets import HEADINGS, told

_SOURCING = ("naming", "identity", "affiliation", "attitude", "country", "outlet")
_MOST_VALUES = 12  # of one count


@dataclass(frozen=True, slots=True)
class Tally:
    """One count of the claims: (in words, how many), the most first."""

    heading: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """What answers, drawn; a network and a map are of events, None where none were asked for."""

    when: Spread
    timeline: timelines.Drawing
    who: Network | None
    network: networks.Drawing | None
    where: Sites | None
    map: maps.Drawing | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report tells.

    Attributes:
        wanted: what was asked for.
        events, claims: what was found, None for what was not searched.
        pictures: of the events, or of the claims where no events were searched.
        tallies: how the claims are sourced; `counted` claims, copies included.
        documents: those that are cited, by their ids.
        quotes: `DOCUMENT:RECORD` -> its words.
        titles: of documents that are only named, by their ids.
    """

    wanted: Wanted
    events: Events | None
    claims: Claims | None
    pictures: Pictures
    tallies: tuple[Tally, ...]
    counted: int
    documents: Mapping[str, Filed]
    quotes: Mapping[str, Quote]
    titles: Mapping[str, str | None]


def gather(ledger: Ledger, wanted: Wanted) -> Report:
    """Everything for a report.

    Raises:
        LedgerError: the question cannot be understood, or no such report can be had.
    """
    if not 1 <= wanted.most <= MOST:
        raise LedgerError(f"a report of {wanted.most} events cannot be had; expected 1 to {MOST}")
    check_known(ledger, wanted.filter)
    happened = events(ledger, wanted) if "events" in wanted.kinds else None
    said = claims(ledger, wanted) if "claims" in wanted.kinds else None
    documents, quotes = filed(ledger, _cited(happened, said), files=wanted.files)
    tallies, counted = _sourcing(ledger, wanted) if said is not None else ((), 0)
    return Report(
        wanted,
        happened,
        said,
        _pictures(ledger, wanted),
        tallies,
        counted,
        documents,
        quotes,
        titles(ledger, _named(happened) - documents.keys()),
    )


def _cited(happened: Events | None, said: Claims | None) -> dict[str, list[str]]:
    """The records that are quoted, by the ids of their documents."""
    found: dict[str, list[str]] = defaultdict(list)
    for id in (*_accounts(happened), *_reports(said)):
        document, _, record = id.partition(":")
        found[document].append(record)
    return found


def _accounts(happened: Events | None) -> Iterator[str]:
    for one in happened.told if happened else ():
        yield from sorted(one.shown)


def _reports(said: Claims | None) -> Iterator[str]:
    for claim in said.told if said else ():
        yield from (one.id for group in claim.groups for one in group.statements)


def _named(happened: Events | None) -> set[str]:
    """The documents that are named and not quoted."""
    groups = [group for one in (happened.told if happened else ()) for group in one.groups]
    return {id for group in groups for reason in group.reasons for id in reason.between} | {
        group.origin for group in groups
    }


def _pictures(ledger: Ledger, wanted: Wanted) -> Pictures:
    kind: Kind = "events" if "events" in wanted.kinds else "claims"
    asked, words, filter = wanted.asked(kind), wanted.words, wanted.filter
    when = spread(ledger, words, filter, kind=kind)
    if kind == "claims":
        return Pictures(when, timelines.drawn(when, asked), None, None, None, None)
    who, where = relations(ledger, words, filter), sites(ledger, words, filter)
    return Pictures(
        when, timelines.drawn(when, asked), who, networks.drawn(who, asked), where, maps.drawn(where, asked)
    )


def _sourcing(ledger: Ledger, wanted: Wanted) -> tuple[tuple[Tally, ...], int]:
    found = facets(ledger, wanted.words, wanted.filter, kind="claims", most=_MOST_VALUES)
    tallies = (Tally(HEADINGS[name], _rows(name, found.facets.get(name, ()))) for name in _SOURCING)
    return tuple(one for one in tallies if one.rows), found.counted


def _rows(name: str, counted: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple((told(name, value), count) for value, count in counted)

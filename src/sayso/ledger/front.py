"""A ledger in a program or a notebook: typed queries whose answers are records, or a frame of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypedDict, TypeVar, Unpack, cast

from sqlalchemy import func, select

from sayso.comparing.copying import LEVEL
from sayso.comparing.origins import Origins
from sayso.ledger.across.beside import Laid, Wanted, beside
from sayso.ledger.across.bringing import refresh
from sayso.ledger.across.event import EventStory, event
from sayso.ledger.across.events import By, EventPage, event_clusters
from sayso.ledger.across.origins import origins
from sayso.ledger.across.outlets import Comparison, compare
from sayso.ledger.across.speakers import Speaker, speaker
from sayso.ledger.asking import Filter
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.counting import Counts, facets
from sayso.ledger.errors import LedgerError
from sayso.ledger.frames import to_pandas, to_polars
from sayso.ledger.hits import ClaimHit, EventHit, Hit, Kind, columns_of
from sayso.ledger.imported import Chosen
from sayso.ledger.importedframe import ImportedRows
from sayso.ledger.ledger import Ledger
from sayso.ledger.listing import DocumentRow
from sayso.ledger.ordering import Order
from sayso.ledger.paging import MOST
from sayso.ledger.searching import Page, search
from sayso.ledger.showing import Shown, show
from sayso.ledger.tables import documents
from sayso.schema.reading import Reading

Record = TypeVar("Record", bound=Hit)
Values = str | Iterable[str]


class Facets(TypedDict, total=False):
    """What narrows a search: a value, or several of which one must hold; days are ISO, both included."""

    source: Values
    naming: Values
    identity: Values
    affiliation: Values
    attitude: Values
    actor: Values
    recipient: Values
    type: Values
    mode: Values
    standing: Values
    outlet: Values
    country: Values
    sector: Values
    review: Values
    entity: Values
    since: str | date | None
    until: str | date | None
    origins: str | int | None


_OF_DOCUMENT = tuple(field.name for field in fields(DocumentRow))
_AT_ONCE = 1_000


class Query(Generic[Record]):
    """What a search finds; nothing is read before it is iterated, counted or made a frame."""

    def __init__(self, ledger: Ledger, words: str, filter: Filter, kind: Kind, order: Order) -> None:
        self._ledger = ledger
        self._asked = (words, filter)
        self._kind: Kind = kind
        self._order: Order = order

    def page(self, *, limit: int = 50, after: str | None = None) -> Page:
        """Some of the hits, with how many there are."""
        words, filter = self._asked
        return search(
            self._ledger, words, filter, kind=self._kind, limit=limit, after=after, order=self._order
        )

    def facets(self, *, most: int = 20) -> Counts:
        """How the hits are spread over the values of each facet."""
        words, filter = self._asked
        return facets(self._ledger, words, filter, kind=self._kind, most=most)

    def __iter__(self) -> Iterator[Record]:
        after: str | None = None
        while True:
            page = self.page(limit=MOST, after=after)
            yield from cast(tuple[Record, ...], page.hits)
            after = page.next
            if after is None:
                return

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`, a row to a hit; what is not known is None."""
        return to_pandas(self, columns_of(self._kind))

    def to_polars(self) -> Any:
        """A `polars.DataFrame`, a row to a hit; what is not known is null."""
        return to_polars(self, columns_of(self._kind))


class Documents:
    """All documents of a ledger by their ids; nothing is read before they are iterated or made a frame."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __len__(self) -> int:
        with self._ledger.transaction() as connection:
            return int(connection.scalar(select(func.count()).select_from(documents)) or 0)

    def __iter__(self) -> Iterator[DocumentRow]:
        after = ""
        while some := self._some(after):
            yield from some
            after = some[-1].id

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`, a row to a document."""
        return to_pandas(self, _OF_DOCUMENT)

    def to_polars(self) -> Any:
        """A `polars.DataFrame`, a row to a document."""
        return to_polars(self, _OF_DOCUMENT)

    def _some(self, after: str) -> list[DocumentRow]:
        columns = (documents.c[name] for name in _OF_DOCUMENT)
        rows = select(*columns).where(documents.c.id > after).order_by(documents.c.id).limit(_AT_ONCE)
        with self._ledger.transaction() as connection:
            return [DocumentRow(*row) for row in connection.execute(rows)]


class OpenLedger:
    """A ledger that is open for reading; `with` closes it.

        with sayso.open_ledger("news.ledger") as ledger:
            for claim in ledger.claims("ferry", naming="anonymous_on_request"):
                print(claim.source, "|", claim.content)

    Args:
        ledger: path of a file, or `postgresql://user@host/name`.

    Raises:
        LedgerError: it cannot be opened; the message says what to do.
    """

    def __init__(self, ledger: str | Path) -> None:
        self._ledger = Ledger(ledger)

    def close(self) -> None:
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def claims(
        self, words: str = "", *, order: Order = "newest", **facets: Unpack[Facets]
    ) -> Query[ClaimHit]:
        """Who says what, by the day of publication.

        Args:
            words: `"two words"` side by side, `attack*` for any ending, `-word` for without; "" for all.
            order: `newest` or `oldest` first.
            facets: what else must hold, such as `naming="described"` or `outlet=("A", "B")`.
        """
        return Query(self._ledger, words, filter_of(facets), "claims", order)

    def events(
        self, words: str = "", *, order: Order = "newest", **facets: Unpack[Facets]
    ) -> Query[EventHit]:
        """What is said to have happened, by the day it happened; arguments as for `claims`."""
        return Query(self._ledger, words, filter_of(facets), "events", order)

    def search(
        self,
        words: str = "",
        *,
        kind: Kind = "claims",
        limit: int = 50,
        after: str | None = None,
        order: Order = "newest",
        **facets: Unpack[Facets],
    ) -> Page:
        """One page of claims or events, with how many there are; `after` is `next` of the page before."""
        return search(
            self._ledger, words, filter_of(facets), kind=kind, limit=limit, after=after, order=order
        )

    def documents(self) -> Documents:
        """All documents, by their ids."""
        return Documents(self._ledger)

    def imported(
        self,
        *,
        dataset: Values = (),
        type: Values = (),
        country: Values = (),
        since: str | date | None = None,
        until: str | date | None = None,
    ) -> ImportedRows:
        """Rows of other event data sets (`sayso import`), by data set and id. They have no standing: a data
        set does not tell on whose word a row is.

        Args:
            dataset: some of `polecat`, `icews`, `gdelt1`, `gdelt2`, `phoenix`, or `gdelt` for both.
            type: of PLOVER, which CAMEO's codes are mapped to.
            country: code of actor, recipient or place.
            since, until: ISO days, both included.
        """
        chosen = (_several(dataset), _several(type), _several(country))
        return ImportedRows(self._ledger, Chosen(*chosen, _iso(since), _iso(until)))

    def beside(
        self,
        *,
        rows: Wanted = "with",
        limit: int = 50,
        dataset: Values = (),
        type: Values = (),
        country: Values = (),
        since: str | date | None = None,
        until: str | date | None = None,
    ) -> Laid:
        """Imported rows beside the events that sayso read: which have an account, with its standing and on
        whose word it is.

        Args:
            rows: which are listed: those `with` an account, `without` one, or `all`; all are counted.
            limit: how many are listed, 0-1,000.
            dataset, type, country, since, until: as for `imported`.
        """
        self._lay()
        chosen = (_several(dataset), _several(type), _several(country))
        return beside(self._ledger, Chosen(*chosen, _iso(since), _iso(until)), wanted=rows, limit=limit)

    def reading(self, document: str) -> Reading:
        """All records of a document, as persons corrected them.

        Raises:
            LedgerError: there is no document of this id.
        """
        stored = self._ledger.stored(document)
        if stored is None:
            raise LedgerError(f"the ledger has no document {document!r:.40}; `documents()` has all")
        return corrected(stored.reading, standing_ones(self._ledger.corrections(document))).reading

    def show(self, id: str) -> Shown:
        """A document, claim, event, attribution or entity with all that tells where it comes from.

        Raises:
            LedgerError: nothing has this id, or several things do.
        """
        return show(self._ledger, id)

    def event_clusters(
        self, words: str = "", *, by: By = "newest", limit: int = 50, skip: int = 0, **facets: Unpack[Facets]
    ) -> EventPage:
        """What is said to have happened, each event once, with how many documents and origins tell of it.

        Args:
            words, facets: as for `events`; `origins=">=2"` for two independent accounts or more.
            by: what comes first: the newest or oldest day, or the most origins.
            limit: events of one page, 1-1,000.
            skip: how many come before it.
        """
        self._lay()
        return event_clusters(self._ledger, words, filter_of(facets), by=by, limit=limit, skip=skip)

    def event(self, id: str) -> EventStory:
        """The event that an account (`DOCUMENT:v2`) tells of, with all other accounts of it.

        Raises:
            LedgerError: no event has this id.
        """
        self._lay()
        return event(self._ledger, id)

    def origins(self, id: str | None = None, *, level: float = LEVEL) -> Origins:
        """The independent beginnings of all documents, or of those that have to do with one.

        Args:
            id: of a document, an event or a claim; None for the whole ledger.
            level: the part of a document's own words, 0 to 1, that must come from another for it to rest on
                that.

        Raises:
            LedgerError: nothing has this id, or the level is none.
        """
        self._lay()
        return origins(self._ledger, id, level=level)

    def compare(
        self,
        one: str,
        other: str,
        *,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int = 20,
    ) -> Comparison:
        """Two outlets side by side: what both tell of and where they differ, and what only one of them does.

        Args:
            one, other: names of outlets, however they are written.
            since, until: days of publication, both included.
            limit: of each list, 1-1,000.

        Raises:
            LedgerError: one of them published nothing here, or both are one.
        """
        self._lay()
        return compare(self._ledger, one, other, since=_iso(since), until=_iso(until), limit=limit)

    def speaker(
        self,
        name: str,
        *,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int = 50,
    ) -> Speaker:
        """What one person or body said over time, each statement once, and what may contradict what.

        Args:
            name: in full, or as much of it as nobody else has.
            since, until: days of publication, both included.
            limit: statements, 1-1,000; the latest.

        Raises:
            LedgerError: nobody who is quoted has this name, or several do.
        """
        self._lay()
        return speaker(self._ledger, name, since=_iso(since), until=_iso(until), limit=limit)

    def _lay(self) -> None:
        """Lays beside the others what came since, where the ledger can be written."""
        refresh(self._ledger)


def _several(values: Values) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def _iso(day: str | date | None) -> str | None:
    return None if day is None else str(day)


def filter_of(facets: Mapping[str, Any]) -> Filter:
    """The filter of keywords, each a value or several."""
    given = {name: value for name, value in facets.items() if value is not None}
    days = {name: str(given.pop(name)) for name in ("since", "until", "origins") if name in given}
    values = {
        name: (value,) if isinstance(value, str) else tuple(map(str, value)) for name, value in given.items()
    }
    return Filter(values, **days)

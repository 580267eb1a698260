"""The ledger as a notebook opens it: typed queries, frames of them, and charts."""

from __future__ import annotations

from typing import Any, Unpack

from sayso.charts.hits import chart_of
from sayso.charts.map import Map, map_of
from sayso.charts.network import Network, network
from sayso.charts.timeline import Timeline, timeline
from sayso.ledger.across.relations import MOST_PARTIES
from sayso.ledger.across.sites import MOST_SITES
from sayso.ledger.across.spread import Step
from sayso.ledger.front import Facets, OpenLedger, Query, Record, filter_of
from sayso.ledger.hits import ClaimHit, EventHit, Kind
from sayso.ledger.ordering import Order


class ChartedQuery(Query[Record]):
    """What a search finds, which can be drawn as well."""

    def chart(self) -> Any:
        """An `altair` chart with a dot to each of the first 2,000 hits, by day.

        Raises:
            LedgerError: Altair is not installed.
        """
        return chart_of(iter(self), self._kind)


class ChartedLedger(OpenLedger):
    """A ledger that is open for reading, with pictures of what answers; `with` closes it.

    with sayso.open_ledger("news.ledger") as ledger:
        told = ledger.timeline("ferry")
        frame = told.to_pandas()
        told.chart().save("ferry.svg")
    """

    def claims(
        self, words: str = "", *, order: Order = "newest", **facets: Unpack[Facets]
    ) -> ChartedQuery[ClaimHit]:
        """Who says what, by the day of publication; arguments as for `OpenLedger.claims`."""
        return ChartedQuery(self._ledger, words, filter_of(facets), "claims", order)

    def events(
        self, words: str = "", *, order: Order = "newest", **facets: Unpack[Facets]
    ) -> ChartedQuery[EventHit]:
        """What is said to have happened, by the day it happened; arguments as for `claims`."""
        return ChartedQuery(self._ledger, words, filter_of(facets), "events", order)

    def timeline(
        self, words: str = "", *, kind: Kind = "events", step: Step | None = None, **facets: Unpack[Facets]
    ) -> Timeline:
        """What answers by time: in each stretch, how many origins tell it how.

        Args:
            words, facets: as for `events`.
            kind: of events or of claims.
            step: day, week, month or year; None for what fits.

        Raises:
            LedgerError: the question cannot be understood.
        """
        self._lay()
        return timeline(self._ledger, words, filter_of(facets), kind=kind, step=step)

    def network(self, words: str = "", *, most: int = MOST_PARTIES, **facets: Unpack[Facets]) -> Network:
        """Who does what to whom in the events that answer: in each relation, how many origins tell it how.

        Args:
            words, facets: as for `events`.
            most: parties; those of the fewest origins are left out.
        """
        self._lay()
        return network(self._ledger, words, filter_of(facets), most=most)

    def map(self, words: str = "", *, most: int = MOST_SITES, **facets: Unpack[Facets]) -> Map:
        """Where it is said to have happened: at each place, how many origins tell it how.

        Args:
            words, facets: as for `events`.
            most: places; those of the fewest origins are left out.
        """
        self._lay()
        return map_of(self._ledger, words, filter_of(facets), most=most)

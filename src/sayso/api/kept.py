"""The answers of one workbench that many ask for and that take long: each is found once."""

from __future__ import annotations

from sayso.api.remembering import Remembered
from sayso.ledger.across.begun import OriginPage, origin_page
from sayso.ledger.across.events import EventPage, event_clusters
from sayso.ledger.across.outlets import Comparison, Halves, compare
from sayso.ledger.across.speakers import Speaker, speaker
from sayso.ledger.counting import Counts
from sayso.ledger.ledger import Ledger
from sayso.ledger.overview import Overview, overview
from sayso.ledger.searching import Page, search
from sayso.workbench.asking import Asked
from sayso.workbench.drawing.picture import Picture, picture
from sayso.workbench.facets import counts
from sayso.workbench.pictures import Pictured
from sayso.workbench.stories import AskedOnce

HITS = 30  # of one page
STORIES = 30  # of one page
ORIGINS = 20
STATEMENTS = 200  # of a speaker, the latest
LISTED = 15  # of each list of a comparison
_OUTLETS = 20  # whose part of a comparison is kept
_PATIENCE = 20  # times as long as it took


class Kept:
    """What is remembered of a ledger.

    Attributes:
        overview: the ledger in numbers, for None.
        hits: a page of them, for a question.
        counts: how answers are spread, for a question.
        pictures: for what is drawn.
        stories: a page of events, each once.
        origins: a page of the origins, for how many come before it.
        comparisons: for two outlets, the first day and the last day or None.
        speakers: for a name, the first day and the last day or None.
    """

    def __init__(self, ledger: Ledger) -> None:
        def found(asked: Asked) -> Page:
            return search(
                ledger,
                asked.words,
                asked.filter,
                kind=asked.kind,
                limit=HITS,
                after=asked.after,
                order=asked.order,
            )

        def once(asked: AskedOnce) -> EventPage:
            return event_clusters(
                ledger, asked.words, asked.filter, by=asked.by, limit=STORIES, skip=asked.skip
            )

        halves = Halves(most=_OUTLETS)

        def beside(asked: tuple[str, str, str | None, str | None]) -> Comparison:
            one, other, since, until = asked
            return compare(ledger, one, other, since=since, until=until, limit=LISTED, half=halves)

        def said(asked: tuple[str, str | None, str | None]) -> Speaker:
            name, since, until = asked
            return speaker(ledger, name, since=since, until=until, limit=STATEMENTS)

        self.overview: Remembered[None, Overview] = Remembered(
            ledger, lambda _: overview(ledger), most=1, patience=_PATIENCE
        )
        self.hits: Remembered[Asked, Page] = Remembered(ledger, found, most=200)
        self.counts: Remembered[Asked, Counts] = Remembered(
            ledger, lambda asked: counts(ledger, asked), most=200
        )
        self.pictures: Remembered[Pictured, Picture] = Remembered(
            ledger, lambda given: picture(ledger, given), most=100, patience=_PATIENCE
        )
        self.stories: Remembered[AskedOnce, EventPage] = Remembered(
            ledger, once, most=100, patience=_PATIENCE
        )
        self.origins: Remembered[int, OriginPage] = Remembered(
            ledger, lambda skip: origin_page(ledger, limit=ORIGINS, skip=skip), most=50, patience=_PATIENCE
        )
        self.comparisons: Remembered[tuple[str, str, str | None, str | None], Comparison] = Remembered(
            ledger, beside, most=200, patience=_PATIENCE
        )
        self.speakers: Remembered[tuple[str, str | None, str | None], Speaker] = Remembered(
            ledger, said, most=50, patience=_PATIENCE
        )

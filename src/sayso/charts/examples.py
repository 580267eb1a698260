"""A sentence for every mark of a chart: the first record that it counts, with its source."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import cast

from sayso.ledger.across.answers import TOLD, Telling
from sayso.ledger.front import Query
from sayso.ledger.hits import ClaimHit, EventHit, Hit
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import CAP
from sayso.ledger.surroundings import surroundings
from sayso.schema.event import Standing

_LONGEST = 320  # characters of one sentence
_AT_ONCE = 500  # records


@dataclass(frozen=True, slots=True)
class Example:
    """One record that a mark counts.

    Attributes:
        id: `DOCUMENT:RECORD`.
        outlet: of the document, or None.
        source: on whose word; None for the author's own.
        sentence: in which it stands.
    """

    id: str
    outlet: str | None
    source: str | None
    sentence: str


NOTHING = Example("", None, None, "")
Places = Callable[[Hit], Iterable[Hashable]]


def examples(ledger: Ledger, query: Query[Hit], places: Places) -> Mapping[Hashable, Example]:
    """The first record, in the order of the query, for every place that it has in a chart."""
    first: dict[Hashable, Hit] = {}
    for hit in islice(query, CAP):
        for place in places(hit):
            first.setdefault(place, hit)
    told = dict(_sentences(ledger, list(first.values())))
    return {place: _example(hit, told.get(hit.id, hit.content)) for place, hit in first.items()}


def telling_of(hit: Hit) -> Telling:
    """How it is told; what others claim is their word, or a denial."""
    if hit.standing:
        return TOLD[cast(Standing, hit.standing)]
    return "disputed" if isinstance(hit, ClaimHit) and hit.attitude == "denial" else "word"


def source_of(hit: Hit) -> str | None:
    """On whose word, None for the author's own."""
    if isinstance(hit, EventHit):
        return hit.source
    return None if hit.standing else hit.name or hit.source or "no source given"


def cut(sentence: str) -> str:
    """On one line, and no longer than a tooltip can be."""
    line = " ".join(sentence.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _sentences(ledger: Ledger, hits: list[Hit]) -> Iterator[tuple[str, str]]:
    for at in range(0, len(hits), _AT_ONCE):
        for id, place in surroundings(ledger, hits[at : at + _AT_ONCE]).items():
            yield id, f"{place.before}{place.words}{place.after}"


def _example(hit: Hit, sentence: str) -> Example:
    return Example(hit.id, hit.outlet, source_of(hit), cut(sentence))

"""A labelled set of events told by several articles: reads `benchmarks/events/*.yaml`, checks it, counts it.

    python benchmarks/events_set.py [FOLDER]

Every text and every event in it was invented for the set. Each file is one mapping:

    events:
      - {id: sella-market, type: ASSAULT, articles: [sella-1, sella-2]}   # the articles that tell it
    articles:
      - id: sella-1
        outlet: Tesmar Courier
        published: 2031-03-12
        events:
          - {event: sella-market, anchors: [shelled, bombardment]}
        text: |-
          Headline

          Paragraphs.

Anchors are words of the article that name the event, the main telling first; an anchor stands wherever its
words stand in that article, and no two events share a place. A passing mention may go without a label. An
event of one article only is a neighbour or an older event that must stay by itself.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "events"
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST "
    "ACCUSE REJECT THREATEN SANCTION PROTEST MOBILIZE COERCE ASSAULT"
).split()
LEAST = 60  # events that more than one article tells
WORDS = range(50, 121)  # in an article, its headline included


class EventSetError(ValueError):
    """The set is not what it should be; the text names the file's or the article's fault."""


@dataclass(frozen=True)
class Event:
    id: str
    type: str
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Anchor:
    """One place in an article at which its words name an event."""

    event: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Article:
    id: str
    outlet: str
    published: date
    text: str
    anchors: tuple[Anchor, ...]  # in the order of the file: the main telling of an event before its others

    @property
    def events(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(anchor.event for anchor in self.anchors))


@dataclass(frozen=True)
class EventSet:
    events: tuple[Event, ...]
    articles: tuple[Article, ...]

    @property
    def shared(self) -> tuple[Event, ...]:
        """The events that more than one article tells."""
        return tuple(event for event in self.events if len(event.articles) > 1)


def load(folder: Path = FOLDER) -> EventSet:
    """The set in a folder; EventSetError where it contradicts itself."""
    files = [_file(path) for path in sorted(folder.glob("*.yaml"))]
    found = EventSet(
        events=tuple(_event(row) for file in files for row in file["events"]),
        articles=tuple(_article(row) for file in files for row in file["articles"]),
    )
    faults = list(_faults(found))
    if faults:
        raise EventSetError("\n".join(faults))
    return found


def _file(path: Path) -> Mapping[str, Any]:
    # every scalar a text: dates are read here, and "no" is a word
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    if not isinstance(data, dict) or set(data) != {"events", "articles"}:
        raise EventSetError(f"{path.name}: should be a mapping with events and articles, and nothing else")
    return data


def _event(row: Mapping[str, Any]) -> Event:
    return Event(id=row["id"], type=row["type"], articles=tuple(row["articles"]))


def _article(row: Mapping[str, Any]) -> Article:
    text = row["text"]
    anchors = [
        anchor
        for told in row["events"]
        for words in told["anchors"]
        for anchor in _places(row["id"], text, told["event"], words)
    ]
    return Article(row["id"], row["outlet"], date.fromisoformat(row["published"]), text, tuple(anchors))


def _places(article: str, text: str, event: str, words: str) -> Iterator[Anchor]:
    places = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    if not places:
        raise EventSetError(f"{article}: no {words!r} in its text, for {event}")
    for place in places:
        yield Anchor(event, place.start(), place.end(), words)


def _faults(found: EventSet) -> Iterator[str]:
    yield from (f"{id}: an id given twice" for id in _twice(event.id for event in found.events))
    yield from (f"{id}: an id given twice" for id in _twice(article.id for article in found.articles))
    told: dict[str, set[str]] = {event.id: set() for event in found.events}
    for article in found.articles:
        yield from _article_faults(article)
        for event in article.events:
            if event in told:
                told[event].add(article.id)
            else:
                yield f"{article.id}: an event {event} that no file lists"
    for listed in found.events:
        if listed.type not in TYPES:
            yield f"{listed.id}: {listed.type} is none of the types"
        if set(listed.articles) != told[listed.id] or _twice(listed.articles):
            yield f"{listed.id}: lists {sorted(listed.articles)}, told by {sorted(told[listed.id])}"
    if len(found.shared) < LEAST:
        yield f"{len(found.shared)} events are told by more than one article; {LEAST} should be"
    missing = set(TYPES) - {event.type for event in found.shared}
    if missing:
        yield f"no event told twice has the type {', '.join(sorted(missing))}"


def _article_faults(article: Article) -> Iterator[str]:
    headline, blank, body = (*article.text.split("\n", 2), "", "")[:3]
    if not headline or blank or not body:
        yield f"{article.id}: should be a headline, a blank line and paragraphs"
    if len(article.text.split()) not in WORDS:
        yield f"{article.id}: {len(article.text.split())} words"
    if not article.anchors:
        yield f"{article.id}: tells no event"
    ordered = sorted(article.anchors, key=lambda anchor: (anchor.start, anchor.end))
    for one, other in pairwise(ordered):
        if other.start < one.end:
            yield f"{article.id}: {one.text!r} ({one.event}) and {other.text!r} ({other.event}) overlap"


def _twice(ids: Iterable[str]) -> list[str]:
    return [id for id, times in Counter(ids).items() if times > 1]


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks the labelled set of events and counts it.")
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    try:
        found = load(parser.parse_args().folder)
    except EventSetError as error:
        raise SystemExit(str(error)) from None
    anchors = sum(len(article.anchors) for article in found.articles)
    words = sum(len(article.text.split()) for article in found.articles)
    outlets = len({article.outlet for article in found.articles})
    print(f"{len(found.events)} events, {len(found.shared)} of them told by more than one article")
    print(f"{len(found.articles)} articles of {outlets} outlets, {words:,} words, {anchors} anchors")
    print("articles to an event:", _counts(len(event.articles) for event in found.events))
    print("events to an article:", _counts(len(article.events) for article in found.articles))
    types = Counter(event.type for event in found.shared)
    print("types of the shared events:", ", ".join(f"{type} {types[type]}" for type in TYPES))


def _counts(numbers: Iterable[int]) -> str:
    return ", ".join(f"{number}: {times}" for number, times in sorted(Counter(numbers).items()))


if __name__ == "__main__":
    main()

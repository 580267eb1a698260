"""Laying documents beside each other: how its time and memory grow, and what one more document takes.

    python benchmarks/across.py press.ledger --documents 10000 30000 100000 [--rate 300]

For each number a ledger is filled and then brought up, in a process of its own: copies are found,
events and claims clustered, origins counted. The documents are readings of fictional articles in which
every longer word is another word of the same length, so that texts have nothing in common by chance and
every span still cuts its words. So many of a hundred are copies of a story of the last days, with some
words changed, and so many tell of the same people and events in other words; names come from a common
stock, some of them often. `--rate` articles come out a day, so that a larger ledger covers more days.

Printed: seconds and milliseconds a document of bringing up, the most memory, what was found, and for
200 documents that come afterwards the milliseconds of one: written into the ledger and laid beside all
others.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from math import log
from pathlib import Path

from sqlalchemy import func, select

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.articles import article
from sayso import pipeline
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.ledger import Ledger
from sayso.ledger.packing import pack, unpack
from sayso.ledger.tables import event_clusters, links, stories
from sayso.reading import read_document
from sayso.schema.document import Document, document_id
from sayso.schema.event import Event
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

ORIGINALS = 60
AT_ONCE = 500
MORE = 200
COPIES, RETOLD = 15, 10  # of a hundred
CHANGED = 0.08  # of a copy's words
BACK = 600  # stories that may still be copied
STOCK = 20_000  # names, and other words
FIRST = date(2021, 1, 1)
WORD = re.compile(r"\b[A-Za-z][a-z]{3,}\b")
KEPT = frozenset("said says told that this with from have were been they their which would after".split())
LETTERS = "aabcdeefghiiklmnoooprsttuv"


@dataclass(frozen=True, slots=True)
class Plan:
    """How one document is made.

    Attributes:
        original: number of the article that it is made from.
        names, words: seeds of what its names and its other words are.
        copied: seed of what a copy changes, or None.
        day: on which it comes out.
        outlet: who publishes it.
    """

    original: int
    names: int
    words: int
    copied: int | None
    day: date
    outlet: str


def plans(rate: int) -> Iterator[Plan]:
    """The documents in the order in which they come out, without end."""
    chance = random.Random(7)
    recent: list[Plan] = []
    number = 0
    while True:
        day, outlet = FIRST + timedelta(days=number // rate), f"Outlet {chance.randint(1, 300)}"
        kind = chance.randrange(100)
        if recent and kind < COPIES + RETOLD:
            before = chance.choice(recent[-BACK:])
            seed = chance.getrandbits(40)
            changed = {"copied": seed} if kind < COPIES else {"words": seed}
            plan = replace(before, day=day, outlet=outlet, **changed)
        else:
            seeds = (chance.getrandbits(40), chance.getrandbits(40))
            plan = Plan(chance.randrange(ORIGINALS), *seeds, None, day, outlet)
            recent = [*recent[-BACK:], plan]
        number += 1
        yield plan


class Press:
    """Makes documents from plans."""

    def __init__(self) -> None:
        given = (read_document(article(n, sentences=4 + n % 9), kind="plain") for n in range(ORIGINALS))
        readings = list(pipeline.read_batch(given))
        self.originals = [(each.document, pack(each)) for each in readings]
        chance = random.Random(11)
        stock = sorted({"".join(chance.choices(LETTERS, k=chance.randint(4, 12))) for _ in range(STOCK)})
        self.words = _by_length(stock)
        self.names = _by_length([word.title() for word in stock])

    def document(self, plan: Plan) -> Reading:
        original, packed = self.originals[plan.original]
        text = self._text(original, plan)
        reading = unpack(packed, text)
        return _dated(reading, replace(_particulars(reading.document, text, plan)), plan.day)

    def _text(self, original: Document, plan: Plan) -> str:
        named, worded = random.Random(plan.names), random.Random(plan.words)
        copied = None if plan.copied is None else random.Random(plan.copied)
        known: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            word = match[0]
            if word.lower() in KEPT:
                return word
            if word not in known:
                known[word] = self._other(word, named if word[0].isupper() else worded)
            if copied is not None and word.islower() and copied.random() < CHANGED:
                return self._other(word, copied)
            return known[word]

        return WORD.sub(other, original.text)

    def _other(self, word: str, chance: random.Random) -> str:
        stock = (self.names if word[0].isupper() else self.words).get(len(word), [word])
        # the first names of the stock are in the news more often than the last
        return stock[int(len(stock) * chance.random() ** 2)]


def _by_length(words: Sequence[str]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for word in words:
        found[len(word)].append(word)
    return found


def _particulars(document: Document, text: str, plan: Plan) -> Document:
    return replace(
        document,
        id=document_id(text),
        title=text.split("\n", 1)[0],
        outlet=plan.outlet,
        published=plan.day.isoformat(),
    )


def _dated(reading: Reading, document: Document, day: date) -> Reading:
    """What the text dates happened the day before."""
    events = tuple(_moved(event, day - timedelta(days=1)) for event in reading.events)
    return replace(reading, document=document, events=events)


def _moved(event: Event, day: date) -> Event:
    if event.date.start is None:
        return event
    end = (day + timedelta(days=1)).isoformat()
    return replace(event, date=replace(event.date, start=day.isoformat(), end=end))


def one(path: str, count: int, rate: int) -> None:
    """Fills, brings up and measures one ledger."""
    press, waiting = Press(), plans(rate)
    with Ledger(path, create=True) as ledger:
        done = 0
        while batch := list(islice(waiting, min(AT_ONCE, count - done))):
            put(ledger, [press.document(plan) for plan in batch])
            done += len(batch)
        before = memory()
        began = time.perf_counter()
        bring_up(ledger)
        seconds = time.perf_counter() - began
        most = memory()
        told = found(ledger)
        more = []
        for plan in islice(waiting, MORE):
            reading = press.document(plan)
            began = time.perf_counter()
            put(ledger, [reading])
            bring_up(ledger)
            more.append(1000 * (time.perf_counter() - began))
    more.sort()
    slow = more[int(0.99 * len(more))]
    print(
        f"{count:7,} documents: {seconds:6.0f} s, {1000 * seconds / count:.2f} ms a document,"
        f" {1e6 * seconds / (count * log(count)):.0f} µs / log n;"
        f" memory {before:.0f} MB before, {most:.0f} MB;"
        f" one more {statistics.median(more):.0f} ms, 99th percentile {slow:.0f} ms; {told}",
        flush=True,
    )


def put(ledger: Ledger, readings: Sequence[Reading]) -> None:
    ledger.add_many(
        (each, location_of(each.document, name=f"{each.document.id}.txt"), "one") for each in readings
    )


def found(ledger: Ledger) -> str:
    with ledger.transaction() as connection:
        linked = connection.scalar(select(func.count()).select_from(links))
        clusters = connection.scalar(select(func.count()).select_from(event_clusters))
        begun = connection.scalar(select(func.count(stories.c.origin.distinct())))
    return f"{linked:,} links, {begun:,} origins, {clusters:,} events of several documents"


def memory() -> float:
    """The most so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description="Documents laid beside each other, measured.")
    parser.add_argument("ledger", help="made anew for each number, beside this name")
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--rate", type=int, default=300, help="articles a day")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.here:
        one(wanted.ledger, wanted.documents[0], wanted.rate)
        return
    for count in wanted.documents:
        name = f"{wanted.ledger}.{count}"
        Path(name).unlink(missing_ok=True)
        command = [
            sys.executable,
            __file__,
            name,
            "--documents",
            str(count),
            "--rate",
            str(wanted.rate),
            "--here",
        ]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()

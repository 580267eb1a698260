"""Laying documents beside each other: how its time and memory grow, and what one more document takes.

    python benchmarks/across.py press.ledger --documents 10000 30000 100000 [--rate 300]

A ledger grows as a press fills it, 500 documents at a time, each batch laid beside all that are there: copies
are found, events and claims clustered, origins counted. The documents are readings of fictional articles in
which every longer word is another word of the same length, so that texts have nothing in common by chance and
every span still cuts its words. So many of a hundred are copies of a story of the last days, with some words
changed, and so many tell of the same people and events in other words; names come from a common stock, some
of them often. `--rate` articles come out a day, so that a larger ledger covers more days.

At each number is printed: the seconds that laying has taken so far (of the clock, and of the processor, which
other work on the machine disturbs least), milliseconds of the processor a document, the most memory, what was
found, and for the last 200 documents, which come alone, the milliseconds of one: written into the ledger and
laid beside all others. A run that was broken off goes on where it was; the seconds are kept beside it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
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


@dataclass(slots=True)
class Taken:
    """What it took so far.

    Attributes:
        written, laid: seconds of the clock.
        worked: seconds of the processor that laying took.
        memory: MB, the most.
        alone: milliseconds of each document since the last number that came alone, by the clock and by the
            processor.
    """

    written: float = 0.0
    laid: float = 0.0
    worked: float = 0.0
    memory: float = 0.0
    alone: list[tuple[float, float]] = field(default_factory=list)


def grow(path: Path, numbers: Sequence[int], rate: int) -> None:
    """Fills a ledger up to the last of the numbers, and says at each what it took."""
    kept = path.with_name(f"{path.name}.json")
    taken = Taken(**json.loads(kept.read_text())) if kept.exists() else Taken()
    press = Press()
    with Ledger(path, create=True) as ledger:
        bring_up(ledger)
        done = len(ledger.ids())
        waiting = islice(plans(rate), done, None)
        for number in numbers:
            while done < number:
                some = min(AT_ONCE, number - MORE - done) if done < number - MORE else 1
                step(ledger, [press.document(plan) for plan in islice(waiting, some)], taken)
                done += some
                kept.write_text(json.dumps(asdict(taken)))
            if taken.alone:
                tell(ledger, done, taken)
                taken.alone.clear()


def step(ledger: Ledger, readings: Sequence[Reading], taken: Taken) -> None:
    began, worked = time.perf_counter(), time.process_time()
    put(ledger, readings)
    written, put_by = time.perf_counter(), time.process_time()
    bring_up(ledger)
    laid, laid_by = time.perf_counter(), time.process_time()
    taken.written += written - began
    taken.laid += laid - written
    taken.worked += laid_by - put_by
    taken.memory = max(taken.memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
    if len(readings) == 1:
        taken.alone.append((1000 * (laid - began), 1000 * (laid_by - worked)))


def tell(ledger: Ledger, count: int, taken: Taken) -> None:
    clock, processor = (sorted(each) for each in zip(*taken.alone, strict=True))
    print(
        f"{count:7,} documents: laid in {taken.laid:6.0f} s, {taken.worked:.0f} s of the processor,"
        f" {1000 * taken.worked / count:.2f} ms a document,"
        f" {1e6 * taken.worked / (count * log(count)):.0f} µs / log n; written in {taken.written:.0f} s;"
        f" memory {taken.memory:.0f} MB; one more {statistics.median(clock):.0f} ms"
        f" ({statistics.median(processor):.0f} of the processor),"
        f" 99th percentile {clock[int(0.99 * len(clock))]:.0f} ms; {found(ledger)}",
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


def main() -> None:
    parser = argparse.ArgumentParser(description="Documents laid beside each other, measured.")
    parser.add_argument("ledger", type=Path, help="made where there is none, else filled further")
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--rate", type=int, default=300, help="articles a day")
    wanted = parser.parse_args()
    grow(wanted.ledger, sorted(wanted.documents), wanted.rate)


if __name__ == "__main__":
    main()

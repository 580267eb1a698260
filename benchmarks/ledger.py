"""A large ledger: how long searches take, how large it is, what an ingest adds to coding.

    python benchmarks/ledger.py fill big.ledger --documents 200000
    python benchmarks/ledger.py search big.ledger
    python benchmarks/ledger.py added ARTICLES

`fill` reads some hundred fictional articles and multiplies the readings: in each copy all names are other
names of the same length, so that every span still cuts its words, under another outlet and date. `search`
asks faceted questions in three rounds. `added` compares `sayso ingest` with `sayso code` on the same files,
turn by turn in one run.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.articles import article
from sayso import pipeline
from sayso.ledger.asking import Filter
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.packing import pack, unpack
from sayso.ledger.searching import search
from sayso.reading import read_document
from sayso.schema.document import Document, document_id
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

ORIGINALS = 200
AT_ONCE = 500  # documents in a transaction; an ingest takes one
SAYSO = [sys.executable, "-m", "sayso"]
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
KEPT = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday March June According Officials".split()
)
F = Filter
QUESTIONS: tuple[tuple[Kind, str, Filter], ...] = (
    ("claims", "police", F()),
    ("claims", "the", F()),
    ("claims", "", F({"standing": ("fact",)})),
    ("claims", "", F({"naming": ("named",)})),
    ("claims", "police", F({"naming": ("named",)})),
    ("claims", "the army", F({"standing": ("reported", "fact")})),
    ("claims", "", F({"outlet": ("Outlet 1",)})),
    ("claims", "", F({"outlet": ("Outlet 50",), "affiliation": ("government",)})),
    ("claims", "protest*", F({}, since="2024-02-10", until="2025-05-17")),
    ("claims", "", F({"affiliation": ("military",)}, since="2023-01-15", until="2023-01-20")),
    ("claims", '"of the"', F()),
    ("claims", "", F({"source": ("minister",)})),
    ("claims", "", F({"source": ("spokesman",), "attitude": ("denial",)})),
    ("claims", "", F()),
    ("claims", "the -army", F({"affiliation": ("unknown",), "identity": ("named_person",)})),
    ("claims", "in to of", F({"naming": ("named",)})),
    ("events", "", F({"type": ("ASSAULT",)})),
    ("events", "", F({"type": ("ASSAULT",), "actor": ("soldiers",)})),
    ("events", "", F({"type": ("CONSULT",), "standing": ("fact", "reported")})),
    ("events", "police", F({"standing": ("fact",)})),
    ("events", "", F({"naming": ("collective",)})),
)


def fill(path: str, count: int) -> None:
    """A ledger with so many documents; one that is there is filled further, as if it had never stopped."""
    chance = random.Random(1)
    documents = (read_document(article(n, sentences=4 + n % 9), kind="plain") for n in range(ORIGINALS))
    originals = list(pipeline.read_batch(documents))
    claims = sum(len(reading.claims) for reading in originals) / ORIGINALS
    print(
        f"{claims:.1f} claims and {sum(len(r.events) for r in originals) / ORIGINALS:.1f} events a document"
    )
    packed = [(reading.document, pack(reading)) for reading in originals]
    with Ledger(path, create=True) as ledger:
        before = done = len(ledger.ids())
        names = (Names.drawn(packed[n % ORIGINALS][0], chance) for n in range(count))
        copies = (renamed(*packed[n % ORIGINALS], drawn) for n, drawn in islice(enumerate(names), done, None))
        began = time.monotonic()
        while batch := list(islice(copies, AT_ONCE)):
            ledger.add_many((r, location_of(r.document, name=f"{r.document.id}.txt"), "one") for r in batch)
            done += len(batch)
            rate = (done - before) / (time.monotonic() - began)
            print(f"\r{done} documents, {rate:.0f} a second", end="", flush=True)
        texts = sum(len(reading.document.text.encode()) for reading in originals) / ORIGINALS
    size = Path(path).stat().st_size / max(count, done)
    print(f"\n{size / 1000:.1f} KB a document, {(size - texts) / 1000:.1f} KB beyond its text")


@dataclass(frozen=True, slots=True)
class Names:
    """What is another one in a copy: the text with other names of the same length, outlet and date."""

    text: str
    outlet: str
    day: str

    @classmethod
    def drawn(cls, original: Document, chance: random.Random) -> Names:
        known: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            name = match[0]
            if name in KEPT:
                return name
            if name not in known:
                known[name] = "".join(chance.choices("abcdefghiklmnoprstuv", k=len(name))).title()
            return known[name]

        text = NAME.sub(other, original.text)
        day = f"{chance.randint(2015, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        return cls(text, f"Outlet {chance.randint(1, 300)}", day)


def renamed(original: Document, packed: bytes, names: Names) -> Reading:
    """The same with other names; what is packed cuts its words from the text that it is given."""
    reading = unpack(packed, names.text)
    document = replace(
        reading.document,
        id=document_id(names.text),
        title=names.text.split("\n", 1)[0],
        outlet=names.outlet,
        published=names.day,
    )
    return replace(reading, document=document)


def searches(path: str) -> None:
    """Milliseconds of each question, the median and the slowest."""
    with Ledger(path) as ledger:
        taken: list[float] = []
        for number in range(3):
            for kind, words, wanted in QUESTIONS:
                began = time.perf_counter()
                page = search(ledger, words, wanted, kind=kind)
                taken.append(1000 * (time.perf_counter() - began))
                if number == 0:
                    print(f"{taken[-1]:7.1f} ms {page.total:6} {kind} {words!r} {dict(wanted.values)}")
    taken.sort()
    slow = taken[int(0.99 * len(taken))]
    print(f"{len(taken)} searches: median {statistics.median(taken):.0f} ms, 99th percentile {slow:.0f} ms")


def added(folder: Path, rounds: int) -> None:
    """How much longer an ingest takes than coding, as a ratio."""
    seconds: dict[str, list[float]] = {"code": [], "ingest": []}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as place:
            for verb, target in (
                ("code", ["-o", f"{place}/events.jsonl"]),
                ("ingest", ["--ledger", f"{place}/l"]),
            ):
                began = time.perf_counter()
                subprocess.run([*SAYSO, verb, str(folder), *target], check=True, capture_output=True)
                seconds[verb].append(time.perf_counter() - began)
    ratio = statistics.median(i / c for i, c in zip(seconds["ingest"], seconds["code"], strict=True))
    print(f"ingest takes {ratio:.2f} of the time of code; {min(seconds['code']):.1f} s at the quickest")


def main() -> None:
    parser = argparse.ArgumentParser(description="A large ledger, measured.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("fill")
    one.add_argument("ledger")
    one.add_argument("--documents", type=int, default=200_000)
    verbs.add_parser("search").add_argument("ledger")
    other = verbs.add_parser("added")
    other.add_argument("folder", type=Path)
    other.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    if wanted.verb == "fill":
        fill(wanted.ledger, wanted.documents)
    elif wanted.verb == "search":
        searches(wanted.ledger)
    else:
        added(wanted.folder, wanted.rounds)


if __name__ == "__main__":
    main()

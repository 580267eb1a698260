"""The workbench under readers: how long each of its pages takes while so many look at them at once.

    python benchmarks/workbench.py big.ledger [--readers 20] [--seconds 60] [--pause 1]

The ledger is served by a process of its own, as `sayso serve` does it, but without laying beside the others
what is still due. Each reader asks one page after the other, drawn at random from all kinds of pages with
words, documents and names of the ledger, waits for all of the answer, and then `--pause` seconds on
average, as people read; 0 asks without a pause. Every kind of page is asked once before the clock starts.

Printed: for each kind of page how often it was asked, the median, the 99th percentile and the slowest, in
milliseconds until its last byte; and the same of all.
"""

from __future__ import annotations

import argparse
import http.client
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent.parent))
from sayso.ledger.across.names import outlet_names, place_names, speaker_names
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.listing import list_documents, list_entities
from sayso.ledger.searching import search

HOST = "127.0.0.1"
WORDS = (
    "police army minister protest said troops talks fire agreement officials soldiers village attack".split()
)
FACETS = ("standing=reported", "standing=fact", "standing=denied", "naming=named")
SAMPLE = 200
START = 120  # seconds in which a server must answer
PATIENCE = 60  # seconds for one page
Thing = TypeVar("Thing")
Make = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Taken:
    """One page that was asked for: what kind, how long, and the status."""

    kind: str
    seconds: float
    status: int


def pages(ledger: Ledger, chance: random.Random) -> Mapping[str, Make]:
    """For each kind of page what makes an address of it."""
    documents = [one.id for one in list_documents(ledger, limit=1000).rows]
    claims, events = _ids(ledger, "claims", chance), _ids(ledger, "events", chance)
    entities = [one.id for one in list_entities(ledger, limit=SAMPLE).rows]
    outlets = [one.name for one in outlet_names(ledger, limit=SAMPLE).rows]
    speakers = [one.name for one in speaker_names(ledger, limit=1000).rows]
    places = [one.name for one in place_names(ledger, limit=1000).rows]

    def of(path: str, things: Sequence[str], end: str = "") -> Make:
        return lambda chance: f"{path}{quote(chance.choice(things), safe=':')}{end}"

    def asked(path: str) -> Make:
        return lambda chance: f"{path}?q={chance.choice(WORDS)}"

    def narrowed(path: str) -> Make:
        return lambda chance: (
            f"{path}?q={chance.choice(WORDS)}&{chance.choice(FACETS[: 3 if 'events' in path else 4])}"
        )

    made: dict[str, Make] = {
        "/": lambda _: "/",
        "/claims": lambda _: "/claims",
        "/claims?q": asked("/claims"),
        "/claims?q&facet": narrowed("/claims"),
        "/events": lambda _: "/events",
        "/events?q": asked("/events"),
        "/events?q&facet": narrowed("/events"),
        "/documents/ID": of("/documents/", documents),
        "/claims/ID": of("/claims/", claims),
        "/events/ID": of("/events/", events),
        "/entities/ID": of("/entities/", entities),
        "/stories": lambda _: "/stories",
        "/stories?q": asked("/stories"),
        "/stories/ID": of("/stories/", events),
        "/origins": lambda _: "/origins",
        "/documents/ID/origin": of("/documents/", documents, "/origin"),
        "/speakers": lambda _: "/speakers",
        "/speakers?q": asked("/speakers"),
        "/speakers/NAME": of("/speakers/", speakers),
        "/outlets": lambda _: "/outlets",
        "/outlets/NAME": of("/outlets/", outlets),
        "/compare": lambda chance: "/compare?a={}&b={}".format(*map(quote, chance.sample(outlets, 2))),
        "/places": lambda _: "/places",
        "/places/NAME": of("/places/", places),
        "/timeline?q": asked("/timeline"),
        "/network?q": asked("/network"),
        "/map?q": asked("/map"),
        "/review": lambda _: "/review",
        "/changes": lambda _: "/changes",
        "/watch": lambda _: "/watch",
        "/claims.atom?q": asked("/claims.atom"),
        "/api/v1/claims?q": asked("/api/v1/claims"),
        "/api/v1/events/facets?q": asked("/api/v1/events/facets"),
    }
    wanted = {
        "/compare": outlets[1:],
        "/entities/ID": entities,
        "/speakers/NAME": speakers,
        "/places/NAME": places,
    }
    return {kind: make for kind, make in made.items() if kind not in wanted or wanted[kind]}


def _ids(ledger: Ledger, kind: Kind, chance: random.Random) -> list[str]:
    found = [hit.id for word in WORDS for hit in search(ledger, word, kind=kind, limit=SAMPLE).hits]
    return chance.sample(found, min(len(found), 1000))


class Reader:
    """One reader with a connection of its own."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)

    def ask(self, kind: str, path: str) -> Taken:
        began = time.perf_counter()
        try:
            self._connection.request("GET", path)
            answer = self._connection.getresponse()
            answer.read()
            status = answer.status
        except OSError:
            self._connection.close()
            status = 0
        return Taken(kind, time.perf_counter() - began, status)


def read(port: int, made: Mapping[str, Make], *, seconds: float, pause: float, seed: int) -> list[Taken]:
    """What one reader waits for."""
    chance, reader, kinds = random.Random(seed), Reader(port), list(made)
    end = time.perf_counter() + seconds
    taken: list[Taken] = []
    time.sleep(chance.uniform(0, pause))
    while time.perf_counter() < end:
        kind = chance.choice(kinds)
        taken.append(reader.ask(kind, made[kind](chance)))
        time.sleep(chance.uniform(0, 2 * pause))
    return taken


@contextmanager
def served(ledger: str) -> Iterator[int]:
    """The port at which a process of its own serves the ledger."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = int(free.getsockname()[1])
    running = subprocess.Popen([sys.executable, __file__, ledger, "--serve", str(port)])
    try:
        _wait(port, running)
        yield port
    finally:
        running.terminate()
        running.wait()


def _wait(port: int, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and running.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server does not answer")


def serve(ledger: str, port: int) -> None:
    from sayso.api import serving
    from sayso.api.settings import Settings

    with Ledger(ledger) as opened:
        serving.serve(opened, Settings(name="big.ledger"), serving.listen(HOST, port))


def measure(ledger: str, *, readers: int, seconds: float, pause: float) -> list[Taken]:
    with Ledger(ledger) as opened:
        made = pages(opened, random.Random(1))
    taken: list[Taken] = []
    with served(ledger) as port:
        first, chance = Reader(port), random.Random(0)
        for kind, make in made.items():
            first.ask(kind, make(chance))

        def one(number: int) -> None:
            taken.extend(read(port, made, seconds=seconds, pause=pause, seed=number))

        threads = [threading.Thread(target=one, args=(number,)) for number in range(1, readers + 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return taken


def report(taken: Sequence[Taken]) -> None:
    by: dict[str, list[Taken]] = defaultdict(list)
    for one in taken:
        by[one.kind].append(one)
    print(f"{'':26} asked  median     99th  slowest")
    for kind, some in sorted(by.items(), key=lambda each: -_part([one.seconds for one in each[1]], 0.99)):
        print(_line(kind, some))
    print(_line("all", taken))


def _line(kind: str, some: Sequence[Taken]) -> str:
    seconds = [one.seconds for one in some]
    told = [1000 * each for each in (statistics.median(seconds), _part(seconds, 0.99), max(seconds))]
    wrong = Counter(one.status for one in some if one.status != 200)
    other = "  " + ", ".join(f"{status}: {count}" for status, count in wrong.items()) if wrong else ""
    return f"{kind:26} {len(some):5} {told[0]:7.0f} {told[1]:8.0f} {told[2]:8.0f}{other}"


def _part(seconds: Sequence[float], part: float) -> float:
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def main() -> None:
    parser = argparse.ArgumentParser(description="The workbench under readers.")
    parser.add_argument("ledger")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1, help="seconds between two pages, on average")
    parser.add_argument("--serve", type=int, metavar="PORT", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.serve:
        serve(wanted.ledger, wanted.serve)
    else:
        report(measure(wanted.ledger, readers=wanted.readers, seconds=wanted.seconds, pause=wanted.pause))


if __name__ == "__main__":
    main()

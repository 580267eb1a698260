"""Beyond one process: workers, what they are handed, writers of one ledger, and what a large pile would take.

    python benchmarks/scaling.py jobs [--ray]
    python benchmarks/scaling.py order
    python benchmarks/scaling.py handing
    python benchmarks/scaling.py writers
    python benchmarks/scaling.py plan --words-a-second 900 --added 20 --laid 15 --kilobytes 40

`jobs` codes the same articles with one worker and with two, turn by turn, so that a busy machine slows all;
ratios are those of the best rounds. "On idle processors" is what follows from the seconds of processors,
which a busy machine does not change much: workers x share of the time that they are busy x what one thread
takes for a word / what they take for one. `order` reckons what waiting for the order costs; `handing` asks
how many documents one machine can hand out. `writers` puts the same readings into one ledger in PostgreSQL,
from one process, two and four. `plan` reckons a pile from such figures. All articles are invented.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import heapq
import json
import multiprocessing
import os
import pickle
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.articles import article
from benchmarks.ledger import Names, renamed
from sayso import pipeline
from sayso.inputs.files import items
from sayso.inputs.item import Item
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.packing import pack
from sayso.reading import read_document
from sayso.runs.actors import actors
from sayso.runs.coding import Coded, Job, code
from sayso.runs.format import Format
from sayso.runs.pool import Opening
from sayso.runs.processes import processes
from sayso.runs.running import SHARD, run, shards
from sayso.runs.setting import Setting
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests import postgres

AHEADS = (1, 2, 4, 8, 16)  # shards to a worker
SPREAD = 1.2  # of the logarithm of a document's length: one in a hundred has sixteen times the usual one
# Bytes of all tables with their indexes, and of the indexes.
SIZES = """
SELECT sum(pg_total_relation_size(c.oid)), sum(pg_indexes_size(c.oid))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND c.relkind = 'r'
"""
YEAR = 365.25 * 24 * 3600


# -- workers --


@dataclass(frozen=True, slots=True)
class Timed:
    """What came of a shard, and the seconds that it took its worker: on the clock, and of its processor."""

    coded: Coded
    clock: float
    processor: float


def timed(shard: list[Item], *, job: Job) -> Timed:
    clock, processor = time.perf_counter(), time.process_time()
    coded = code(shard, job)
    return Timed(coded, time.perf_counter() - clock, time.process_time() - processor)


@dataclass(frozen=True, slots=True)
class Round:
    """One run over all articles.

    Attributes:
        workers: how many there were.
        seconds: from the beginning to the end, starting the workers included.
        start: until the first shard was done, less what it took to do it.
        busy: the share of the time since then in which workers had something to do.
        processor: seconds of processors for all shards.
        digest: of the bytes that came out.
    """

    workers: int
    seconds: float
    start: float
    busy: float
    processor: float
    digest: str


def one_round(folder: Path, *, jobs: int, on: Opening, threads: int | None = 1) -> Round:
    work = partial(timed, job=Job(Format.jsonl))
    began = time.perf_counter()
    found, first = [], 0.0
    parts = shards(items([folder]))
    with closing(run(parts, work, setting=Setting(threads=threads), jobs=jobs, on=on)) as results:
        for one in results:
            first = first or time.perf_counter() - began
            found.append(one)
    seconds = time.perf_counter() - began
    start = max(0.0, first - found[0].clock)
    lines = "".join(one.coded.lines for one in found)
    return Round(
        workers=jobs,
        seconds=seconds,
        start=start,
        busy=sum(one.clock for one in found) / jobs / (seconds - start),
        processor=sum(one.processor for one in found),
        digest=hashlib.sha256(lines.encode()).hexdigest()[:12],
    )


def jobs(count: int, sentences: int, rounds: int, *, ray: bool) -> None:
    ways: dict[str, dict[str, Any]] = {
        "1 process, 1 thread": {"jobs": 1, "threads": 1, "on": processes},
        "1 process, all threads": {"jobs": 1, "threads": None, "on": processes},
        "2 processes": {"jobs": 2, "on": processes},
    }
    if ray:
        on = actors(None)
        ways |= {"1 Ray actor": {"jobs": 1, "on": on}, "2 Ray actors": {"jobs": 2, "on": on}}
    found: dict[str, list[Round]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        texts = [article(n, sentences=sentences) for n in range(count)]
        for number, text in enumerate(texts):
            (folder / f"{number:06}.txt").write_text(text, "utf-8")
        words = sum(len(text.split()) for text in texts)
        print(f"{count} articles, {words:,} words, {os.cpu_count()} processors, {_load()}", flush=True)
        for _ in range(rounds):
            for name, way in ways.items():
                found[name].append(one_round(folder, **way))
    first = found["1 process, 1 thread"]
    for name, all_rounds in found.items():
        best = min(all_rounds, key=lambda one: one.seconds)
        cheapest, alone = (min(one.processor for one in some) for some in (all_rounds, first))
        busy = max(one.busy for one in all_rounds)
        print(
            f"{name:24} {words / best.seconds:7,.0f} words/s"
            f"  {min(one.seconds for one in first) / best.seconds:5.2f} times one thread"
            f"  without the start {_steady(first) / _steady(all_rounds):5.2f}"
            f"  start {min(one.start for one in all_rounds):4.1f} s  busy {100 * busy:3.0f} %"
            f"  processor {1000 * cheapest / words:6.3f} ms a word"
            f"  so on idle processors {all_rounds[0].workers * busy * alone / cheapest:5.2f}  {best.digest}"
        )
    print(_load())


def _steady(rounds: Sequence[Round]) -> float:
    return min(one.seconds - one.start for one in rounds)


def _load() -> str:
    """What else the machine does: a load beyond the processors means that others take their share."""
    return f"load {os.getloadavg()[0]:.1f}"


# -- waiting for the order --


def order() -> None:
    """The share of the time in which workers have something to do, reckoned.

    Shards are written in their order, so that one of long documents holds up others.
    """
    print("workers  " + "".join(f"{ahead:>9} ahead" for ahead in AHEADS))
    for workers in (2, 8, 64, 512):
        shares = (_busy(workers, ahead) for ahead in AHEADS)
        print(f"{workers:7}  " + "".join(f"{100 * share:13.0f} %" for share in shares))


def _busy(workers: int, ahead: int) -> float:
    chance = random.Random(1)
    taken = [sum(chance.lognormvariate(0, SPREAD) for _ in range(SHARD)) for _ in range(60 * workers)]
    free, written = [0.0] * workers, [0.0] * (ahead * workers)
    for seconds in taken:
        begins = max(heapq.heappop(free), written[-ahead * workers])
        heapq.heappush(free, begins + seconds)
        written.append(max(begins + seconds, written[-1]))
    return sum(taken) / workers / written[-1]


# -- handing out --


def handing(count: int) -> None:
    """Documents a second that the machine of the command reads from its inputs and packs for its workers."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, make in INPUTS.items():
            target = folder / name
            make(target, [article(n, sentences=20) for n in range(count)])
            began = time.process_time()
            packed = sum(len(pickle.dumps(shard)) for shard in shards(items([target])))
            seconds = time.process_time() - began
            each = packed / count / 1000
            print(f"{name:10} {count / seconds:9,.0f} documents/s  {each:6.1f} KB each passed on")


def _files(folder: Path, texts: Sequence[str]) -> None:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, "utf-8")


def _lines(path: Path, texts: Sequence[str]) -> None:
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")


def _archive(path: Path, texts: Sequence[str]) -> None:
    """Pages as they are in the wild: for each word of the article nine of scripts and menus."""
    with gzip.open(path, "wb") as file:
        for number, text in enumerate(texts):
            chance = random.Random(number)
            padding = " ".join(f"{chance.getrandbits(24):x}" for _ in range(9 * len(text.split())))
            page = f"<html><body><p>{text}</p><script>{padding}</script></body></html>".encode()
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
                f"WARC-Target-URI: https://courier.example/{number}\r\nWARC-Date: 2025-03-14T10:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            file.write(head.encode() + answer + b"\r\n\r\n")


INPUTS: dict[str, Callable[[Path, Sequence[str]], None]] = {
    "files": _files,
    "n.jsonl": _lines,
    "n.warc.gz": _archive,
}


# -- writers --


def made(count: int) -> list[Reading]:
    """Readings that are all different, of articles of some hundred words."""
    originals = 40
    texts = (read_document(article(n, sentences=20), kind="plain") for n in range(originals))
    packed = [(reading.document, pack(reading)) for reading in pipeline.read_batch(texts)]
    chance = random.Random(1)
    some = (packed[n % originals] for n in range(count))
    return [renamed(*one, Names.drawn(one[0], chance)) for one in some]


def added(url: str, share: Path, barrier: Any, told: Any) -> None:
    """One writer: puts its share into the ledger, a transaction to a document."""
    readings: list[Reading] = pickle.loads(share.read_bytes())
    with Ledger(url, write=True) as ledger:
        barrier.wait()
        began, used = time.perf_counter(), time.process_time()
        for reading in readings:
            place = location_of(reading.document, name=f"{reading.document.id}.txt")
            ledger.add(reading, place, mark="one")
        told.put((time.perf_counter() - began, time.process_time() - used))


def written(url: str, readings: Sequence[Reading], writers: int) -> tuple[float, float]:
    """Seconds until all is in, and seconds of the writers' processors."""
    context = multiprocessing.get_context("spawn")
    barrier, told = context.Barrier(writers), context.Queue()
    with tempfile.TemporaryDirectory() as place, Ledger(url, create=True):
        hands = []
        for number in range(writers):
            share = Path(place) / str(number)
            share.write_bytes(pickle.dumps(readings[number::writers]))
            hands.append(context.Process(target=added, args=(url, share, barrier, told)))
        for hand in hands:
            hand.start()
        found = [told.get() for _ in hands]
        for hand in hands:
            hand.join()
    return max(clock for clock, _ in found), sum(used for _, used in found)


def writers(count: int, rounds: int) -> None:
    readings = made(count)
    rows = sum(len(one.claims) + len(one.events) for one in readings) / count
    print(f"{count} documents with {rows:.0f} claims and events each; {_load()}", flush=True)
    with tempfile.TemporaryDirectory() as place, postgres.server() as server:
        best: dict[tuple[str, int], tuple[float, float, float]] = {}
        digests = set()
        for number in range(rounds):
            for store, hands in (("SQLite", 1), ("PostgreSQL", 1), ("PostgreSQL", 2), ("PostgreSQL", 4)):
                sqlite = store == "SQLite"
                url = f"{place}/{number}.ledger" if sqlite else postgres.new_database(server)
                before_it = 0.0 if sqlite else served(server)
                clock, used = written(url, readings, hands)
                server_used = 0.0 if sqlite else served(server) - before_it
                before = best.get((store, hands), (clock, used, server_used))
                best[store, hands] = (
                    min(before[0], clock),
                    min(before[1], used),
                    min(before[2], server_used),
                )
                digests.add(digest(url))
        for (store, hands), (clock, used, server_used) in best.items():
            print(
                f"{store:10} {hands} writer{'s' * (hands > 1):1} {count / clock:7.1f} documents/s"
                f"  processors: {1000 * used / count:6.1f} ms a document here,"
                f" {1000 * server_used / count:6.1f} ms in the server"
            )
        print(f"exports: {'all the same' if len(digests) == 1 else 'THEY DIFFER'} {sorted(digests)}")
        laid(f"{place}/0.ledger", url, count)
    print(_load())


def served(server: postgres.Server) -> float:
    """Seconds of processors that the server has used, connections that are closed included; of Linux."""
    time.sleep(0.5)  # for connections that are about to end
    pid = (server.folder / "data" / "postmaster.pid").read_text().split()[0]
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def laid(file: str, url: str, count: int) -> None:
    """What laying beside the others takes, and how large the ledgers are then."""
    for name in (file, url):
        with Ledger(name, write=True) as ledger:
            began, used = time.perf_counter(), time.process_time()
            bring_up(ledger)
            seconds, used = time.perf_counter() - began, time.process_time() - used
            here = f"processors: {1000 * used / count:.1f} ms a document here"
            print(f"laid beside each other: {count / seconds:.1f} documents/s, {here}")
            if name == url:
                with ledger.transaction() as connection:
                    size, indexes = map(int, connection.exec_driver_sql(SIZES).one())
                share = f"{100 * indexes / size:.0f} % of it indexes"
                print(f"PostgreSQL: {size / count / 1000:.1f} KB a document, {share}")
    print(f"SQLite: {Path(file).stat().st_size / count / 1000:.1f} KB a document")


def digest(url: str) -> str:
    with Ledger(url) as ledger:
        seen = hashlib.sha256()
        for record in export(ledger):
            seen.update(json.dumps(record).encode())
    return seen.hexdigest()[:12]


# -- a plan --


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured.

    Attributes:
        words: a document.
        coded: words a second that one core codes.
        added: documents a second that one writer adds.
        laid: documents a second that are laid beside the others, one at a time.
        kilobytes: of a document in the ledger.
        price: of a core for an hour, in whatever money.
    """

    words: int
    coded: float
    added: float
    laid: float
    kilobytes: float
    price: float


def plan(figures: Figures, documents: int, cores: int) -> Iterator[str]:
    hours = documents * figures.words / figures.coded / 3600
    need = cores * figures.coded / figures.words / figures.added
    alone = documents / figures.laid / 3600
    yield f"{documents:,} documents of {figures.words} words on {cores:,} cores"
    yield f"  coding: {hours:,.0f} core-hours, {_spell(hours / cores)}"
    yield f"  writers that keep up with them: {need:.1f}"
    yield f"  laying beside each other, one at a time: {_spell(alone)}"
    yield f"  ledger: {_size(documents * figures.kilobytes)}"
    yield f"  coding costs {hours:,.0f} core-hours x {figures.price} = {hours * figures.price:,.0f}"


def _spell(hours: float) -> str:
    if hours < 48:
        return f"{hours:.1f} hours"
    return f"{hours / 24:,.1f} days" if hours < 24 * 365 else f"{hours * 3600 / YEAR:,.1f} years"


def _size(kilobytes: float) -> str:
    return f"{kilobytes / 1e6:,.0f} GB" if kilobytes < 1e9 else f"{kilobytes / 1e9:,.1f} TB"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("jobs")
    one.add_argument("--documents", type=int, default=15 * SHARD)
    one.add_argument("--sentences", type=int, default=25)
    one.add_argument("--rounds", type=int, default=3)
    one.add_argument("--ray", action="store_true")
    verbs.add_parser("order")
    verbs.add_parser("handing").add_argument("--documents", type=int, default=2000)
    several = verbs.add_parser("writers")
    several.add_argument("--documents", type=int, default=200)
    several.add_argument("--rounds", type=int, default=3)
    last = verbs.add_parser("plan")
    last.add_argument("--words", type=int, default=500, help="of a document")
    last.add_argument("--words-a-second", type=float, required=True, help="that one core codes")
    last.add_argument("--added", type=float, required=True, help="documents a second, by one writer")
    last.add_argument("--laid", type=float, required=True, help="documents a second, laid beside the others")
    last.add_argument("--kilobytes", type=float, required=True, help="of a document in the ledger")
    last.add_argument("--price", type=float, default=1.0, help="of a core for an hour")
    wanted = parser.parse_args()
    if wanted.verb == "jobs":
        jobs(wanted.documents, wanted.sentences, wanted.rounds, ray=wanted.ray)
    elif wanted.verb == "order":
        order()
    elif wanted.verb == "handing":
        handing(wanted.documents)
    elif wanted.verb == "writers":
        writers(wanted.documents, wanted.rounds)
    else:
        figures = Figures(
            wanted.words, wanted.words_a_second, wanted.added, wanted.laid, wanted.kilobytes, wanted.price
        )
        for documents, cores in ((10**6, 16), (10**6, 64), (10**9, 1_000), (10**9, 10_000)):
            print("\n".join(plan(figures, documents, cores)))


if __name__ == "__main__":
    main()

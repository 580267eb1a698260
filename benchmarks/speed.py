"""Coding with this tree against coding with an earlier commit, in one run.

    python benchmarks/speed.py ARTICLES --old COMMIT [--rounds 3] [--threads N]

ARTICLES is a folder of .txt files. Both trees code the same files in processes of their own, which load the
encoder once; their rounds alternate, so that a busy machine slows both, and the ratio of the medians counts.
Besides words per second it tells those per second of processor time, which other work on the machine
disturbs less, the seconds in which it does not wait for the encoder, and whether both wrote the same bytes.
Words are runs of letters and digits.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
# What runs in either tree: a round for each line that it is given.
ROUND = """
import hashlib, json, sys, time
from pathlib import Path
from sayso import pipeline
from sayso.inputs.files import items
from sayso.runs.coding import Format, Job, code
folder, threads, shard = Path(sys.argv[1]), int(sys.argv[2]), 16
pipeline.use_threads(threads or None)
given = list(items([folder]))
code(given[:2], Job(Format.jsonl))
for _ in sys.stdin:
    inside, busy, began = pipeline.encoder().seconds, time.process_time(), time.perf_counter()
    lines = [code(given[at : at + shard], Job(Format.jsonl)).lines for at in range(0, len(given), shard)]
    told = {
        "seconds": time.perf_counter() - began,
        "busy": time.process_time() - busy,
        "inside": pipeline.encoder().seconds - inside,
        "digest": hashlib.sha256("".join(lines).encode()).hexdigest(),
    }
    print(json.dumps(told), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Round:
    """One coding of all files.

    Attributes:
        seconds: on the clock.
        busy: of processor time.
        inside: on the clock, waiting for the encoder.
        digest: of what was written.
    """

    seconds: float
    busy: float
    inside: float
    digest: str


def sources(commit: str, folder: Path) -> Path:
    """The package as it was, without touching the working tree."""
    packed = subprocess.run(
        ["git", "-C", str(ROOT), "archive", commit, "src"], check=True, capture_output=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "src"


@contextmanager
def coder(tree: Path, articles: Path, threads: int) -> Iterator[subprocess.Popen[str]]:
    """A process that codes the files with a tree, once for each line that it gets."""
    command = [sys.executable, "-c", ROUND, str(articles.absolute()), str(threads)]
    environment = os.environ | {"PYTHONPATH": str(tree)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as running:
        try:
            yield running
        finally:
            running.terminate()


def one_round(running: subprocess.Popen[str]) -> Round:
    assert running.stdin
    assert running.stdout
    running.stdin.write("\n")
    running.stdin.flush()
    return Round(**json.loads(running.stdout.readline()))


def main() -> None:
    parser = argparse.ArgumentParser(description="Coding with this tree against an earlier commit.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--old", required=True, help="the commit to compare with")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=0, help="of the encoder; 0: one for each processor")
    arguments = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(arguments.articles.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"{arguments.articles} holds no .txt file: give a folder of articles")
    words = sum(len(WORD.findall(text)) for text in texts)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        trees = {"old": sources(arguments.old, Path(folder)), "new": ROOT / "src"}
        running = {
            name: stack.enter_context(coder(tree, arguments.articles, arguments.threads))
            for name, tree in trees.items()
        }
        found: dict[str, list[Round]] = {name: [] for name in trees}
        for _ in range(arguments.rounds):
            for name in trees:
                found[name].append(one_round(running[name]))
    print(f"{len(texts)} articles, {words:,} words")
    for name, rounds in found.items():
        clock, busy = (words / _median(rounds, field) for field in ("seconds", "busy"))
        outside = statistics.median(one.seconds - one.inside for one in rounds)
        print(f"{name}: {clock:,.0f} words/s, {busy:,.0f} per second of processor time,", end=" ")
        print(f"{outside:.2f} s not waiting for the encoder")
    for field, what in (("seconds", "words/s"), ("busy", "words per second of processor time")):
        ratio = _median(found["old"], field) / _median(found["new"], field)
        print(f"ratio of the medians, {what}: {ratio:.2f}")
    same = len({one.digest for rounds in found.values() for one in rounds}) == 1
    print("the same bytes" if same else "OTHER BYTES")


def _median(rounds: list[Round], field: str) -> float:
    return float(statistics.median(getattr(one, field) for one in rounds))


if __name__ == "__main__":
    main()

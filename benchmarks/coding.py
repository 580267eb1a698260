"""Coding a pile of documents: against the encoder alone, and memory as the pile grows.

    python benchmarks/coding.py ARTICLES [--rounds 3] [--documents 100 10000]

ARTICLES is a folder of .txt files. Rounds of `sayso code` and of the encoder alone alternate in one run, so
that a busy machine slows both; the ratio of the medians counts. What actors and places add is timed inside
the same rounds: the seconds in them over the seconds of all else. Memory is the most that one process holds
over piles of short documents, each a paragraph or two of an article and no two alike.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso import pipeline
from sayso.inputs.files import items
from sayso.reading import read_document
from sayso.runs.coding import Format, Job, code

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
SHORT = 60  # words of a document in a pile
KILOBYTE = 1024 if sys.platform != "darwin" else 1


# What the pipeline calls to tell who is who and where.
RESOLUTION = ("Participants", "located")


@contextmanager
def resolving(spent: list[float]) -> Iterator[None]:
    """Adds up the seconds that the pipeline spends on actors and places."""
    real: dict[str, Callable[..., Any]] = {name: getattr(pipeline, name) for name in RESOLUTION}

    def timed(work: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                spent.append(time.perf_counter() - began)

        return call

    class Timed(pipeline.Participants):
        """Also what it does after it is made."""

        attributions = timed(pipeline.Participants.attributions)
        events = timed(pipeline.Participants.events)

    for name, work in (real | {"Participants": Timed}).items():
        setattr(pipeline, name, timed(work))
    try:
        yield
    finally:
        for name, work in real.items():
            setattr(pipeline, name, work)


def coding(folder: Path) -> float:
    began = time.perf_counter()
    code(list(items([folder])), Job(Format.jsonl))
    return time.perf_counter() - began


def encoding(texts: Sequence[str]) -> float:
    before = pipeline.encoder().seconds
    for text in texts:
        pipeline.analyse(text)
    return pipeline.encoder().seconds - before


def pile(texts: Sequence[str], count: int) -> Iterator[str]:
    """JSON lines of short documents, no two with the same text."""
    words = [word for text in texts for word in text.split()]
    for number in range(count):
        at = number * 37 % max(1, len(words) - SHORT)
        yield json.dumps({"text": f"Report {number}. " + " ".join(words[at : at + SHORT]) + "."})


def most_memory(texts: Sequence[str], count: int) -> float:
    """Megabytes that `sayso code` holds at most over a pile of this many documents."""
    with tempfile.TemporaryDirectory() as folder:
        lines, out = Path(folder) / "pile.jsonl", Path(folder) / "out.jsonl"
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in pile(texts, count))
        program = (
            "import resource, sys; from sayso.cli import main\n"
            f"sys.argv = ['sayso', 'code', {str(lines)!r}, '-o', {str(out)!r}]\n"
            "try:\n    main()\nexcept SystemExit:\n    pass\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        return int(run.stdout.split()[-1]) * KILOBYTE / 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast documents are coded, and in how much memory.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", type=int, nargs="*", default=[100, 10_000])
    arguments = parser.parse_args()
    files = sorted(arguments.articles.glob("*.txt"))
    if not files:
        raise SystemExit(f"{arguments.articles} holds no .txt file: give a folder of articles")
    texts = [read_document(path).text for path in files]
    words = sum(len(WORD.findall(text)) for text in texts)
    coding(arguments.articles)
    found: dict[str, list[float]] = {"coding": [], "encoder alone": []}
    added: list[float] = []
    for _ in range(arguments.rounds):
        spent: list[float] = []
        with resolving(spent):
            seconds = coding(arguments.articles)
        found["coding"].append(words / seconds)
        added.append(sum(spent) / (seconds - sum(spent)))
        found["encoder alone"].append(words / encoding(texts))
    medians = {name: statistics.median(values) for name, values in found.items()}
    for name, median in medians.items():
        print(f"{name}: {median:,.0f} words/s")
    print(f"ratio of the medians: {medians['coding'] / medians['encoder alone']:.2f}")
    print(f"actors and places add: {100 * statistics.median(added):.1f} %")
    for count in arguments.documents:
        print(f"{count:,} documents: at most {most_memory(texts, count):,.0f} MB")


if __name__ == "__main__":
    main()

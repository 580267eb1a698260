"""Cost must grow with the work and no faster: the same article once, twice, four and eight times over.

    python benchmarks/growth.py [ARTICLE] [--rounds 3]

Prints seconds per thousand words for each length, as a ratio to the shortest; 1.0 is linear.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from sayso import pipeline
from sayso.reading import read_document

LENGTHS = (4, 8, 16, 32)  # copies of the article
EXAMPLE = Path(__file__).parent.parent / "examples" / "border-convoy.txt"


def seconds(text: str) -> float:
    document = read_document(text, kind="plain")
    began = time.perf_counter()
    pipeline.read(document)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description="How the cost of reading grows with the length of the text.")
    parser.add_argument("article", type=Path, nargs="?", default=EXAMPLE)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    article = arguments.article.read_text("utf-8")
    seconds(article)
    found: dict[int, list[float]] = {copies: [] for copies in LENGTHS}
    for _ in range(arguments.rounds):
        for copies in LENGTHS:
            found[copies].append(seconds("\n\n".join([article] * copies)) / copies)
    words = len(article.split())
    shortest = statistics.median(found[LENGTHS[0]])
    for copies in LENGTHS:
        median = statistics.median(found[copies])
        thousand = 1000 * median / words
        print(f"{copies * words:7,} words: {thousand:.3f} s per thousand, ratio {median / shortest:.2f}")


if __name__ == "__main__":
    main()

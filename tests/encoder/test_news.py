"""Trees and names in the news, where a treebank's own development split says nothing: `cases/news.conllu`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sayso import pipeline
from sayso.evaluation.conllu import Treebank, read_treebank, split_words
from sayso.evaluation.syntax import evaluate
from sayso.text.words import find_words

NEWS = Path(__file__).parents[1] / "cases" / "news.conllu"
KINDS = ("Person", "Organisation", "Location")


@cache
def documents() -> tuple[Treebank, ...]:
    return tuple(read_treebank(NEWS))


def names(document: Treebank) -> Iterator[tuple[str, int, int]]:
    """Kind and half-open characters of each name."""
    begun: tuple[str, int, int] | None = None
    for tree in document.trees:
        for (start, end), notes in zip(split_words(tree), tree.misc, strict=True):
            label = next((n.partition("=")[2] for n in notes.split("|") if n.startswith("Name=")), "")
            if label.startswith("I-") and begun is not None:
                begun = (begun[0], begun[1], end)
                continue
            if begun is not None:
                yield begun
            begun = (label[2:], start, end) if label else None
    if begun is not None:
        yield begun


def test_heads_and_relations_of_the_news() -> None:
    scores = evaluate(NEWS, gold_tokens=True).scores
    assert scores["las_gold"] >= 91.0


def test_names_of_the_news_have_their_kind() -> None:
    found: Counter[str] = Counter()
    for document in documents():
        analysis = pipeline.analyse(document.text)
        starts = [start for start, _ in find_words(document.text)]
        assert starts == analysis.starts.tolist()
        seen = {
            (one.kind, int(analysis.starts[word]))
            for one in analysis.mentions
            for word in range(one.first, one.last)
        }
        for kind, start, _ in names(document):
            found["right"] += (kind, start) in seen
            # Quessia is a place where things happen, and somebody where it speaks
            found["told"] += any((one, start) in seen for one in KINDS)
            found["all"] += 1
    assert found["told"] >= 0.9 * found["all"]
    assert found["right"] >= 0.75 * found["all"]


def test_determiners_and_marks_stand_before_their_heads() -> None:
    """What an encoder that reads the news badly gets wrong in one word of eight."""
    wrong = total = 0
    for document in documents():
        analysis = pipeline.analyse(document.text)
        for word, relation in enumerate(analysis.deprels):
            if analysis.word(word).lower() in ("the", "a", "an") or relation == "mark":
                total += 1
                wrong += relation not in ("det", "mark") or 0 <= analysis.heads[word] < word
    assert wrong <= 0.03 * total

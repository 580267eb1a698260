"""Sentences, parts of speech and trees, as the CoNLL 2018 shared task scores them.

Relations are compared without subtypes; punctuation counts.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from sayso import pipeline
from sayso.evaluation.alignment import align, solid
from sayso.evaluation.conllu import Treebank, read_treebank, split_words
from sayso.evaluation.counts import Counts, intervals, total
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.evaluation.wordsets import Stretch
from sayso.schema.analysis import Analysis

TASK = "syntax"


def evaluate(path: Path, *, gold_tokens: bool = False, progress: Progress = silent) -> Evaluation:
    """Scores from raw text, or with `gold_tokens` on the given sentences and words."""
    begun = time.perf_counter()
    documents = read_treebank(path)
    score = score_given if gold_tokens else score_raw
    counts: list[dict[str, Counts]] = []
    for document in documents:
        counts.append(score(document))
        progress(len(counts), len(documents))
    scores = {name: sums.f1 for name, sums in total(counts).items()}
    return Evaluation(TASK, str(path), len(counts), scores, intervals(counts), time.perf_counter() - begun)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a document, gold or predicted.

    Attributes:
        places: (words,) half-open, in characters that are not white space.
        forms, upos, deprels: (words,); deprels without subtypes.
        heads: (words,) index in the document, -1 for a root.
        sentences: half-open characters, as in `places`.
    """

    places: tuple[Stretch, ...]
    forms: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    sentences: frozenset[Stretch]


def score_raw(document: Treebank) -> dict[str, Counts]:
    """One document from its text alone."""
    gold = gold_words(document)
    ours = predicted_words(pipeline.analyse(document.text))
    multiword = [shared for tree in document.trees for shared in tree.multiword]
    pairs = align(gold.places, multiword, gold.forms, ours.places, ours.forms)
    both = len(gold.sentences & ours.sentences)
    sentences = Counts(both, len(ours.sentences), len(gold.sentences))
    return {**compare(gold, ours, pairs, suffix=""), "sentence_f1": sentences}


def score_given(document: Treebank) -> dict[str, Counts]:
    """One document on its own sentences and words."""
    starts, ends = zip(*(place for tree in document.trees for place in split_words(tree)), strict=True)
    analysis = pipeline.analyse_words(
        document.text,
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.array(list(pairwise(document.edges())), dtype=np.int64),
    )
    gold = gold_words(document)
    pairs = {word: word for word in range(len(gold.places))}
    return compare(gold, predicted_words(analysis), pairs, suffix="_gold")


def gold_words(document: Treebank) -> Words:
    before = solid(document.text)
    trees = document.trees
    return Words(
        places=tuple((before[start], before[end]) for tree in trees for start, end in tree.words),
        forms=tuple(form for tree in trees for form in tree.forms),
        upos=tuple(tag for tree in trees for tag in tree.upos),
        heads=tuple(document.heads()),
        deprels=tuple(_plain(relation) for tree in trees for relation in tree.deprels),
        sentences=frozenset((before[tree.words[0][0]], before[tree.words[-1][1]]) for tree in trees),
    )


def predicted_words(analysis: Analysis) -> Words:
    before = solid(analysis.text)
    places = [(int(start), int(end)) for start, end in zip(analysis.starts, analysis.ends, strict=True)]
    return Words(
        places=tuple((before[start], before[end]) for start, end in places),
        forms=tuple(analysis.text[start:end] for start, end in places),
        upos=tuple(analysis.upos),
        heads=tuple(int(head) for head in analysis.heads),
        deprels=tuple(_plain(relation) for relation in analysis.deprels),
        sentences=frozenset(
            (before[places[first][0]], before[places[last - 1][1]])
            for first, last in analysis.sentences.tolist()
        ),
    )


def _plain(relation: str) -> str:
    return relation.partition(":")[0]


def compare(gold: Words, ours: Words, pairs: dict[int, int], *, suffix: str) -> dict[str, Counts]:
    """Counts of UPOS, UAS and LAS over the aligned words; unaligned ones are wrong on their side."""
    heads = [i for i, j in pairs.items() if _same_head(gold.heads[i], ours.heads[j], pairs)]
    right: dict[str, Sequence[int]] = {
        "upos": [i for i, j in pairs.items() if gold.upos[i] == ours.upos[j]],
        f"uas{suffix}": heads,
        f"las{suffix}": [i for i in heads if gold.deprels[i] == ours.deprels[pairs[i]]],
    }
    sizes = len(ours.places), len(gold.places)
    return {name: Counts(len(words), *sizes) for name, words in right.items()}


def _same_head(gold: int, ours: int, pairs: dict[int, int]) -> bool:
    return ours == -1 if gold == -1 else pairs.get(gold, -2) == ours

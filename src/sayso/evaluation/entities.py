"""Named entities: exact span and type.

sayso's types are those of re3d. Corpora with the four types of CoNLL 2003 are scored under a
mapping: Person is PER, Organisation ORG, Location LOC, Nationality MISC (the part of MISC that
sayso knows: "Velmoran"); the other types of re3d have no counterpart and are left out. A type that
the corpus never uses is left out of the predictions, too.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso import pipeline
from sayso.evaluation.columns import Tagged, read_columns
from sayso.evaluation.counts import Counts, intervals, total
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.evaluation.wordsets import Stretch
from sayso.schema.analysis import Analysis

TASK = "entities"
CONLL = frozenset({"PER", "ORG", "LOC", "MISC"})
TO_CONLL = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC"}

Entity = tuple[int, int, str]


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Scores over a CoNLL or IOB2 file; raises CorpusError where it is neither."""
    begun = time.perf_counter()
    documents = read_columns(path)
    known = frozenset(kind for document in documents for *_, kind in document.entities)
    counts: list[dict[str, Counts]] = []
    for document in documents:
        counts.append({"f1": score(document, pipeline.analyse(document.text), known)})
        progress(len(counts), len(documents))
    sums = total(counts)["f1"]
    scores = {"f1": sums.f1, "precision": sums.precision, "recall": sums.recall}
    return Evaluation(TASK, str(path), len(counts), scores, intervals(counts), time.perf_counter() - begun)


def score(document: Tagged, analysis: Analysis, known: frozenset[str]) -> Counts:
    predicted = frozenset(_on_words(_mentions(analysis, known), document.words))
    return Counts(len(predicted & document.entities), len(predicted), len(document.entities))


def _mentions(analysis: Analysis, known: frozenset[str]) -> Iterator[tuple[Stretch, str]]:
    """(characters, type in the corpus's words) of what sayso finds."""
    mapping = TO_CONLL if known <= CONLL else dict.fromkeys(known)
    for mention in analysis.mentions:
        kind = mapping.get(mention.kind, "") or mention.kind
        if mention.kind in mapping and kind in known:
            span = analysis.span(mention.first, mention.last)
            yield (span.start, span.end), kind


def _on_words(mentions: Iterator[tuple[Stretch, str]], words: Sequence[Stretch]) -> Iterator[Entity]:
    """Mentions as words of the corpus: every word that they share a character with."""
    starts, ends = [start for start, _ in words], [end for _, end in words]
    for (start, end), kind in mentions:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first < last:
            yield first, last, kind

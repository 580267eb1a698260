"""Who says what, over one split of PolNeAR: attributions, words, spans and kinds of attribution."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.evaluation.agreement import count
from sayso.evaluation.brat import Annotated, read_split
from sayso.evaluation.counts import Counts, DocumentCounts, intervals, total
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.leaks import leak_interval, leak_rate, leaks
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.evaluation.strata import count_strata
from sayso.evaluation.texts import Original, read_all
from sayso.evaluation.wordsets import Relation, Stretch, WordGrid, all_said
from sayso.schema.attribution import Attribution
from sayso.schema.span import Span

TASK = "attribution"


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Scores of the shipped encoder and rules; raises CorpusError where `path` is no PolNeAR split."""
    begun = time.perf_counter()
    split = list(read_split(path))
    if not split:
        raise CorpusError(f"{path}/text holds no text with annotations in {path}/attributions")
    originals = read_all([annotated.text for annotated in split], progress=progress)
    counts, leaking = [], []
    for annotated, original in zip(split, originals, strict=True):
        counts.append(score(annotated, relations(original)))
        leaking.append(leaks(annotated.attributions, told(original)))
    found = report(str(path), counts, begun=begun)
    return replace(
        found,
        scores=found.scores | leak_rate(leaking),
        intervals=found.intervals | leak_interval(leaking),
        seconds=time.perf_counter() - begun,
    )


def told(original: Original) -> list[tuple[Stretch, str]]:
    """Where each event is anchored, as characters of the text as it was given, and its standing."""
    return [(original.place(event.anchor), event.standing) for event in original.reading.events]


def relations(original: Original) -> list[Relation]:
    """The outermost attributions, as characters of the text as it was given; PolNeAR marks no others.

    Nor does it mark what layout alone says: commentary neither counts nor hides what it holds.
    """
    said = original.reading.attributions
    commentary = {one.id for one in said if one.cue is None}
    outermost = (
        one for one in said if one.cue is not None and (one.parent is None or one.parent in commentary)
    )
    return [relation(one, original) for one in outermost]


def relation(attribution: Attribution, original: Original) -> Relation:
    """One attribution as characters of the original text."""
    source = attribution.source.span
    return Relation(
        source=_stretches([source] if source else [], original),
        cue=_stretches([attribution.cue] if attribution.cue else [], original),
        content=_stretches(attribution.content, original),
    )


def _stretches(spans: Iterable[Span], original: Original) -> tuple[tuple[int, int], ...]:
    return tuple(original.place(span) for span in spans)


def score(annotated: Annotated, predicted: Sequence[Relation]) -> dict[str, Counts]:
    """The counts of one text by the name of the score."""
    grid = WordGrid(annotated.text)
    gold, ours = all_said(grid, annotated.attributions), all_said(grid, predicted)
    return count(gold, ours) | count_strata(annotated.text, gold, ours)


def report(corpus: str, documents: Sequence[DocumentCounts], *, begun: float) -> Evaluation:
    """F1 under each name, precision and recall beside it."""
    sums = total(documents)
    scores: dict[str, float] = {}
    for name, counts in sums.items():
        scores |= {name: counts.f1, f"{name}.precision": counts.precision, f"{name}.recall": counts.recall}
    return Evaluation(TASK, corpus, len(documents), scores, intervals(documents), time.perf_counter() - begun)

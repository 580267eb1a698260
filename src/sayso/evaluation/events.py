"""What a source is said to do to a target, over a file of PLV: root type and quad, both phrases given.

PLV is a set of sentences with a marked source and target (Halterman, Schrodt, Beger, Bagozzi & Scarborough
2023 describe PLOVER; the set is published with the zero-shot coder ZSP). Its root YIELD is PLOVER's CONCEDE
or RETREAT.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso import pipeline
from sayso.coding.pairing import pair_scores
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.evaluation.wordsets import Stretch

TASK = "events"
YIELD = ("CONCEDE", "RETREAT")
COLUMNS = ("sentence", "source", "target", "gold_root", "gold_penta")
# `gold_penta` of PLV: verbal cooperation, material cooperation, verbal conflict, material conflict.
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "2"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3"),
    **dict.fromkeys(("SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}
DRAWS = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence with its phrases as characters, None where the sentence does not name one."""

    sentence: str
    source: Stretch | None
    target: Stretch | None
    root: str
    quad: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Gold and found root, gold and found quad."""

    gold: tuple[str, str]
    found: tuple[str, str]


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Macro-F1 of root and quad; raises CorpusError where the file is no PLV table."""
    begun = time.perf_counter()
    rows = list(read_rows(path))
    verdicts = []
    for row in rows:
        verdicts.append(Verdict((row.root, row.quad), code(row)))
        progress(len(verdicts), len(rows))
    return Evaluation(
        TASK, str(path), len(rows), scores(verdicts), _intervals(verdicts), time.perf_counter() - begun
    )


def read_rows(path: Path) -> Iterator[Row]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read as a PLV table ({error}): give its .tsv file") from error
    table = csv.DictReader(text.splitlines(), delimiter="\t")
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise CorpusError(f"{path} has no column {missing[0]!r}: a PLV table has {', '.join(COLUMNS)}")
    for row in table:
        yield Row(
            row["sentence"],
            _place(row, "s", row["source"]),
            _place(row, "t", row["target"]),
            row["gold_root"],
            row["gold_penta"],
        )


def _place(row: dict[str, str], mark: str, words: str) -> Stretch | None:
    """Where a phrase stands: at its marks where the table has them, else where its words are found first."""
    marked = row.get("marked_sentence") or ""
    begin, end = marked.find(f"<{mark}>"), marked.find(f"</{mark}>")
    if 0 <= begin < end:
        first = len(_unmarked(marked[:begin]))
        inside = _unmarked(marked[begin:end])
        if row["sentence"][first : first + len(inside)] == inside:
            return first, first + len(inside)
    at = row["sentence"].find(words)
    return (at, at + len(words)) if words and at >= 0 else None


def _unmarked(text: str) -> str:
    for mark in ("<s>", "</s>", "<t>", "</t>"):
        text = text.replace(mark, "")
    return text


def code(row: Row) -> tuple[str, str]:
    """The root and the quad that sayso gives a sentence whose source and target are known."""
    analysis = pipeline.analyse(row.sentence)

    def words(place: Stretch | None) -> np.ndarray:
        if place is None:
            return np.zeros(0, np.int64)
        return np.flatnonzero((analysis.starts < place[1]) & (analysis.ends > place[0]))

    chances = np.exp(pair_scores(analysis, words(row.source), words(row.target)))
    roots: dict[str, float] = {}
    for name, chance in zip(analysis.events.types, chances.tolist(), strict=True):
        root = "YIELD" if name in YIELD else name
        roots[root] = roots.get(root, 0.0) + chance
    quads: dict[str, float] = {}
    for root, chance in roots.items():
        quads[QUADS[root]] = quads.get(QUADS[root], 0.0) + chance
    return max(roots, key=lambda name: roots[name]), max(quads, key=lambda name: quads[name])


def scores(verdicts: Sequence[Verdict]) -> dict[str, float]:
    roots = [(one.gold[0], one.found[0]) for one in verdicts]
    quads = [(one.gold[1], one.found[1]) for one in verdicts]
    right = sum(gold == found for gold, found in roots)
    return {
        "root_macro_f1": macro_f1(roots),
        "quad_macro_f1": macro_f1(quads),
        "root_accuracy": 100 * right / len(roots) if roots else 0.0,
    }


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of the labels that gold uses, in percent."""
    labels = sorted({gold for gold, _ in pairs})
    total = 0.0
    for label in labels:
        right = sum(gold == found == label for gold, found in pairs)
        given = sum(gold == label for gold, _ in pairs) + sum(found == label for _, found in pairs)
        total += 2 * right / given if given else 0.0
    return 100 * total / len(labels) if labels else 0.0


def _intervals(verdicts: Sequence[Verdict]) -> dict[str, tuple[float, float]]:
    """95 % by drawing sentences with replacement, fixed by a seed."""
    chance = np.random.default_rng(20261122)
    drawn: dict[str, list[float]] = {}
    for _ in range(DRAWS if verdicts else 0):
        sample = [verdicts[n] for n in chance.integers(0, len(verdicts), len(verdicts))]
        for name, value in scores(sample).items():
            drawn.setdefault(name, []).append(value)
    return {
        name: (float(np.percentile(values, 2.5)), float(np.percentile(values, 97.5)))
        for name, values in drawn.items()
    }

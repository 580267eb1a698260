"""What a source is said to do to a target, over a file of PLV: root type and quad, both phrases given.

PLV is a set of sentences with a marked source and target, published with the zero-shot coder ZSP (Hu et al.
2024); its types are PLOVER's, with one root YIELD for CONCEDE and RETREAT.
"""

from __future__ import annotations

import csv
import io
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso import pipeline
from sayso.coding.pairing import pair_scores
from sayso.evaluation.bootstrap import bootstrap
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.evaluation.wordsets import Stretch
from sayso.schema.analysis import Analysis, Ints

TASK = "events"
COLUMNS = ("sentence", "source", "target", "gold_root", "gold_penta")
ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
# `gold_penta` of PLV: verbal cooperation, material cooperation, verbal conflict, material conflict.
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "2"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3"),
    **dict.fromkeys(("SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}
_MARKS = ("<s>", "</s>", "<t>", "</t>")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence.

    Attributes:
        sentence: as printed.
        source, target: half-open characters of the phrases, None where the sentence does not name one.
        root, quad: the labels.
    """

    sentence: str
    source: Stretch | None
    target: Stretch | None
    root: str
    quad: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Label and answer for the root, and for the quad."""

    root: tuple[str, str]
    quad: tuple[str, str]


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Macro-F1 of root and quad; raises CorpusError where the file is no PLV table."""
    begun = time.perf_counter()
    rows = read_rows(path)
    verdicts: list[Verdict] = []
    for row in rows:
        root, quad = code(row, pipeline.analyse(row.sentence))
        verdicts.append(Verdict((row.root, root), (row.quad, quad)))
        progress(len(verdicts), len(rows))
    intervals = bootstrap(verdicts, scores)
    return Evaluation(TASK, str(path), len(rows), scores(verdicts), intervals, time.perf_counter() - begun)


def read_rows(path: Path) -> list[Row]:
    """The sentences of a PLV table: tabs between its `COLUMNS` and, where it has them, marked sentences."""
    try:
        # A sentence may hold what str.splitlines takes for the end of a line; the csv module knows better.
        table = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter="\t")
        missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
        if missing:
            raise CorpusError(f"{path} has no column {missing[0]!r}; a PLV table has {', '.join(COLUMNS)}")
        rows = [_row(fields, path, table.line_num) for fields in table]
    except (UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{path} is no table of text ({error}): give PLV's .tsv file") from error
    if not rows:
        raise CorpusError(f"{path} has a heading and no sentences: give PLV's .tsv file")
    return rows


def _row(fields: dict[str, str | None], path: Path, line: int) -> Row:
    sentence, source, target, root, quad = (fields.get(name) for name in COLUMNS)
    if sentence is None or root is None or quad is None:
        raise CorpusError(f"{path}, line {line}: a row of a PLV table has {', '.join(COLUMNS)} between tabs")
    marked = fields.get("marked_sentence") or ""
    return Row(
        sentence,
        _marked(marked, "s", sentence) or _first(source or "", sentence),
        _marked(marked, "t", sentence) or _first(target or "", sentence),
        root,
        quad,
    )


def _marked(marked: str, mark: str, sentence: str) -> Stretch | None:
    """Where a phrase stands by its marks, which tell two places of the same words apart."""
    begin, end = marked.find(f"<{mark}>"), marked.find(f"</{mark}>")
    if not 0 <= begin < end:
        return None
    first, inside = len(_unmarked(marked[:begin])), _unmarked(marked[begin:end])
    last = first + len(inside)
    return (first, last) if inside and sentence[first:last] == inside else None


def _first(words: str, sentence: str) -> Stretch | None:
    at = sentence.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def _unmarked(text: str) -> str:
    for mark in _MARKS:
        text = text.replace(mark, "")
    return text


def code(row: Row, analysis: Analysis) -> tuple[str, str]:
    """The root and the quad that sayso gives a sentence whose source and target are known."""
    chances = np.exp(pair_scores(analysis, _words(analysis, row.source), _words(analysis, row.target)))
    types = dict(zip(analysis.events.types, chances.tolist(), strict=True))
    roots = _pooled(types, lambda name: ROOTS.get(name, name))
    quads = _pooled(roots, lambda name: QUADS.get(name, ""))
    return max(roots, key=lambda name: roots[name]), max(quads, key=lambda name: quads[name])


def _words(analysis: Analysis, place: Stretch | None) -> Ints:
    """Indices of the words of a phrase."""
    start, end = place or (0, 0)
    found: Ints = np.flatnonzero((analysis.starts < end) & (analysis.ends > start))
    return found


def _pooled(chances: dict[str, float], name_of: Callable[[str], str]) -> dict[str, float]:
    """Probabilities by the name of a group."""
    found: dict[str, float] = {}
    for name, chance in chances.items():
        found[name_of(name)] = found.get(name_of(name), 0.0) + chance
    return found


def scores(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Percentages; there is at least one verdict."""
    roots = Counter(one.root for one in verdicts)
    right = sum(count for (gold, found), count in roots.items() if gold == found)
    return {
        "root_macro_f1": macro_f1(roots),
        "quad_macro_f1": macro_f1(Counter(one.quad for one in verdicts)),
        "root_accuracy": 100 * right / len(verdicts),
    }


def macro_f1(pairs: Counter[tuple[str, str]]) -> float:
    """The mean F1 of the labels that gold uses, in percent, from how often (gold, found) occurs."""
    gold, found = Counter[str](), Counter[str]()
    for (label, answer), count in pairs.items():
        gold[label] += count
        found[answer] += count
    each = [200 * pairs[label, label] / (gold[label] + found[label]) for label in gold]
    return sum(each) / len(each)

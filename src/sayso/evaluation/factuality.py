"""How certain the author makes the reader that something happened, at given words.

Corpora in the layout of Stanovsky, Eckle-Kohler, Puzikov, Dagan & Gurevych (2017): JSON lines with `text`,
a sentence of tokens parted by spaces, and `targets`, each with a `label` from -3 (it certainly did not) to 3
(it certainly did) and a half-open `span1` of tokens.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from sayso import pipeline
from sayso.evaluation.bootstrap import bootstrap
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.evaluation.wordsets import Stretch
from sayso.schema.analysis import Analysis

TASK = "factuality"
CERTAIN = 3.0
_CLOSING = frozenset(". , ; : ! ? ) ] % '' ’ ”".split())
_CLITICS = frozenset("'s 're 've 'll 'd 'm n't ’s n’t".split())
_OPENING = frozenset("( [ $ `` “ £ €".split())

#: (label, answer) of each target of one sentence.
Pairs = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Target:
    """A word or phrase that names an event: half-open tokens, and how certain it is, -3 to 3."""

    first: int
    last: int
    label: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, and what is asked about them."""

    tokens: tuple[str, ...]
    targets: tuple[Target, ...]


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Pearson's r (times 100) and the mean absolute error; raises CorpusError where the layout is another."""
    begun = time.perf_counter()
    sentences = read_sentences(path)
    pairs: list[Pairs] = []
    for sentence in sentences:
        text, places = write(sentence.tokens)
        pairs.append(answers(sentence.targets, places, pipeline.analyse(text)))
        progress(len(pairs), len(sentences))
    intervals = bootstrap(pairs, scores)
    return Evaluation(TASK, str(path), len(sentences), scores(pairs), intervals, time.perf_counter() - begun)


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a file; blank lines count for nothing."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path} is no text ({error}): give a .jsonl of UW, MEANTIME or UDS-IH2") from error
    found = [_sentence(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]
    if not any(sentence.targets for sentence in found):
        raise CorpusError(f"{path} asks about no word: give a .jsonl of UW, MEANTIME or UDS-IH2")
    return found


def _sentence(line: str, path: Path, number: int) -> Sentence:
    try:
        row = json.loads(line)
        tokens = tuple(row["text"].split())
        return Sentence(tokens, tuple(_target(target, len(tokens)) for target in row["targets"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CorpusError(
            f"{path}, line {number}: expected a JSON object with `text` and `targets`, each with a `label` of"
            f" -3 to 3 and a `span1` of tokens; found {type(error).__name__}: {error}"
        ) from error


def _target(target: Any, tokens: int) -> Target:
    first, last = target["span1"]
    label = float(target["label"])
    if not (isinstance(first, int) and isinstance(last, int) and 0 <= first < last <= tokens):
        raise ValueError(f"span {first}:{last} leaves {tokens} tokens")
    if not -CERTAIN <= label <= CERTAIN:
        raise ValueError(f"label {label}")
    return Target(first, last, label)


def answers(targets: Sequence[Target], places: Sequence[Stretch], analysis: Analysis) -> Pairs:
    """(label, answer) of the targets; `places` are the half-open characters of the corpus's tokens."""
    return [(one.label, _answer(places[one.first][0], places[one.last - 1][1], analysis)) for one in targets]


def _answer(start: int, end: int, analysis: Analysis) -> float:
    """Of the last word, where the corpus's token is several words of sayso's."""
    words = np.flatnonzero((analysis.starts < end) & (analysis.ends > start))
    found = float(analysis.events.factuality[words[-1]]) if len(words) else 0.0
    return min(CERTAIN, max(-CERTAIN, found))


def write(tokens: Sequence[str]) -> tuple[str, list[Stretch]]:
    """The tokens as a newspaper would print them, and the half-open characters of each."""
    text, places = "", []
    for before, token in pairwise(["", *tokens]):
        text += "" if not text or _is_glued(before, token) else " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def _is_glued(before: str, token: str) -> bool:
    """No space stands between the two."""
    return token in _CLOSING or token.lower() in _CLITICS or before in _OPENING


def scores(sentences: Sequence[Pairs]) -> dict[str, float]:
    """Pearson's r in percent, and the mean absolute error on the scale of the labels; 0 without a target."""
    pairs = np.array([pair for sentence in sentences for pair in sentence]).reshape(-1, 2)
    if not len(pairs):
        return {"pearson": 0.0, "mae": 0.0}
    errors = np.abs(pairs[:, 0] - pairs[:, 1])
    # Where nothing varies, nothing varies together.
    varied = pairs.std(0).min() > 0
    correlation = float(np.corrcoef(pairs[:, 0], pairs[:, 1])[0, 1]) if varied else 0.0
    return {"pearson": 100 * correlation, "mae": float(errors.mean())}

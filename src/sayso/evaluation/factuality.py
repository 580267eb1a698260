"""How certain the author makes the reader that something happened, at given words.

Corpora in the layout of Stanovsky, Eckle-Kohler, Puzikov, Dagan & Gurevych (2017): JSON lines with `text`,
a sentence of tokens parted by spaces, and `targets` with a token span and a label from -3 to 3.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso import pipeline
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.result import Evaluation, Progress, silent

TASK = "factuality"
DRAWS = 500

Pairs = list[tuple[float, float]]


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Pearson's r (times 100) and the mean absolute error; raises CorpusError where the layout is another."""
    begun = time.perf_counter()
    rows = read_rows(path)
    pairs: list[Pairs] = []
    for tokens, targets in rows:
        pairs.append(score(tokens, targets))
        progress(len(pairs), len(rows))
    return Evaluation(
        TASK, str(path), len(rows), scores(pairs), _intervals(pairs), time.perf_counter() - begun
    )


def read_rows(path: Path) -> list[tuple[list[str], list[tuple[int, int, float]]]]:
    """(tokens, (first token, one past the last, label)) of every sentence."""
    rows = []
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            targets = [(*target["span1"], float(target["label"])) for target in row["targets"]]
            rows.append((row["text"].split(), targets))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(
            f"{path} is not JSON lines with text and targets ({error!r}): give a .jsonl of UW, MEANTIME or UDS-IH2"
        ) from error
    return rows


def score(tokens: Sequence[str], targets: Sequence[tuple[int, int, float]]) -> Pairs:
    """(gold, found) of every target of one sentence."""
    text, places = write(tokens)
    analysis = pipeline.analyse(text)
    pairs = []
    for first, last, label in targets:
        start, end = places[first][0], places[last - 1][1]
        words = np.flatnonzero((analysis.starts < end) & (analysis.ends > start))
        found = float(analysis.events.factuality[words[-1]]) if len(words) else 0.0
        pairs.append((label, min(3.0, max(-3.0, found))))
    return pairs


def write(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The tokens as a newspaper would print them, and the half-open characters of each."""
    text, places = "", []
    for index, token in enumerate(tokens):
        glued = not text or _is_glued(token, tokens[index - 1])
        start = len(text) + (0 if glued else 1)
        text += token if glued else f" {token}"
        places.append((start, start + len(token)))
    return text, places


def _is_glued(token: str, before: str) -> bool:
    closing = token in {".", ",", ";", ":", "!", "?", ")", "]", "%", "''", "’", "”"}
    clitic = token.lower() in {"'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "’s", "n’t"}
    return closing or clitic or before in {"(", "[", "$", "``", "“", "£", "€"}


def scores(sentences: Sequence[Pairs]) -> dict[str, float]:
    pairs = np.array([pair for sentence in sentences for pair in sentence]).reshape(-1, 2)
    if len(pairs) < 2 or pairs.std(0).min() == 0:
        return {"pearson": 0.0, "mae": float(np.abs(pairs[:, 0] - pairs[:, 1]).mean()) if len(pairs) else 0.0}
    correlation = float(np.corrcoef(pairs[:, 0], pairs[:, 1])[0, 1])
    return {"pearson": 100 * correlation, "mae": float(np.abs(pairs[:, 0] - pairs[:, 1]).mean())}


def _intervals(sentences: Sequence[Pairs]) -> dict[str, tuple[float, float]]:
    """95 % by drawing sentences with replacement, fixed by a seed."""
    chance = np.random.default_rng(20261122)
    drawn: dict[str, list[float]] = {}
    for _ in range(DRAWS if sentences else 0):
        sample = [sentences[n] for n in chance.integers(0, len(sentences), len(sentences))]
        for name, value in scores(sample).items():
            drawn.setdefault(name, []).append(value)
    return {
        name: (float(np.percentile(values, 2.5)), float(np.percentile(values, 97.5)))
        for name, values in drawn.items()
    }

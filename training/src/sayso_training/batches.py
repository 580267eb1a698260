"""Examples to batches: windows cut anew in every epoch, like lengths side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

import numpy as np
import torch
from sayso_training.example import NOTHING, Example, Pair
from torch import Tensor

from sayso.encoder.pieces import BREAKS, CASES, Pieces
from sayso.encoder.windows import make_batch

Cut = tuple[Example, int, int]


@dataclass(frozen=True)
class Step:
    """One batch from one corpus.

    Attributes:
        inputs: what `Encoder.forward` takes.
        tags: head -> (batch, words, labels) allowed labels.
        pointers: head -> (batch, words, words + 1) allowed targets, column 0 for nothing.
        candidates: (batch, words, words + 1) words of the same sentence, or of the same window
            where sentences are unknown; column 0 always.
        relations: head -> (batch, words) label indices, -1 where unknown.
        scores: head -> (batch, words) values, NaN where unknown.
        pairs: head -> row of the batch and pair of phrases, counted from the row's first word.
    """

    inputs: tuple[Tensor, ...]
    tags: dict[str, Tensor]
    pointers: dict[str, Tensor]
    candidates: Tensor
    relations: dict[str, Tensor]
    scores: dict[str, Tensor]
    pairs: dict[str, list[tuple[int, Pair]]]


def epoch_of(
    examples: Sequence[Example], random: Random, *, size: int, budget: int, apart: float = 0.0
) -> list[list[Cut]]:
    """Windows of all examples in random order, grouped to at most `budget` padded pieces a batch.

    With probability `apart` an example is cut into its sentences, or paragraphs where those are unknown:
    what people try out is short, and a network that never saw one sentence alone reads it badly.
    """
    cuts = [
        cut
        for example in examples
        for cut in (_sentences(example, size) if random.random() < apart else _cut(example, random, size))
    ]
    random.shuffle(cuts)
    pool = 400
    batches = [
        batch
        for begin in range(0, len(cuts), pool)
        for batch in _pack(sorted(cuts[begin : begin + pool], key=_length), budget)
    ]
    random.shuffle(batches)
    return batches


def _length(cut: Cut) -> int:
    example, first, last = cut
    return int(example.pieces.first[last] - example.pieces.first[first])


def _cut(example: Example, random: Random, size: int) -> Iterator[Cut]:
    first_piece = example.pieces.first
    total = int(first_piece[-1])
    at = 0
    room = size - 2
    if total > room:
        room = random.randint(room // 3, room)
    while at < len(example):
        last = int(np.searchsorted(first_piece, first_piece[at] + room, side="right")) - 1
        last = min(max(last, at + 1), len(example))
        yield example, at, last
        at, room = last, size - 2


def _sentences(example: Example, size: int) -> Iterator[Cut]:
    if example.sentences is not None:
        begins = np.flatnonzero(np.diff(example.sentences, prepend=-1))
    else:
        begins = np.flatnonzero(example.pieces.breaks == BREAKS.index("paragraph"))
    edges = sorted({0, *begins.tolist(), len(example)})
    first_piece = example.pieces.first
    for first, last in pairwise(edges):
        while int(first_piece[last] - first_piece[first]) > size - 2:
            last = int(np.searchsorted(first_piece, first_piece[first] + size - 2, side="right")) - 1
        if last > first:
            yield example, first, last


def _pack(cuts: Sequence[Cut], budget: int) -> Iterator[list[Cut]]:
    batch: list[Cut] = []
    for cut in cuts:
        if batch and (len(batch) + 1) * (_length(cut) + 2) > budget:
            yield batch
            batch = []
        batch.append(cut)
    if batch:
        yield batch


def make_step(cuts: Sequence[Cut], random: Random, *, shout: float = 0.0, run_on: float = 0.0) -> Step:
    """Tensors of one batch.

    With probability `shout` a window is read as if it were in capitals, with probability `run_on` as
    if its paragraphs were not set apart.
    """
    batch = make_batch([(_changed(e.pieces, random, shout, run_on), a, b) for e, a, b in cuts])
    width = batch.first.shape[1]
    inputs = (batch.ids, batch.case, batch.breaks, batch.quotation, batch.mask, batch.first)
    heads = cuts[0][0]
    return Step(
        inputs=tuple(torch.from_numpy(array) for array in inputs),
        tags={name: _tags(cuts, name, width) for name in heads.tags},
        pointers={name: _pointers(cuts, name, width) for name in heads.pointers},
        candidates=_candidates(cuts, width),
        relations={name: _relations(cuts, name, width) for name in heads.relations},
        scores={name: _scores(cuts, name, width) for name in heads.scores},
        pairs={name: _pairs(cuts, name) for name in heads.pairs},
    )


def _changed(pieces: Pieces, random: Random, shout: float, run_on: float) -> Pieces:
    if random.random() < shout:
        pieces = _shouted(pieces)
    if random.random() < run_on:
        pieces = _run_on(pieces)
    return pieces


def _run_on(pieces: Pieces) -> Pieces:
    breaks = np.where(pieces.breaks == BREAKS.index("paragraph"), BREAKS.index("space"), pieces.breaks)
    return replace(pieces, breaks=breaks)


def _shouted(pieces: Pieces) -> Pieces:
    letters = (pieces.case >= CASES.index("lower")) & (pieces.case <= CASES.index("mixed"))
    case = np.where(letters, CASES.index("upper"), pieces.case)
    return replace(pieces, case=case)


def _tags(cuts: Sequence[Cut], name: str, width: int) -> Tensor:
    allowed = np.ones((len(cuts), width, cuts[0][0].tags[name].shape[1]), np.bool_)
    for row, (example, first, last) in enumerate(cuts):
        allowed[row, : last - first] = example.tags[name][first:last]
    return torch.from_numpy(allowed)


def _pointers(cuts: Sequence[Cut], name: str, width: int) -> Tensor:
    allowed = np.zeros((len(cuts), width, width + 1), np.bool_)
    for row, (example, first, last) in enumerate(cuts):
        pairs = example.pointers[name]
        pairs = pairs[(pairs[:, 0] >= first) & (pairs[:, 0] < last)]
        inside = (pairs[:, 1] == NOTHING) | ((pairs[:, 1] >= first) & (pairs[:, 1] < last))
        pairs = pairs[inside]
        column = np.where(pairs[:, 1] == NOTHING, 0, pairs[:, 1] - first + 1)
        allowed[row, pairs[:, 0] - first, column] = True
    return torch.from_numpy(allowed)


def _candidates(cuts: Sequence[Cut], width: int) -> Tensor:
    candidates = np.zeros((len(cuts), width, width + 1), np.bool_)
    candidates[:, :, 0] = True
    for row, (example, first, last) in enumerate(cuts):
        count = last - first
        same = np.ones((count, count), np.bool_)
        if example.sentences is not None:
            numbers = example.sentences[first:last]
            same = numbers[:, None] == numbers[None, :]
        candidates[row, :count, 1 : count + 1] = same
    return torch.from_numpy(candidates)


def _relations(cuts: Sequence[Cut], name: str, width: int) -> Tensor:
    labels = np.full((len(cuts), width), -1, np.int64)
    for row, (example, first, last) in enumerate(cuts):
        labels[row, : last - first] = example.relations[name][first:last]
    return torch.from_numpy(labels)


def _scores(cuts: Sequence[Cut], name: str, width: int) -> Tensor:
    values = np.full((len(cuts), width), np.nan, np.float32)
    for row, (example, first, last) in enumerate(cuts):
        values[row, : last - first] = example.scores[name][first:last]
    return torch.from_numpy(values)


def _pairs(cuts: Sequence[Cut], name: str) -> list[tuple[int, Pair]]:
    return [
        (row, Pair(pair.first - first, pair.second - first, pair.allowed))
        for row, (example, first, last) in enumerate(cuts)
        for pair in example.pairs[name]
        if all(first <= word < last for word in (*pair.first, *pair.second))
    ]

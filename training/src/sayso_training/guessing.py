"""Trees for texts that have none, guessed by an encoder that learnt nothing but trees.

A network that learns trees from a treebank and who says what from the news reads trees well in what looks like the
treebank, and badly around "…, the minister said", where nothing ever told it that a tree was wrong. Guessed trees of
the news close the gap (self-training with a teacher of another view: Hinton et al. 2015 for the idea).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from sayso_training.example import Example, only
from sayso_training.network import Layout

from sayso.encoder.blocks import Block
from sayso.encoder.deciding import Deciding
from sayso.encoder.folder import open_folder
from sayso.encoder.session import Session
from sayso.encoder.windows import cut_windows
from sayso.schema.analysis import Analysis

_AT_ONCE = 64


class Guesser:
    """Fills in sentence ends, parts of speech and trees.

    Args:
        folder: of an exported encoder.
    """

    def __init__(self, folder: Path, layout: Layout) -> None:
        self._folder = open_folder(folder)
        self._session = Session(self._folder)
        self._deciding = Deciding(self._folder)
        self._layout = layout

    def filled(self, examples: Sequence[Example]) -> Iterator[Example]:
        """The examples, with trees where they had none.

        Sentences stay unknown to them: who says something may stand in another sentence than what is said.
        """
        for begin in range(0, len(examples), _AT_ONCE):
            some = examples[begin : begin + _AT_ONCE]
            missing = [example for example in some if "deprel" not in example.pointers]
            guesses = iter(self._analyses(missing))
            for example in some:
                yield self._with(example, next(guesses)) if "deprel" not in example.pointers else example

    def _analyses(self, examples: Sequence[Example]) -> list[Analysis]:
        size, margin = self._folder.window - 2, self._folder.margin
        cuts = [cut_windows(example.pieces, size=size, margin=margin) for example in examples]
        flat = [(one.pieces, window) for one, windows in zip(examples, cuts, strict=True) for window in windows]
        answers = iter(self._session.answers(flat)) if flat else iter(())
        return [
            self._deciding.analysis(_block(example), [next(answers) for _ in windows])
            for example, windows in zip(examples, cuts, strict=True)
        ]

    def _with(self, example: Example, guess: Analysis) -> Example:
        upos, deprels = self._layout.tags["upos"], self._layout.relations["deprel"]
        ends = np.zeros(len(example), np.int64)
        ends[guess.sentences[:, 1] - 1] = 1
        heads = np.stack([np.arange(len(example)), guess.heads], 1)
        return replace(
            example,
            tags={
                **example.tags,
                "sentence_end": only(ends.tolist(), 2),
                "upos": only([upos.index(tag) for tag in guess.upos], len(upos)),
            },
            pointers={**example.pointers, "deprel": heads},
            relations={
                **example.relations,
                "deprel": np.array([deprels.index(name) for name in guess.deprels]),
            },
        )


def _block(example: Example) -> Block:
    nowhere = np.zeros(len(example), np.int64)
    return Block(0, "", nowhere, nowhere, example.pieces, None)

"""Trees and entities for texts that have none, guessed by an encoder that learnt nothing else.

A network that learns trees from a treebank and who says what from the news reads trees well in what looks
like the treebank, and badly around "…, the minister said", where nothing ever told it that a tree was wrong;
entities likewise. A teacher that never saw the news annotated has no such habit; its guesses close the gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from sayso_training.example import Example, bio_labels, only
from sayso_training.network import Layout

from sayso.encoder.blocks import Block
from sayso.encoder.deciding import Deciding
from sayso.encoder.folder import open_folder
from sayso.encoder.session import Session
from sayso.encoder.windows import cut_windows
from sayso.schema.analysis import Analysis

_AT_ONCE = 64


class Guesser:
    """Fills in sentence ends, parts of speech, trees and entities.

    Args:
        folder: of an exported encoder.
    """

    def __init__(self, folder: Path, layout: Layout) -> None:
        self._folder = open_folder(folder)
        self._session = Session(self._folder)
        self._deciding = Deciding(self._folder)
        self._layout = layout

    def filled(self, examples: Sequence[Example]) -> Iterator[Example]:
        """The examples, with trees and entities where they had none.

        Sentences stay unknown to them: who says something may stand in another sentence than what is said.
        """
        for begin in range(0, len(examples), _AT_ONCE):
            some = examples[begin : begin + _AT_ONCE]
            guesses = iter(self._analyses([example for example in some if _lacks(example)]))
            for example in some:
                yield self._with(example, next(guesses)) if _lacks(example) else example

    def _analyses(self, examples: Sequence[Example]) -> list[Analysis]:
        size, margin = self._folder.window - 2, self._folder.margin
        cuts = [cut_windows(example.pieces, size=size, margin=margin) for example in examples]
        flat = [
            (one.pieces, window) for one, windows in zip(examples, cuts, strict=True) for window in windows
        ]
        answers = iter(self._session.answers(flat)) if flat else iter(())
        return [
            self._deciding.analysis(_block(example), [next(answers) for _ in windows])
            for example, windows in zip(examples, cuts, strict=True)
        ]

    def _with(self, example: Example, guess: Analysis) -> Example:
        if "entities" not in example.tags:
            spans = [(one.first, one.last, one.kind) for one in guess.mentions]
            labels = self._layout.tags["entities"]
            entities = only(bio_labels(spans, len(example), labels), len(labels))
            example = replace(example, tags={**example.tags, "entities": entities})
        return example if "deprel" in example.pointers else self._with_trees(example, guess)

    def _with_trees(self, example: Example, guess: Analysis) -> Example:
        upos, deprels = self._layout.tags["upos"], self._layout.relations["deprel"]
        ends = np.zeros(len(example), np.int64)
        ends[guess.sentences[:, 1] - 1] = 1
        tags = {
            "sentence_end": only(ends.tolist(), 2),
            "upos": only([upos.index(tag) for tag in guess.upos], len(upos)),
        }
        relations = np.array([deprels.index(name) for name in guess.deprels])
        heads = np.stack([np.arange(len(example)), guess.heads], 1)
        return replace(
            example,
            tags=example.tags | tags,
            pointers=example.pointers | {"deprel": heads},
            relations=example.relations | {"deprel": relations},
        )


def _lacks(example: Example) -> bool:
    return "deprel" not in example.pointers or "entities" not in example.tags


def _block(example: Example) -> Block:
    nowhere = np.zeros(len(example), np.int64)
    return Block("", nowhere, nowhere, example.pieces, None)

"""Text in, analysis out: words, windows, the network's answers, and what is decided from them."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from sayso.encoder.blocks import Block, cut_blocks, join
from sayso.encoder.deciding import Deciding
from sayso.encoder.folder import open_folder
from sayso.encoder.pieces import Ints, Pieceworker
from sayso.encoder.session import Answer, Session
from sayso.encoder.windows import Window, cut_windows
from sayso.encoder.wordpiece import WordPiece
from sayso.schema.analysis import Analysis
from sayso.text.words import find_words


class Encoder:
    """The shipped encoder, or another from its folder.

    Attributes:
        version: of the weights.
        seconds: spent waiting for the network so far, wall clock.
    """

    def __init__(self, path: Path | None = None, *, threads: int | None = None) -> None:
        self._folder = open_folder(path)
        self._session = Session(self._folder, threads=threads)
        self._worker = Pieceworker(WordPiece.from_file(self._folder.path / "tokenizer.json"))
        self._deciding = Deciding(self._folder)
        self.version = self._folder.version
        self.seconds = 0.0

    def analyse(self, texts: Sequence[str]) -> Generator[Analysis]:
        """One analysis per text, in their order; the next texts are read while somebody uses the first."""
        words = [np.array(find_words(text), np.int64).reshape(-1, 2) for text in texts]
        return self._analyse(texts, [(w[:, 0], w[:, 1]) for w in words], [None] * len(texts))

    def analyse_words(self, text: str, starts: Ints, ends: Ints, sentences: Ints) -> Analysis:
        """The analysis of a text whose words (words,) twice and sentences (sentences, 2) are given."""
        words = np.asarray(starts, np.int64), np.asarray(ends, np.int64)
        return next(self._analyse([text], [words], [np.asarray(sentences, np.int64)]))

    def _analyse(
        self, texts: Sequence[str], words: Sequence[tuple[Ints, Ints]], sentences: Sequence[Ints | None]
    ) -> Generator[Analysis]:
        size, margin = self._folder.window - 2, self._folder.margin
        cut: list[list[tuple[Block, list[Window]]]] = []
        for text, (starts, ends), given in zip(texts, words, sentences, strict=True):
            blocks = cut_blocks(text, starts, ends, self._worker.cut(text, starts, ends), given)
            cut.append([(block, cut_windows(block.pieces, size=size, margin=margin)) for block in blocks])
        answers = self._session.answers(
            (block.pieces, window) for blocks in cut for block, windows in blocks for window in windows
        )
        for text, blocks_of_it in zip(texts, cut, strict=True):
            parts = [
                self._deciding.analysis(block, self._next(answers, len(windows)))
                for block, windows in blocks_of_it
            ]
            yield join(text, parts)

    def _next(self, answers: Iterator[Answer], count: int) -> list[Answer]:
        began = time.perf_counter()
        found = list(islice(answers, count))
        self.seconds += time.perf_counter() - began
        return found

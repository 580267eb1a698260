"""Text in, analysis out: words, windows, the network's answers, and what is decided from them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from sayso.encoder.blocks import Block, cut_blocks, grouped, join
from sayso.encoder.deciding import Deciding
from sayso.encoder.folder import open_folder
from sayso.encoder.pieces import Ints, Pieceworker
from sayso.encoder.session import Answer, Session
from sayso.encoder.windows import cut_windows
from sayso.encoder.wordpiece import WordPiece
from sayso.schema.analysis import Analysis
from sayso.text.words import find_words


class Encoder:
    """The shipped encoder, or another from its folder.

    Attributes:
        version: of the weights.
        seconds: spent inside the network so far, wall clock.
    """

    def __init__(self, path: Path | None = None, *, threads: int | None = None) -> None:
        self._folder = open_folder(path)
        self._session = Session(self._folder, threads=threads)
        self._worker = Pieceworker(WordPiece.from_file(self._folder.path / "tokenizer.json"))
        self._deciding = Deciding(self._folder)
        self.version = self._folder.version
        self.seconds = 0.0

    def analyse(self, texts: Sequence[str]) -> list[Analysis]:
        """One analysis per text; texts read together cost less than one by one."""
        words = [np.array(find_words(text), np.int64).reshape(-1, 2) for text in texts]
        return self._analyse(texts, [(w[:, 0], w[:, 1]) for w in words], [None] * len(texts))

    def analyse_words(self, text: str, starts: Ints, ends: Ints, sentences: Ints) -> Analysis:
        """The analysis of a text whose words (words,) twice and sentences (sentences, 2) are given."""
        words = np.asarray(starts, np.int64), np.asarray(ends, np.int64)
        return self._analyse([text], [words], [np.asarray(sentences, np.int64)])[0]

    def _analyse(
        self, texts: Sequence[str], words: Sequence[tuple[Ints, Ints]], sentences: Sequence[Ints | None]
    ) -> list[Analysis]:
        blocks: list[Block] = []
        for number, (text, (starts, ends), given) in enumerate(zip(texts, words, sentences, strict=True)):
            blocks += cut_blocks(number, text, starts, ends, self._worker.cut(text, starts, ends), given)
        found: list[list[Analysis]] = [[] for _ in texts]
        for group in grouped(blocks):
            for block, answers in zip(group, self._answers(group), strict=True):
                found[block.number].append(self._deciding.analysis(block, answers))
        return [join(text, parts) for text, parts in zip(texts, found, strict=True)]

    def _answers(self, blocks: Sequence[Block]) -> Iterator[list[Answer]]:
        size, margin = self._folder.window - 2, self._folder.margin
        cuts = [cut_windows(block.pieces, size=size, margin=margin) for block in blocks]
        flat = [(block.pieces, w) for block, windows in zip(blocks, cuts, strict=True) for w in windows]
        began = time.perf_counter()
        answers = iter(self._session.answers(flat))
        self.seconds += time.perf_counter() - began
        for windows in cuts:
            yield [next(answers) for _ in windows]

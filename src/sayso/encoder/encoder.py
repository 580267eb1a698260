"""Text in, analysis out: words, windows, the network's answers, and what is decided from them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.encoder.folder import Floats, Folder, open_folder
from sayso.encoder.pieces import Ints, Pieces, Pieceworker
from sayso.encoder.sentences import assign, find_sentences
from sayso.encoder.session import Answer, Session
from sayso.encoder.tagging import best_tags, spans_of
from sayso.encoder.trees import best_tree
from sayso.encoder.windows import cut_windows
from sayso.schema.analysis import Analysis, Links, Mention, Stretch
from sayso.text.words import find_words

Parts = list[tuple[int, int, int]]


class Encoder:
    """The shipped encoder, or another from its folder.

    Attributes:
        version: of the weights.
        seconds: spent inside the network so far, wall clock.
    """

    def __init__(self, path: Path | None = None, *, threads: int | None = None) -> None:
        self._folder: Folder = open_folder(path)
        self._session = Session(self._folder, threads=threads)
        self._worker = Pieceworker(Tokenizer.from_file(str(self._folder.path / "tokenizer.json")))
        self._columns = _columns(self._folder)
        self.version = self._folder.version
        self.seconds = 0.0

    def analyse(self, texts: Sequence[str]) -> list[Analysis]:
        """One analysis per text; texts read together cost less than one by one."""
        words = [np.array(find_words(text), np.int64).reshape(-1, 2) for text in texts]
        return self._analyse(texts, [(w[:, 0], w[:, 1]) for w in words], [None] * len(texts))

    def analyse_words(self, text: str, starts: Ints, ends: Ints, sentences: Ints) -> Analysis:
        """The analysis of a text whose words (words,) twice and sentences (sentences, 2) are given."""
        return self._analyse([text], [(np.asarray(starts), np.asarray(ends))], [np.asarray(sentences)])[0]

    def _analyse(
        self, texts: Sequence[str], words: Sequence[tuple[Ints, Ints]], sentences: Sequence[Ints | None]
    ) -> list[Analysis]:
        pieces = [self._worker.cut(text, *bounds) for text, bounds in zip(texts, words, strict=True)]
        cuts = [cut_windows(p, size=self._folder.window - 2, margin=self._folder.margin) for p in pieces]
        flat = [(p, window) for p, windows in zip(pieces, cuts, strict=True) for window in windows]
        began = time.perf_counter()
        answers = iter(self._session.answers(flat))
        self.seconds += time.perf_counter() - began
        return [
            self._decide(text, bounds, p, [next(answers) for _ in windows], given)
            for text, bounds, p, windows, given in zip(texts, words, pieces, cuts, sentences, strict=True)
        ]

    def _decide(
        self, text: str, bounds: tuple[Ints, Ints], pieces: Pieces, answers: list[Answer], given: Ints | None
    ) -> Analysis:
        if not answers:
            return _empty(text)
        if given is None:
            given = find_sentences(pieces, self._sentence_ends(answers))
        parts = assign(given, answers)
        tags = _joined("tags", answers, parts)
        heads, deprels = self._trees(answers, parts, given)
        return Analysis(
            text=text,
            starts=bounds[0],
            ends=bounds[1],
            sentences=given,
            upos=self._names("upos", tags),
            heads=heads,
            deprels=deprels,
            mentions=tuple(
                Mention(kind, first, last) for first, last, kind in self._spans("entities", tags, given)
            ),
            roles=self._spans("roles", tags, given),
            nested=self._spans("nested", tags, given),
            content_cue=_links("content_cue", answers, parts),
            cue_source=_links("cue_source", answers, parts),
        )

    def _sentence_ends(self, answers: list[Answer]) -> Floats:
        column = self._columns["sentence_end"]
        kept = []
        for answer in answers:
            first, last = answer.window.kept
            scores = answer.arrays["tags"][first - answer.window.first : last - answer.window.first, column]
            kept.append(scores[:, 1] - scores[:, 0])
        return np.concatenate(kept)

    def _names(self, head: str, tags: Floats) -> tuple[str, ...]:
        labels = self._folder.tags[head]
        return tuple(labels[n] for n in tags[:, self._columns[head]].argmax(1).tolist())

    def _spans(self, head: str, tags: Floats, sentences: Ints) -> tuple[tuple[int, int, str], ...]:
        labels = self._folder.tags[head]
        return tuple(spans_of(best_tags(tags[:, self._columns[head]], sentences, labels), labels))

    def _trees(self, answers: list[Answer], parts: Parts, sentences: Ints) -> tuple[Ints, tuple[str, ...]]:
        query, key = _joined("deprel.query", answers, parts), _joined("deprel.key", answers, parts)
        heads = np.empty(len(query), np.int64)
        for first, last in sentences.tolist():
            own = query[first:last]
            found = best_tree(np.concatenate([own[:, -1:], own[:, :-1] @ key[first:last].T], 1))
            heads[first:last] = np.where(found < 0, -1, found + first)
        return heads, self._relations(heads, answers, parts)

    def _relations(self, heads: Ints, answers: list[Answer], parts: Parts) -> tuple[str, ...]:
        labels = self._folder.relations["deprel"]
        dependents, offered = (_joined(f"deprel.{side}", answers, parts) for side in ("dependent", "head"))
        # a root has no head: its own state stands for it, as in training
        head = np.where(heads < 0, np.arange(len(heads)), heads)
        hidden = np.maximum(dependents + offered[head], 0.0)
        scores = hidden @ self._folder.heads["deprel.weight"] + self._folder.heads["deprel.bias"]
        root = labels.index("root")
        scores[:, root] = np.where(heads < 0, np.inf, -np.inf)
        return tuple(labels[n] for n in scores.argmax(1).tolist())


def _columns(folder: Folder) -> dict[str, slice]:
    """Head -> its columns in the output `tags`."""
    found, at = {}, 0
    for name, labels in folder.tags.items():
        found[name] = slice(at, at + len(labels))
        at += len(labels)
    return found


def _joined(name: str, answers: list[Answer], parts: Parts) -> Floats:
    """An output over all words of the text, each from the window that answers for it."""
    cut = [
        answers[n].arrays[name][first - answers[n].window.first : last - answers[n].window.first]
        for n, first, last in parts
    ]
    return cut[0] if len(cut) == 1 else np.concatenate(cut)


def _links(name: str, answers: list[Answer], parts: Parts) -> Links:
    stretches = []
    for number, first, last in parts:
        start = answers[number].window.first
        arrays = answers[number].arrays
        query, key = arrays[f"{name}.query"], arrays[f"{name}.key"]
        stretches.append(Stretch(first, last, start, query[first - start : last - start], key))
    return Links(tuple(stretches))


def _empty(text: str) -> Analysis:
    none = np.zeros(0, np.int64)
    return Analysis(
        text, none, none, np.zeros((0, 2), np.int64), (), none, (), (), (), (), Links(()), Links(())
    )

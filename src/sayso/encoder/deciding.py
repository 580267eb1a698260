"""From the network's answers to an analysis: sentences, tags, trees, links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from sayso.encoder.blocks import Block
from sayso.encoder.folder import Floats, Folder
from sayso.encoder.pieces import BREAKS, Ints
from sayso.encoder.sentences import assign, find_sentences
from sayso.encoder.session import Answer
from sayso.encoder.tagging import best_tags, spans_of
from sayso.encoder.trees import best_tree
from sayso.schema.analysis import Analysis, EventScores, Links, Mention, Pairing, Stretch

Parts = list[tuple[int, int, int]]


class Deciding:
    """Decodes the answers of one encoder, whose folder names the labels."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._columns = _columns(folder)
        self._biases = {
            head: np.array([biases.get(label[2:], 0.0) for label in folder.tags[head]], np.float32)
            for head, biases in folder.biases.items()
        }

    def analysis(self, block: Block, answers: list[Answer]) -> Analysis:
        """The analysis of a block from the answers about its windows, at least one."""
        sentences = block.sentences
        if sentences is None:
            sentences = find_sentences(block.pieces, self._sentence_ends(answers))
        parts = assign(sentences, answers)
        tags = _joined("tags", answers, parts)
        heads, deprels = self._trees(answers, parts, sentences)
        begins = np.flatnonzero(block.pieces.breaks == BREAKS.index("paragraph")).tolist()
        mentions = _parted(self._spans("entities", tags, sentences), begins)
        return Analysis(
            text=block.text,
            starts=block.starts,
            ends=block.ends,
            sentences=sentences,
            upos=self._names("upos", tags),
            heads=heads,
            deprels=deprels,
            mentions=tuple(Mention(kind, first, last) for first, last, kind in mentions),
            roles=self._spans("roles", tags, sentences),
            nested=self._spans("nested", tags, sentences),
            content=self._content(tags),
            content_cue=_links("content_cue", answers, parts),
            cue_source=_links("cue_source", answers, parts),
            events=self._events(tags, answers, parts),
        )

    def _content(self, tags: Floats) -> Floats:
        labels = self._folder.tags["roles"]
        columns = [n for n, label in enumerate(labels) if label.endswith("-content")]
        found: Floats = np.exp(tags[:, self._columns["roles"]][:, columns]).sum(1)
        return found

    def _events(self, tags: Floats, answers: list[Answer], parts: Parts) -> EventScores:
        folder = self._folder
        if "events" not in folder.tags:
            return EventScores.none(len(tags))
        return EventScores(
            types=tuple(folder.tags["events"][1:]),
            type=tags[:, self._columns["events"]],
            modalities=tuple(folder.tags["modality"]),
            modality=tags[:, self._columns["modality"]],
            factuality=tags[:, self._columns["factuality"].start],
            actor=_links("actor", answers, parts),
            recipient=_links("recipient", answers, parts),
            pairing=Pairing(
                first=_joined("event_type.dependent", answers, parts),
                second=_joined("event_type.head", answers, parts),
                nobody=folder.heads["event_type.nobody"],
                weight=folder.heads["event_type.weight"],
                bias=folder.heads["event_type.bias"],
            ),
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
        scores = tags[:, self._columns[head]]
        if head in self._biases:
            scores = scores + self._biases[head]
        return tuple(spans_of(best_tags(scores, sentences, labels), labels))

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


def _parted(spans: Iterable[tuple[int, int, str]], begins: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Spans that no paragraph begins in: "to Sella", and below it "SELLA, 3 May", name it twice."""
    for first, last, kind in spans:
        inside = begins[bisect_right(begins, first) : bisect_left(begins, last)]
        for begin, end in pairwise((first, *inside, last)):
            yield begin, end, kind


def _columns(folder: Folder) -> dict[str, slice]:
    """Head -> its columns in the output `tags`."""
    found, at = {}, 0
    widths = [(name, len(labels)) for name, labels in folder.tags.items()]
    for name, width in [*widths, *((name, 1) for name in folder.scores)]:
        found[name] = slice(at, at + width)
        at += width
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

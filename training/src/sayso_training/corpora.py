"""The corpora, each as a function from a folder to examples. A new corpus is a new function in `CORPORA`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from sayso_training.example import NOTHING, Example, bio_labels, only
from sayso_training.network import Layout

from sayso.encoder.pieces import Pieces, Pieceworker
from sayso.evaluation.brat import Attribution, read_split
from sayso.evaluation.conllu import Treebank, read_treebank, split_words
from sayso.evaluation.wordsets import ROLES, RoleName, Stretch, WordGrid, Words
from sayso.text.words import find_words

Loader = Callable[[Path, Layout, Pieceworker], Iterator[Example]]

# GUM's published development documents; its annotation guidelines name them.
GUM_DEV = {
    f"GUM_{name}"
    for name in (
        "academic_exposure academic_librarians bio_byron bio_emperor interview_cyclone interview_gaming "
        "news_homeopathic news_iodine speech_impeachment speech_inauguration textbook_governments "
        "textbook_labor voyage_athens voyage_coron"
    ).split()
}


def polnear(folder: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """PolNeAR: outermost attributions of political news."""
    for article in read_split(folder):
        places = find_words(article.text)
        grid = WordGrid(article.text, words=places)
        words = [_words_by_role(grid, one) for one in article.marked]
        roles = only(
            _role_labels(grid, article.marked, layout.tags["roles"], ROLES), len(layout.tags["roles"])
        )
        nested = only(
            _role_labels(grid, article.marked, layout.tags["nested"], ("Source", "Cue")),
            len(layout.tags["nested"]),
        )
        # nobody annotated who speaks inside a content
        nested[sorted(frozenset().union(*(one["Content"] for one in words)))] = True
        yield Example(
            pieces=_cut(worker, article.text, places),
            tags={"roles": roles, "nested": nested},
            pointers={
                "content_cue": _pairs(words, "Content", "Cue"),
                "cue_source": _pairs(words, "Cue", "Source"),
            },
        )


def _cut(worker: Pieceworker, text: str, places: Sequence[Stretch]) -> Pieces:
    bounds = np.array(places, np.int64).reshape(-1, 2)
    return worker.cut(text, bounds[:, 0], bounds[:, 1])


def _words_by_role(grid: WordGrid, attribution: Attribution) -> dict[RoleName, Words]:
    return {role: grid.words(chain(*attribution.spans[role])) for role in ROLES}


def _role_labels(
    grid: WordGrid, attributions: Sequence[Attribution], labels: list[str], roles: Sequence[RoleName]
) -> list[int]:
    found = [0] * len(grid.starts)
    for attribution in attributions:
        for role in roles:
            for span in attribution.spans[role]:
                words = sorted(grid.words(span))
                given = bio_labels([(0, len(words), role.lower())], len(words), labels)
                for word, label in zip(words, given, strict=True):
                    found[word] = label
    return found


def _pairs(said: Sequence[Mapping[RoleName, Words]], dependent: RoleName, head: RoleName) -> np.ndarray:
    pairs = [(word, target) for one in said for word in one[dependent] for target in one[head] or [NOTHING]]
    return np.array(sorted(set(pairs)), np.int64).reshape(-1, 2)


def treebank(folder: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """Universal Dependencies English: sentence ends, parts of speech, trees. `folder` may be one file."""
    for document in read_treebank(folder):
        if document.name not in GUM_DEV:
            yield tree_example(document, layout, worker)


def tree_example(document: Treebank, layout: Layout, worker: Pieceworker) -> Example:
    trees, edges, heads = document.trees, document.edges(), document.heads()
    ends = np.zeros(len(heads), np.int64)
    ends[[last - 1 for last in edges[1:]]] = 1
    upos, deprels = layout.tags["upos"], layout.relations["deprel"]
    tags = [upos.index(tag) if tag in upos else -1 for tree in trees for tag in tree.upos]
    return Example(
        pieces=_cut(worker, document.text, [place for tree in trees for place in split_words(tree)]),
        tags={"sentence_end": only(list(ends), 2), "upos": only(tags, len(upos))},
        pointers={"deprel": np.stack([np.arange(len(heads)), np.array(heads)], 1)},
        relations={"deprel": np.array([_relation(name, deprels) for tree in trees for name in tree.deprels])},
        sentences=np.repeat(np.arange(len(trees)), np.diff(edges)),
    )


def _relation(name: str, known: list[str]) -> int:
    for candidate in (name, name.partition(":")[0]):
        if candidate in known:
            return known.index(candidate)
    return -1


def named_entities(path: Path, layout: Layout, worker: Pieceworker, *, head: str) -> Iterator[Example]:
    """Two-column CoNLL, a few sentences at a time."""
    sentences = list(_columns(path))
    for begin in range(0, len(sentences), 8):
        text, spans = _join(sentences[begin : begin + 8])
        words = find_words(text)
        kept = [
            (inside[0], inside[-1] + 1, kind)
            for first, last, kind in spans
            if (inside := [i for i, (s, e) in enumerate(words) if s < last and first < e])
        ]
        labels = layout.tags[head]
        yield Example(
            pieces=_cut(worker, text, words),
            tags={head: only(bio_labels(kept, len(words), labels), len(labels))},
        )


def _columns(path: Path) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        parts = line.split()
        if len(parts) < 2 and sentence:
            yield sentence
            sentence = []
        elif len(parts) >= 2 and parts[0] != "-DOCSTART-":
            sentence.append((parts[0], parts[-1]))


_GLUED_BEFORE = re.compile(r"[.,;:!?)\]%’”]|['’](?:s|re|ve|ll|d|m)|n['’]t|''")
_GLUED_AFTER = re.compile(r"[(\[$£€“‘]|``")


def _join(sentences: Sequence[list[tuple[str, str]]]) -> tuple[str, list[tuple[int, int, str]]]:
    """Words written as a newspaper would, and the half-open characters of each entity."""
    text, spans = "", []
    for sentence in sentences:
        before = "O"
        for index, (word, tag) in enumerate(sentence):
            glued = (
                not text
                or _GLUED_BEFORE.fullmatch(word)
                or (index and _GLUED_AFTER.fullmatch(sentence[index - 1][0]))
            )
            text += word if glued else f" {word}"
            if tag != "O":
                begins = tag.startswith("B-") or before == "O" or before[2:] != tag[2:]
                if begins:
                    spans.append((len(text) - len(word), len(text), tag[2:]))
                else:
                    spans[-1] = (spans[-1][0], len(text), tag[2:])
            before = tag
    return text, spans


def conflict_entities(path: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """re3d: people, organisations, places, weapons … in defence reporting."""
    return named_entities(path, layout, worker, head="entities")


def encyclopedia_names(path: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """WikiGold: people, organisations, places and other names in Wikipedia."""
    return named_entities(path, layout, worker, head="names")


CORPORA: dict[str, Loader] = {
    "polnear": polnear,
    "treebank": treebank,
    "conflict_entities": conflict_entities,
    "encyclopedia_names": encyclopedia_names,
}

"""The corpora, each as a function from a folder to examples. A new corpus is a new function in `CORPORA`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from sayso_training.conllu import Treebank, read_conllu
from sayso_training.example import NOTHING, Example, bio_labels, only
from sayso_training.network import Layout
from sayso_training.standoff import Relation, read_standoff

from sayso.encoder.pieces import Pieceworker
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
    for article in read_standoff(folder):
        words = find_words(article.text)
        starts, ends = [s for s, _ in words], [e for _, e in words]
        relations = [r.over(starts, ends) for r in article.relations]
        inside = np.zeros(len(words), np.bool_)
        for relation in relations:
            inside[relation["content"]] = True
        nested = only(
            _role_labels(article.relations, starts, ends, layout.tags["nested"], ("source", "cue")),
            len(layout.tags["nested"]),
        )
        # nobody annotated who speaks inside a content
        nested[inside] = True
        roles = layout.tags["roles"]
        yield Example(
            pieces=worker.cut(article.text, starts, ends),
            tags={
                "roles": only(
                    _role_labels(article.relations, starts, ends, roles, ("source", "cue", "content")),
                    len(roles),
                ),
                "nested": nested,
            },
            pointers={
                "content_cue": _pairs(relations, "content", "cue"),
                "cue_source": _pairs(relations, "cue", "source"),
            },
        )


def _role_labels(
    relations: Sequence[Relation], starts: list[int], ends: list[int], labels: list[str], kinds: Sequence[str]
) -> list[int]:
    found = [0] * len(starts)
    for relation in relations:
        for kind in kinds:
            for span in relation.spans[kind]:
                words = relation.words(span, starts, ends)
                if words:
                    for index, label in enumerate(bio_labels([(0, len(words), kind)], len(words), labels)):
                        found[words[index]] = label
    return found


def _pairs(relations: Sequence[dict[str, list[int]]], dependent: str, head: str) -> np.ndarray:
    pairs = [(word, target) for r in relations for word in r[dependent] for target in (r[head] or [NOTHING])]
    return np.array(sorted(set(pairs)), np.int64).reshape(-1, 2)


def treebank(folder: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """Universal Dependencies English: sentence ends, parts of speech, trees. `folder` may be one file."""
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.conllu"))
    for path in paths:
        for document in read_conllu(path):
            if document.name not in GUM_DEV:
                yield tree_example(document, layout, worker)


def tree_example(document: Treebank, layout: Layout, worker: Pieceworker) -> Example:
    count = len(document.starts)
    ends = np.zeros(count, np.int64)
    ends[[last - 1 for last in document.sentences[1:]]] = 1
    upos, deprels = layout.tags["upos"], layout.relations["deprel"]
    return Example(
        pieces=worker.cut(document.text, document.starts, document.ends),
        tags={
            "sentence_end": only(list(ends), 2),
            "upos": only([upos.index(tag) if tag in upos else -1 for tag in document.upos], len(upos)),
        },
        pointers={"deprel": np.stack([np.arange(count), np.array(document.heads)], 1)},
        relations={"deprel": np.array([_relation(name, deprels) for name in document.deprels])},
        sentences=np.repeat(np.arange(len(document.sentences) - 1), np.diff(document.sentences)),
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
        starts, ends = [s for s, _ in words], [e for _, e in words]
        kept = [
            (inside[0], inside[-1] + 1, kind)
            for first, last, kind in spans
            if (inside := [i for i, (s, e) in enumerate(words) if s < last and first < e])
        ]
        labels = layout.tags[head]
        yield Example(
            pieces=worker.cut(text, starts, ends),
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

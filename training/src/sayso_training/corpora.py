"""The corpora, each as a function from a folder to examples. A new corpus is a new function in `CORPORA`."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from sayso_training.example import NOTHING, Example, Pair, bio_labels, only
from sayso_training.namemarks import name_tags
from sayso_training.network import Layout
from sayso_training.passages import Said, Told, read_passages

from sayso.encoder.pieces import Pieces, Pieceworker
from sayso.evaluation.brat import Attribution, read_split
from sayso.evaluation.conllu import Treebank, read_treebank, split_words
from sayso.evaluation.muc import split_texts
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
    names = name_tags(trees, layout.tags["entities"])
    return Example(
        pieces=_cut(worker, document.text, [place for tree in trees for place in split_words(tree)]),
        tags={"sentence_end": only(list(ends), 2), "upos": only(tags, len(upos))}
        | ({} if names is None else {"entities": names}),
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


_AS_ENTITY = {"PER": "Person", "ORG": "Organisation", "LOC": "Location"}


def encyclopedia_entities(path: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """WikiGold again, for the kinds of entities that it tells apart; the others are left open."""
    names, labels = layout.tags["names"], layout.tags["entities"]
    named = np.array([label[2:] in _AS_ENTITY.values() for label in labels])
    allowed = np.zeros((len(names), len(labels)), np.bool_)
    for number, name in enumerate(names):
        kind = _AS_ENTITY.get(name[2:])
        allowed[number] = ~named if name == "O" else True
        if kind is not None:
            allowed[number] = np.array([label == f"{name[:2]}{kind}" for label in labels])
    for example in encyclopedia_names(path, layout, worker):
        yield replace(example, tags={"entities": allowed[example.tags["names"].argmax(1)]})


def encyclopedia_names(path: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """WikiGold: people, organisations, places and other names in Wikipedia."""
    return named_entities(path, layout, worker, head="names")


def written(folder: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """Passages of our own: attributions at every depth, events with who takes part, certainty."""
    for passage in read_passages(folder):
        places = find_words(passage.text)
        grid = WordGrid(passage.text, words=places)
        said = [_said_words(grid, one) for one in passage.said]
        outer = [words for words, one in zip(said, passage.said, strict=True) if one.parent is None]
        told = [(sorted(grid.words([event.anchor]))[-1:], event) for event in passage.told]
        modality = np.ones((len(places), len(layout.tags["modality"])), np.bool_)
        events = [0] * len(places)
        for anchor, event in told:
            modality[anchor] = only([layout.tags["modality"].index(event.modality)], modality.shape[1])
            for word in anchor:
                events[word] = layout.tags["events"].index(event.type)
        yield Example(
            pieces=_cut(worker, passage.text, places),
            tags={
                "roles": _said_tags(outer, len(places), layout.tags["roles"], ROLES),
                "nested": _said_tags(said, len(places), layout.tags["nested"], ("Source", "Cue")),
                "events": only(events, len(layout.tags["events"])),
                "modality": modality,
            },
            pointers={
                "content_cue": _pairs(outer, "Content", "Cue"),
                "cue_source": _pairs(said, "Cue", "Source"),
                "actor": _takers(grid, [(a, event.actors) for a, event in told]),
                "recipient": _takers(grid, [(a, event.recipients) for a, event in told]),
            },
            scores={"factuality": _values(grid, passage.facts)},
            pairs={"event_type": [_pair(grid, event, layout) for event in passage.told if event.actors]},
        )


def _pair(grid: WordGrid, event: Told, layout: Layout) -> Pair:
    first, second = (
        np.array(sorted(grid.words(spans)), np.int64) for spans in (event.actors, event.recipients)
    )
    return Pair(first, second, np.isin(layout.relations["event_type"], [event.type]))


def _said_words(grid: WordGrid, one: Said) -> dict[RoleName, Words]:
    source = [one.source] if one.source else []
    return {"Source": grid.words(source), "Cue": grid.words(one.cue), "Content": grid.words(one.content)}


def _said_tags(
    said: Sequence[Mapping[RoleName, Words]], words: int, labels: list[str], roles: Sequence[RoleName]
) -> np.ndarray:
    found = [0] * words
    for one in said:
        for role in roles:
            for first, last in _runs(one[role]):
                for word in range(first, last):
                    found[word] = labels.index(f"{'B' if word == first else 'I'}-{role.lower()}")
    return only(found, len(labels))


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    ordered = sorted(words)
    begin = 0
    for at in range(1, len(ordered) + 1):
        if at == len(ordered) or ordered[at] != ordered[at - 1] + 1:
            yield ordered[begin], ordered[at - 1] + 1
            begin = at


def _takers(grid: WordGrid, events: Sequence[tuple[list[int], Sequence[Stretch]]]) -> np.ndarray:
    """From each anchor to the words of those who take part."""
    pairs = [
        (word, target)
        for anchor, spans in events
        for word in anchor
        for target in grid.words(spans) or [NOTHING]
    ]
    return np.array(sorted(set(pairs)), np.int64).reshape(-1, 2)


def _values(grid: WordGrid, facts: Sequence[tuple[Stretch, float]]) -> np.ndarray:
    values = np.full(len(grid.starts), np.nan, np.float32)
    for place, value in facts:
        values[sorted(grid.words([place]))[-1:]] = value
    return values


def coded_pairs(path: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """PLV: what a source is said to do to a target, by PLOVER's types; YIELD is CONCEDE or RETREAT."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            places = find_words(row["sentence"])
            grid = WordGrid(row["sentence"], words=places)
            phrases = [grid.words(_stretch(row["marked_sentence"], mark)) for mark in "st"]
            labels = layout.relations["event_type"]
            roots = ("CONCEDE", "RETREAT") if row["gold_root"] == "YIELD" else (row["gold_root"],)
            first, second = (np.array(sorted(words), np.int64) for words in phrases)
            yield Example(
                pieces=_cut(worker, row["sentence"], places),
                pairs={"event_type": [Pair(first, second, np.isin(labels, roots))]},
            )


_MARK = re.compile(r"</?[st]>")


def _stretch(marked: str, mark: str) -> list[Stretch]:
    """The characters between `<s>` and `</s>` in the sentence without its marks; [] where there are none."""
    begin, end = marked.find(f"<{mark}>"), marked.find(f"</{mark}>")
    if min(begin, end) < 0:
        return []
    first = len(_MARK.sub("", marked[:begin]))
    return [(first, first + len(_MARK.sub("", marked[begin + 3 : end])))]


def certainties(path: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """UW, MEANTIME or UDS-IH2 in the layout of Stanovsky et al. (2017): event words from -3 to 3."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = _join([[(token, "O") for token in row["text"].split()]])
        del spans
        tokens = _token_places(text, row["text"].split())
        words = find_words(text)
        grid = WordGrid(text, words=words)
        facts = [
            ((tokens[target["span1"][0]][0], tokens[target["span1"][1] - 1][1]), float(target["label"]))
            for target in row["targets"]
        ]
        yield Example(pieces=_cut(worker, text, words), scores={"factuality": _values(grid, facts)})


def _token_places(text: str, tokens: Sequence[str]) -> list[Stretch]:
    places, at = [], 0
    for token in tokens:
        at = text.index(token, at)
        places.append((at, at + len(token)))
        at += len(token)
    return places


def unread(path: Path, layout: Layout, worker: Pieceworker) -> Iterator[Example]:
    """Texts of which nothing is known: a table or JSON lines with a `text`, XML with `<text>`, MUC's stories.

    News from which passages were annotated for development is left out.
    """
    for text in _texts(path):
        yield Example(pieces=_cut(worker, text, find_words(text)))


def _texts(path: Path) -> Iterator[str]:
    if path.is_dir():
        for file in sorted(path.glob("dev-muc*")):
            yield from (text for _, text in split_texts(file.read_text(encoding="latin-1")))
    elif path.suffix == ".xml":
        yield from ("".join(one.itertext()).strip() for one in ElementTree.parse(path).iter("text"))
    elif path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row["text"] for row in csv.DictReader(file))
    else:
        annotated = json.loads((path.parent.parent / "conflict_news/gold.json").read_text(encoding="utf-8"))
        kept_back = {one["doc"] for one in annotated}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if number not in kept_back:
                yield json.loads(line)["text"]


CORPORA: dict[str, Loader] = {
    "polnear": polnear,
    "treebank": treebank,
    "conflict_entities": conflict_entities,
    "encyclopedia_names": encyclopedia_names,
    "encyclopedia_entities": encyclopedia_entities,
    "written": written,
    "coded_pairs": coded_pairs,
    "certainties": certainties,
    "unread": unread,
}

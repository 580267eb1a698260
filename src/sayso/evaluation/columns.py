"""Entity corpora with one word a line: CoNLL (word … tag) and Universal NER's IOB2 (number word tag …)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.errors import CorpusError
from sayso.evaluation.wordsets import Stretch
from sayso.text.normalise import normalise

TAG = re.compile(r"O|[BI]-\S+")
NEW_DOCUMENT = re.compile(r"# newdoc|-DOCSTART-")
# Where a corpus marks no documents, so many sentences together count as one.
SENTENCES_A_DOCUMENT = 10
# Corpora part every word by a space; newspapers do not.
GLUED_BEFORE = re.compile(r"[.,;:!?)\]%’”]|['’](?:s|re|ve|ll|d|m)|n['’]t|''")
GLUED_AFTER = re.compile(r"[(\[$£€“‘]|``")

Sentence = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One document.

    Attributes:
        text: its words set as a newspaper would.
        words: half-open characters of each word.
        entities: (first word, one past the last word, type).
    """

    text: str
    words: tuple[Stretch, ...]
    entities: frozenset[tuple[int, int, str]]


def read_columns(path: Path) -> list[Tagged]:
    """The documents of a file; raises CorpusError where it does not have a tag on each line."""
    documents = [list(_sentences(lines)) for lines in _documents(path)]
    if len(documents) == 1:
        documents = [
            documents[0][first : first + SENTENCES_A_DOCUMENT]
            for first in range(0, len(documents[0]), SENTENCES_A_DOCUMENT)
        ]
    tagged = [_tagged(sentences) for sentences in documents if sentences]
    if not any(document.entities for document in tagged):
        raise CorpusError(
            f"{path} tags no entity: give a file with a word and its tag (B-Person, O) on each line"
        )
    return tagged


def _documents(path: Path) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if NEW_DOCUMENT.match(line):
            yield lines
            lines = []
        elif not line.startswith("# "):
            lines.append(line)
    yield lines


def _sentences(lines: Sequence[str]) -> Iterator[Sentence]:
    sentence: Sentence = []
    for line in [*lines, ""]:
        fields = line.split()
        if len(fields) > 1:
            sentence.append(_word(fields))
        elif not fields and sentence:
            yield sentence
            sentence = []


def _word(fields: Sequence[str]) -> tuple[str, str]:
    """(word, tag); a line that has no tag where one is expected is outside of every entity."""
    numbered = len(fields) > 2 and fields[0].isdigit() and TAG.fullmatch(fields[2])
    word, tag = (fields[1], fields[2]) if numbered else (fields[0], fields[-1])
    return normalise(word).text or "?", tag if TAG.fullmatch(tag) else "O"


def _tagged(sentences: Sequence[Sentence]) -> Tagged:
    text = ""
    words: list[Stretch] = []
    found: set[tuple[int, int, str]] = set()
    for sentence in sentences:
        base = len(words)
        found |= {
            (base + first, base + last, kind) for first, last, kind in entities([t for _, t in sentence])
        }
        before = ""
        for word, _ in sentence:
            text += "" if not text or _glued(before, word) else " "
            words.append((len(text), len(text) + len(word)))
            text += word
            before = word
    return Tagged(text, tuple(words), frozenset(found))


def _glued(before: str, word: str) -> bool:
    """No space stands between the two; a sentence's first word has none before it."""
    return bool(before and (GLUED_BEFORE.fullmatch(word) or GLUED_AFTER.fullmatch(before)))


def entities(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, one past the last, type) of each entity in the IOB1 or IOB2 tags of one sentence."""
    first, kind = 0, ""
    for n, tag in enumerate([*tags, "O"]):
        mark, _, here = tag.partition("-")
        if kind and (mark != "I" or here != kind):
            yield first, n, kind
            kind = ""
        if here and not kind:
            first, kind = n, here

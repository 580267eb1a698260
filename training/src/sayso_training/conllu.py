"""Read CoNLL-U: text, words, sentences and trees of each document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Treebank:
    """One document of a treebank.

    Attributes:
        name: the document's id.
        text: rebuilt from the words and `SpaceAfter`, a blank line before each paragraph.
        starts, ends: (words,) half-open characters.
        upos, deprels: (words,).
        heads: (words,) index of the head in the document, -1 for a root.
        sentences: (sentences + 1,) first word of each, and the number of words.
    """

    name: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=lambda: [0])


def read_conllu(path: Path) -> Iterator[Treebank]:
    """The documents of a file, in its order; a file without `# newdoc` is one document."""
    document = Treebank(path.stem)
    sentence: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            if document.starts:
                yield document
            document = Treebank(line.partition("=")[2].strip() or path.stem)
        elif line.startswith("# newpar") and document.text:
            document.text = document.text.rstrip() + "\n\n"
        elif line and not line.startswith("#"):
            sentence.append(line.split("\t"))
        elif not line and sentence:
            _add(document, sentence)
            sentence = []
    if document.starts:
        yield document


def _add(document: Treebank, rows: list[list[str]]) -> None:
    base = len(document.starts)
    joined: dict[int, list[str]] = {}
    for row in rows:
        if "-" in row[0]:
            first, _, last = row[0].partition("-")
            joined.update(dict.fromkeys(range(int(first), int(last) + 1), row))
    for row in rows:
        if "-" in row[0] or "." in row[0]:
            continue
        number = int(row[0])
        start = len(document.text)
        document.text += row[1]
        document.starts.append(start)
        document.ends.append(len(document.text))
        document.upos.append(row[3])
        document.deprels.append(row[7])
        document.heads.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
        inside = number + 1 in joined and joined.get(number) is joined[number + 1]
        if not inside and "SpaceAfter=No" not in joined.get(number, row)[9]:
            document.text += " "
    document.sentences.append(len(document.starts))

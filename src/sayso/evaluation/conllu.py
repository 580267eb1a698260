"""CoNLL-U documents: the text rebuilt from the words, and the trees over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from sayso.evaluation.errors import CorpusError
from sayso.evaluation.wordsets import Stretch
from sayso.text.normalise import normalise

ID, FORM, UPOS, HEAD, DEPREL, MISC = 0, 1, 3, 6, 7, 9
COLUMNS = 10
PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence of a document.

    Attributes:
        words: half-open characters of each word in the document's text; the words of one
            multi-word token ("don't") share its characters.
        multiword: for each word, whether it shares them.
        forms, upos, deprels: (words,).
        heads: (words,) index of the head within the sentence, -1 for the root.
        misc: (words,) what the last column tells.
    """

    words: tuple[Stretch, ...]
    multiword: tuple[bool, ...]
    forms: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    misc: tuple[str, ...] = ()


@dataclass(slots=True)
class Treebank:
    """One document.

    Attributes:
        name: from `# newdoc id`.
        text: the words with the spaces between them, an empty line before each new paragraph.
        trees: its sentences, in order.
    """

    name: str
    text: str = ""
    trees: list[Tree] = field(default_factory=list)

    def edges(self) -> list[int]:
        """(sentences + 1,) index of each sentence's first word in the document, and the number of words."""
        return [0, *accumulate(len(tree.words) for tree in self.trees)]

    def heads(self) -> list[int]:
        """(words,) index of each word's head in the document, -1 for a root."""
        based = zip(self.trees, self.edges(), strict=False)
        return [head + base if head >= 0 else -1 for tree, base in based for head in tree.heads]


def read_treebank(path: Path) -> list[Treebank]:
    """The documents of a file, or of every .conllu file of a folder.

    Raises CorpusError where there is nothing in CoNLL-U.
    """
    files = sorted(path.glob("*.conllu")) if path.is_dir() else [path]
    documents = [document for file in files for document in _documents(file)]
    if not any(document.trees for document in documents):
        raise CorpusError(f"{path} holds no sentence in CoNLL-U: give a .conllu file or a folder of them")
    return [document for document in documents if document.trees]


def _documents(file: Path) -> Iterator[Treebank]:
    document = Treebank(file.stem)
    rows: list[list[str]] = []
    for number, line in enumerate([*file.read_text("utf-8").split("\n"), ""], 1):
        if line.startswith("# newdoc"):
            yield document
            document = Treebank(line.partition("=")[2].strip() or file.stem)
        elif line.startswith("# newpar") and document.text:
            document.text = document.text.rstrip() + PARAGRAPH
        elif line.strip() and not line.startswith("#"):
            rows.append(_row(line, file, number))
        elif not line.strip() and rows:
            document.trees.append(_tree(document, rows))
            rows = []
    yield document


def split_words(tree: Tree) -> Iterator[Stretch]:
    """A place of its own for each word: those of a multi-word token share its characters out."""
    words = list(zip(tree.words, tree.forms, strict=True))
    position = 0
    for n, ((start, end), form) in enumerate(words):
        if n == 0 or tree.words[n - 1] != (start, end):
            position = start
        last = n + 1 == len(words) or tree.words[n + 1] != (start, end)
        stop = end if last else min(end, position + len(form))
        yield position, stop
        position = stop


def _row(line: str, file: Path, number: int) -> list[str]:
    row = line.split("\t")
    if len(row) != COLUMNS:
        raise CorpusError(f"{file}, line {number}: {len(row)} columns where CoNLL-U has {COLUMNS}")
    return row


def _tree(document: Treebank, rows: list[list[str]]) -> Tree:
    """The sentence of these rows; its words are written at the end of the document's text."""
    joined = {number: row for row in rows if "-" in row[ID] for number in _range(row[ID])}
    words = [row for row in rows if row[ID].isdigit()]
    places: list[Stretch] = []
    for row in words:
        number = int(row[ID])
        token = joined.get(number, row)
        if number > 1 and joined.get(number - 1) is token:
            places.append(places[-1])
        else:
            places.append(_write(document, token))
    return Tree(
        words=tuple(places),
        multiword=tuple(int(row[ID]) in joined for row in words),
        forms=tuple(normalise(row[FORM]).text for row in words),
        upos=tuple(row[UPOS] for row in words),
        heads=tuple(int(row[HEAD]) - 1 for row in words),
        deprels=tuple(row[DEPREL] for row in words),
        misc=tuple(row[MISC] for row in words),
    )


def _range(numbers: str) -> range:
    first, _, last = numbers.partition("-")
    return range(int(first), int(last) + 1)


def _write(document: Treebank, token: list[str]) -> Stretch:
    # Stored texts are normalised, and a normalised text is not changed again: offsets agree.
    start = len(document.text)
    document.text += normalise(token[FORM]).text
    end = len(document.text)
    document.text += "" if "SpaceAfter=No" in token[MISC].split("|") else " "
    return start, end

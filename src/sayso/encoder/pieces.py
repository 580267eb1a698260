"""Words to the integers the encoder reads: pieces, letter case, line breaks, quotation.

The vocabulary is uncased, so each word's case goes in beside it; so do the break before it and
whether it stands between quotation marks, which a window cut out of a long quotation cannot show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.wordpiece import WordPiece

Ints = NDArray[np.int64]

CASES = ("none", "lower", "initial", "single", "upper", "mixed", "digit", "symbol")
BREAKS = ("glued", "space", "line", "paragraph")  # a single line feed is read as one of its neighbours
QUOTATION = ("outside", "inside", "opening", "closing")

# A web address says nothing after its first pieces.
MAX_PIECES_A_WORD = 8
_OPENING = {"“", "``"}
_MARKS = {*_OPENING, "”", "''", "’’", '"'}
_FINAL = frozenset('.!?:;”"’)')
_WRAPPED_LINE = 45  # characters
_LINE_FEED = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words of one text, ready to be cut into windows.

    Attributes:
        ids: (pieces,) vocabulary entries of all words, one after the other.
        first: (words + 1,) index of each word's first piece, and the number of pieces.
        case, breaks, quotation: (words,) index into `CASES`, `BREAKS`, `QUOTATION`.
    """

    ids: Ints
    first: Ints
    case: Ints
    breaks: Ints
    quotation: Ints

    def __len__(self) -> int:
        return len(self.case)

    def part(self, first: int, last: int) -> Pieces:
        """The words `first` to `last` (half-open) by themselves."""
        begin, end = int(self.first[first]), int(self.first[last])
        words = slice(first, last)
        return Pieces(
            ids=self.ids[begin:end],
            first=self.first[first : last + 1] - begin,
            case=self.case[words],
            breaks=self.breaks[words],
            quotation=self.quotation[words],
        )


class Pieceworker:
    """Looks words up in the vocabulary; remembers those it has seen, up to a bound."""

    def __init__(self, vocabulary: WordPiece, *, remember: int = 100_000) -> None:
        self._vocabulary = vocabulary
        self._remember = remember
        self._seen: dict[str, tuple[list[int], int]] = {}

    def cut(self, text: str, starts: Ints, ends: Ints) -> Pieces:
        """The pieces of the words `text[start:end]`; starts and ends are (words,)."""
        words = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        breaks = _breaks(text, starts, ends)
        self._learn(words)
        found = [self._seen[word] for word in words]
        lengths = np.fromiter((len(ids) for ids, _ in found), np.int64, len(found))
        return Pieces(
            ids=np.fromiter((id for ids, _ in found for id in ids), np.int64, int(lengths.sum())),
            first=np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
            case=np.fromiter((case for _, case in found), np.int64, len(found)),
            breaks=breaks,
            quotation=_quotation(words, breaks),
        )

    def _learn(self, words: list[str]) -> None:
        if len(self._seen) > self._remember:
            self._seen.clear()
        for word in words:
            if word not in self._seen:
                pieces = self._vocabulary.pieces(word)[:MAX_PIECES_A_WORD]
                self._seen[word] = (pieces or [self._vocabulary.unknown], case_of(word))


def case_of(word: str) -> int:
    """Index into `CASES` of how a word is written."""
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) > 1 else 3
    if word[:1].isupper() and word[1:].islower():
        return 2
    if any(letter.isdigit() for letter in word):
        return 6
    return 5 if any(letter.isalpha() for letter in word) else 7


def _breaks(text: str, starts: Ints, ends: Ints) -> Ints:
    """What stands before each word, as an index into `BREAKS`."""
    breaks = np.full(len(starts), BREAKS.index("paragraph"), np.int64)
    if len(starts) > 1:
        breaks[1:] = np.where(starts[1:] == ends[:-1], BREAKS.index("glued"), BREAKS.index("space"))
        for word, lines in line_breaks(text, starts, ends):
            if lines > 1 or _ends_paragraph(text, int(ends[word - 1])):
                breaks[word] = BREAKS.index("paragraph")
    return breaks


def line_breaks(text: str, starts: Ints, ends: Ints) -> list[tuple[int, int]]:
    """The words before which a line ends, each with how many line feeds stand there."""
    feeds = np.fromiter((match.start() for match in _LINE_FEED.finditer(text)), np.int64)
    words, counts = np.unique(np.searchsorted(starts, feeds), return_counts=True)
    return [(int(w), int(n)) for w, n in zip(words, counts, strict=True) if 0 < w < len(starts)]


def _ends_paragraph(text: str, end: int) -> bool:
    """Whether a single line feed after `end` ends a paragraph rather than wraps one.

    Wire copy and e-mail wrap at 60 to 80 characters; a headline, a byline or a list item is shorter,
    and a line that closes a sentence closes something either way.
    """
    return text[end - 1] in _FINAL or end - (text.rfind("\n", 0, end) + 1) < _WRAPPED_LINE


def _quotation(words: list[str], breaks: Ints) -> Ints:
    """Inside or outside, by the marks alone; a paragraph's end closes what was left open."""
    states = np.zeros(len(words), np.int64)
    opened: int | None = None
    marks = {index for index, word in enumerate(words) if word in _MARKS}
    paragraphs = set(np.flatnonzero(breaks == BREAKS.index("paragraph")).tolist())
    for index in sorted(marks | paragraphs):
        if opened is not None:
            states[opened + 1 : index] = QUOTATION.index("inside")
        if index in paragraphs:
            opened = None
        if index in marks:
            opens = words[index] in _OPENING or (words[index] == '"' and opened is None)
            states[index] = QUOTATION.index("opening" if opens else "closing")
            opened = index if opens else None
    if opened is not None:
        states[opened + 1 :] = QUOTATION.index("inside")
    return states

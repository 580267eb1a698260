"""Quotations in a text: where quotation marks open and close, also where they never close.

Newspapers open a quotation that runs over several paragraphs anew at each of them and close it once;
that is one quotation here. Apostrophes are told apart from single quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "angle"]
Turn = Literal["open", "close", "either"]

FAMILIES: dict[str, tuple[Family, Turn]] = {
    '"': ("double", "either"),
    "“": ("double", "open"),
    "”": ("double", "close"),
    "„": ("double", "open"),
    "‟": ("double", "open"),
    "＂": ("double", "either"),
    "'": ("single", "either"),
    "‘": ("single", "open"),
    "’": ("single", "close"),
    "‚": ("single", "open"),
    "‛": ("single", "open"),
    "«": ("angle", "open"),
    "»": ("angle", "close"),
}
# Marks, and line ends; "``" and "''" are double marks of typewriters.
SIGNS = re.compile("``|''|[\"“”„‟＂'‘’‚‛«»]|\\n\\s*")
# "the '90s", "'em": an apostrophe at the start of a word. Only these; 'to' may open a quotation.
ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n|s|re|ve|ll|d|m|t)\b", re.IGNORECASE)
SENTENCE_END = ".!?…:\"”’'»)"
PARAGRAPH_END = frozenset(".!?…’")
OPENERS_BEFORE = "([{—–-/―:;,"


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """One quoted stretch.

    Attributes:
        start: position of the opening mark.
        end: one past the closing mark; where it is missing, one past the last quoted character.
        closed: whether there is a closing mark.
        depth: 0 for a quotation of its own, 1 inside another, and so on.
    """

    start: int
    end: int
    closed: bool
    depth: int


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner; width in characters."""

    start: int
    width: int
    family: Family


@dataclass(frozen=True, slots=True)
class _Sign:
    """A mark in the text, or a line end (family None)."""

    start: int
    end: int
    family: Family | None
    turn: Turn


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of the text in the order of its opening marks; time grows with its length alone."""
    return _Reader(text).read()


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Half-open characters, marks included, of each quotation that stands in no other; sorted, disjoint."""
    return [(found.start, found.end) for found in quotations(text) if not found.depth]


class Quoted:
    """Which characters of a text stand in a quotation."""

    def __init__(self, text: str) -> None:
        self._stretches = quoted_stretches(text)

    def holds(self, position: int) -> bool:
        """Whether the character at a position does, a mark included."""
        at = bisect_right(self._stretches, position, key=lambda stretch: stretch[0]) - 1
        return at >= 0 and position < self._stretches[at][1]


def without_quotations(text: str) -> str:
    """The text with every quoted character replaced by a space; as long as before."""
    parts, position = [], 0
    for start, end in quoted_stretches(text):
        parts += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*parts, text[position:]])


class _Reader:
    """One walk over the marks of a text, with those that are still open on a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.signs = [self._sign(match) for match in SIGNS.finditer(text)]
        self.closers = _closers_left(self.signs)
        self.closed_next = self._closed_next()
        self.open: list[_Open] = []
        self.found: list[tuple[int, int, bool]] = []
        self.skip = -1

    def read(self) -> tuple[Quotation, ...]:
        for at, sign in enumerate(self.signs):
            if sign.start < self.skip:
                continue
            if sign.family is None:
                self._line_end(at, sign)
            else:
                self._mark(at, sign, sign.family)
        self._drop(0, len(self.text))
        return tuple(_with_depths(sorted(self.found)))

    def _sign(self, match: re.Match[str]) -> _Sign:
        start, end = match.span()
        mark = match.group()
        if mark[0] == "\n":
            return _Sign(start, end, None, "either")
        if len(mark) == 2:
            return _Sign(start, end, "double", "open" if mark == "``" else "either")
        family, turn = FAMILIES[mark]
        return _Sign(start, end, family, self._turn(start, end, family, turn))

    def _turn(self, start: int, end: int, family: Family, turn: Turn) -> Turn:
        """Which way a mark faces; what stands around it beats a mark of the wrong hand."""
        before = self.text[start - 1 : start]
        after = self.text[end : end + 1]
        free_before = not before or before.isspace() or before in OPENERS_BEFORE
        free_after = not after or after.isspace()
        if free_before and not free_after and turn != "open":
            return "open" if turn == "close" or before not in OPENERS_BEFORE[-2:] else "either"
        if free_after and before and not before.isspace():
            return "close"
        if family == "single" and before.isalnum():
            return "close"
        return turn

    def _mark(self, at: int, sign: _Sign, family: Family) -> None:
        if family == "single" and self._is_apostrophe(at, sign):
            return
        inside = next((i for i in range(len(self.open) - 1, -1, -1) if self.open[i].family == family), None)
        if inside is None:
            if sign.turn != "close" and self._may_open(at, sign, family):
                self.open.append(_Open(sign.start, sign.end - sign.start, family))
        elif sign.turn == "open":
            if not self._goes_on(sign):
                self._reopen(inside, sign, family)
        else:
            self._close(inside, sign)

    def _is_apostrophe(self, at: int, sign: _Sign) -> bool:
        before = self.text[sign.start - 1 : sign.start]
        after = self.text[sign.end : sign.end + 1]
        if before.isalnum() and after.isalnum():
            return True
        if not before.isalnum() and ELISION.match(self.text, sign.end):
            return True
        # "the families' homes": more closing marks follow, and the sentence goes on.
        owned = before in "sS" and after == " " and self.text[sign.end + 1 : sign.end + 2].islower()
        return owned and bool(before) and self.closers[at] > 1

    def _may_open(self, at: int, sign: _Sign, family: Family) -> bool:
        """A single mark opens only before a partner in its paragraph; 5'10" opens nothing."""
        if sign.end >= len(self.text):
            return False
        if family == "single":
            before = self.text[sign.start - 1 : sign.start]
            return not before.isalnum() and self.closers[at] > 0
        return sign.turn == "open" or not self.text[sign.start - 1 : sign.start].isalnum()

    def _goes_on(self, sign: _Sign) -> bool:
        """Whether a mark opens the next paragraph of the same quotation, the line end being lost.

        Feeds join paragraphs with a space: “We left at dawn. “Nobody followed us.”
        """
        before = self.text[max(0, sign.start - 2) : sign.start]
        return before[1:] == " " and before[:1] in PARAGRAPH_END

    def _reopen(self, inside: int, sign: _Sign, family: Family) -> None:
        """An opening mark inside its own kind: the earlier quotation was never closed."""
        self._drop(inside, sign.start)
        self.open.append(_Open(sign.start, sign.end - sign.start, family))

    def _close(self, inside: int, sign: _Sign) -> None:
        self._drop(inside + 1, sign.start)
        opened = self.open.pop()
        self.found.append((opened.start, sign.end, True))

    def _drop(self, depth: int, end: int) -> None:
        """Ends what is open from `depth` on, unclosed; a single mark without partner was none."""
        while len(self.open) > depth:
            opened = self.open.pop()
            stop = len(self.text[opened.start : end].rstrip()) + opened.start
            if opened.family != "single" and stop > opened.start + opened.width:
                self.found.append((opened.start, stop, False))

    def _line_end(self, number: int, sign: _Sign) -> None:
        """At a new paragraph only those quotations go on that open anew there, or that it closes."""
        if not self.open or not self._ends_paragraph(sign):
            return
        at, kept = sign.end, 0
        while kept < len(self.open) and self._opens_again(self.open[kept], at):
            at, kept = at + self.open[kept].width, kept + 1
        if not kept and self.open[0].family == self.closed_next[number]:
            kept = 1
        self.skip = at
        self._drop(kept, sign.start)

    def _opens_again(self, opened: _Open, at: int) -> bool:
        mark = self.text[at : at + 1]
        return mark in FAMILIES and FAMILIES[mark][0] == opened.family and FAMILIES[mark][1] != "close"

    def _ends_paragraph(self, sign: _Sign) -> bool:
        """A blank line, or a line that ends with its sentence; else the line is only wrapped."""
        again = any(self._opens_again(opened, sign.end) for opened in self.open[:1])
        return again or self._is_break(sign)

    def _is_break(self, sign: _Sign) -> bool:
        blank = self.text.count("\n", sign.start, sign.end) > 1
        return blank or self.text[sign.start - 1 : sign.start] in SENTENCE_END

    def _only_closes(self, sign: _Sign) -> bool:
        mark = self.text[sign.start]
        return sign.turn == "close" and mark in FAMILIES and FAMILIES[mark][1] == "close"

    def _closed_next(self) -> list[Family | None]:
        """For each line end, the family of the next paragraph's first mark where that mark closes.

        Such a paragraph goes on with a quotation that it does not open anew. Only ” and » tell so:
        most single marks are apostrophes, and straight ones may have been set on the wrong side.
        """
        closed: Family | None = None
        found: list[Family | None] = [None] * len(self.signs)
        for at in range(len(self.signs) - 1, -1, -1):
            sign = self.signs[at]
            if sign.family is None:
                found[at] = closed
                closed = None if self._is_break(sign) else closed
            elif sign.family != "single":
                closed = sign.family if self._only_closes(sign) else None
        return found


def _with_depths(spans: Sequence[tuple[int, int, bool]]) -> Iterator[Quotation]:
    """The quotations in the order of their starts, each with the number of those around it."""
    around: list[int] = []
    for start, end, closed in spans:
        while around and around[-1] <= start:
            around.pop()
        yield Quotation(start, end, closed, len(around))
        around.append(end)


def _closers_left(signs: Sequence[_Sign]) -> list[int]:
    """For each sign, how many single marks from it to the end of its paragraph may close."""
    left, counts = 0, [0] * len(signs)
    for at in range(len(signs) - 1, -1, -1):
        sign = signs[at]
        if sign.family is None:
            left = 0
        counts[at] = left = left + (sign.family == "single" and sign.turn != "open")
    return counts

"""Lines on pages to paragraphs: what repeats on every page goes, what the setting broke is joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from sayso.reading.article import Block

HYPHEN = "\x02"
# How many lines at the head and the foot of a page may be a running head, a page number, an address.
_EDGE_LINES = 3
# Heads of left and right pages differ: each is on every other page.
_REPEATED_SHARE = 0.4
_SAME_SIZE = 0.12
_WIDER_GAP = 1.35
_HEADING_SIZE = 1.15
_LONGEST_HEADING = 200
_SHORT_LINE = 0.6
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_DIVIDED = re.compile(rf"([\w’'-]*){HYPHEN} ?([\w’'-]*)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page.

    Attributes:
        text: its words; `HYPHEN` at its end divides a word.
        left, right: in points from the left edge.
        foot: in points from the lower edge.
        height: of its letters with their font's ascent and descent, in points.
    """

    text: str
    left: float
    right: float
    foot: float
    height: float


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the pages are set.

    Attributes:
        height: of most of the letters, in points.
        gap: between the feet of two lines of a paragraph, as a multiple of the height.
    """

    height: float
    gap: float


def blocks(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The paragraphs of pages in the order in which their lines come."""
    kept = _without_repeated(pages)
    lines = [line for page in kept for line in page]
    if not lines:
        return []
    setting = _setting(kept)
    whole = "\n".join(line.text for line in lines)
    return [_block(paragraph, setting, whole) for paragraph in _paragraphs(kept, setting)]


def _without_repeated(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without running heads and feet: lines at their edges that are the same on many of them."""
    edges = [(*_head(page), *_head(page, below=True)) for page in pages]
    seen: dict[str, list[Line]] = defaultdict(list)
    for edge in edges:
        for words, line in {_masked(line): line for line in edge}.items():
            seen[words].append(line)
    least = max(2.0, _REPEATED_SHARE * len(pages))

    def repeated(line: Line) -> bool:
        # The headline of the first page may be the running head of the others, in small letters.
        alike = (other for other in seen[_masked(line)] if _same_size(other.height, line.height))
        return sum(abs(other.foot - line.foot) < line.height for other in alike) >= least

    gone = [
        {*takewhile(repeated, _head(page)), *takewhile(repeated, _head(page, below=True))} for page in pages
    ]
    return [[line for line in page if line not in out] for page, out in zip(pages, gone, strict=True)]


def _head(page: Sequence[Line], *, below: bool = False) -> list[Line]:
    """The lines at the upper edge, or the lower one, from the edge inwards."""
    return sorted(page, key=lambda line: line.foot, reverse=not below)[:_EDGE_LINES]


def _masked(line: Line) -> str:
    """The words of a line with the figures taken out: what pages have in common."""
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))


def _setting(pages: Sequence[Sequence[Line]]) -> _Setting:
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page:
            letters[round(line.height, 1)] += len(line.text)
    gaps = sorted(gap for page in pages for a, b in pairwise(page) if 0 < (gap := _gap(a, b)) < 3)
    # Where paragraphs have two lines, every other gap is one between paragraphs.
    return _Setting(letters.most_common(1)[0][0], gaps[len(gaps) // 4] if gaps else 1.0)


def _gap(above: Line, below: Line) -> float:
    return (above.foot - below.foot) / max(above.height, below.height, 0.1)


def _paragraphs(pages: Sequence[Sequence[Line]], setting: _Setting) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for page in pages:
        edges = _right_edges(page)
        for line in page:
            if paragraph and _begins(paragraph[-1], line, edges, setting):
                yield paragraph
                paragraph = []
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _right_edges(page: Sequence[Line]) -> dict[int, float]:
    """How far the lines reach that begin at about the same place: the right edge of a column."""
    edges: dict[int, float] = {}
    for line in page:
        edges[_place(line)] = max(edges.get(_place(line), 0.0), line.right)
    return edges


def _place(line: Line) -> int:
    return round(line.left / 36)


def _begins(last: Line, line: Line, edges: dict[int, float], setting: _Setting) -> bool:
    """Whether a paragraph begins with `line`, which comes after `last`."""
    if not _same_size(last.height, line.height):
        return True
    if last.text.endswith(HYPHEN):
        return False
    ended = _SENTENCE_END.search(last.text.rstrip()) is not None
    gap = _gap(last, line)
    if gap <= 0.2:  # the head of the next column, or of the next page
        return ended and not line.text[:1].islower()
    if gap > _WIDER_GAP * setting.gap:
        return True
    edge = max(edges.get(_place(last), last.right), last.right)
    if ended:
        return line.left > last.left + 0.8 * line.height or last.right + _first_word(line) < edge
    return last.right - last.left < _SHORT_LINE * (edge - last.left) and not line.text[:1].islower()


def _first_word(line: Line) -> float:
    """How many points the first word of a line would take with a space before it."""
    word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    return (len(word) + 2) * (line.right - line.left) / max(len(line.text), 1)


def _same_size(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_SIZE * max(one, other)


def _block(paragraph: Sequence[Line], setting: _Setting, whole: str) -> Block:
    text = _joined(" ".join(line.text.strip(" ") for line in paragraph), whole)
    large = paragraph[0].height >= _HEADING_SIZE * setting.height
    heading = large and len(text) <= _LONGEST_HEADING and not text.endswith(".")
    return Block(text, heading=heading)


def _joined(text: str, whole: str) -> str:
    """The text with the words put together again that a line end divided.

    The hyphen stays before a capital or a figure ("Anglo-American"), and where the same word
    stands with one elsewhere ("long-term").
    """

    def word(match: re.Match[str]) -> str:
        before, after = match.groups()
        compound = f"{before}-{after}"
        own = not after[:1].islower() or (before and compound in whole)
        return compound if own else before + after

    return _DIVIDED.sub(word, text)

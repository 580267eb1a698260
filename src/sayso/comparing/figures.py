"""Numbers in a claim and what each of them counts, so that "nine dead" and "14 people were killed" differ.

A number says something about another one only where both count the same: people killed, jobs, percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.times import time_words
from sayso.text.folding import fold

Bound = float | None

_PIECE = re.compile(
    r"(?<![\w.])(?P<figures>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?P<part>\.\d{1,4})?(?P<scale>m|bn|k)?(?![\w]|\.\d)"
    r"|(?P<word>[^\W_]+)|(?P<percent>%)|(?P<stop>[.;:!?…,—–])"
)
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "k": 1_000, "m": 1_000_000, "bn": 1_000_000_000,
}  # fmt: skip
_PART = {"a": 1.0, "half": 0.5}
# "Dozens" says at least two dozen and leaves the rest open.
_VAGUE = {"dozens": 24, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
# What became of people, whatever the word.
HARMS: dict[str, str] = {
    **dict.fromkeys("kill kills killed killing dead death deaths die dies died dying slain fatalities".split(), "killed"),
    **dict.fromkeys("injure injured injuring injuries wound wounds wounded wounding hurt".split(), "injured"),
    **dict.fromkeys("arrest arrests arrested arresting detain detained detaining detentions".split(), "arrested"),
}  # fmt: skip
_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|upwards? of|minimum of)(?: the)?$"
)
_MOST = re.compile(
    r"\b(?:up to|at most|as many as|no more than|fewer than|less than|nearly|almost|under|below)$"
)
_BOUNDING = frozenset(
    "at least more than over up to about around some nearly almost as many no fewer".split()
)
# Between a number and the word that tells what became of those it counts: "nine people had reportedly been".
_REACH = 7
_PLAIN = frozenset(
    "a an the of in on at to by for from with and or its his her their our other others were was are is be"
    " been had has have more than as".split()
)
# "More than a dozen" and "14" are one number; "at least nine" and "14" are two.
_NEARLY = 1.2
_LONGEST = 4  # words to the noun that a number counts: "40 brand new buses"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something.

    Attributes:
        low, high: its bounds, None where that side is open.
        value: the number itself.
        unit: what it counts: what became of people, or the noun behind it.
        vague: whether it is a word like "dozens".
        start, end: half-open characters of the number.
    """

    low: Bound
    high: Bound
    value: float
    unit: str
    vague: bool
    start: int
    end: int

    def repeats(self, other: Figure) -> bool:
        """Whether it is the same number told again: "at least nine" and "nine", "dozens" and "40"."""
        least, most = sorted((self.value, other.value))
        return self.agrees(other) and (self.vague or other.vague or most <= _NEARLY * least)

    def agrees(self, other: Figure) -> bool:
        """Whether one number can be meant by both."""
        floor = max(self.low or 0, other.low or 0)
        return (self.high is None or floor <= self.high) and (other.high is None or floor <= other.high)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a number or a mark; value is that of a number."""

    text: str
    start: int
    end: int
    value: float | None = None

    @property
    def is_word(self) -> bool:
        return self.value is None and (self.text[0].isalnum() or self.text == "%")


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of a text that count something, in their order; dates and years count nothing."""
    pieces = _joined(list(_pieces(text)))
    found = (_figure(pieces, at) for at, piece in enumerate(pieces) if piece.value is not None)
    return tuple(figure for figure in found if figure is not None)


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(text):
        folded = fold(match[0])
        if match["figures"]:
            number = float(match["figures"].replace(",", "") + (match["part"] or ""))
            yield _Piece(folded, *match.span(), number * _SCALES.get(match["scale"] or "", 1))
        else:
            yield _Piece(folded, *match.span(), _worth(folded) if match["word"] else None)


def _worth(word: str) -> float | None:
    """The value of a number in words; a scale alone has none ("million")."""
    if word in _VAGUE:
        return _VAGUE[word]
    return None if word in _SCALES else _numbers().get(word)


@cache
def _numbers() -> dict[str, float]:
    # "one" is a pronoun as often as a number
    words = {word: float(each.value) for word, each in time_words().items() if each.kind == "number"}
    return {word: value for word, value in words.items() if word != "one"}


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Numbers of several words as one: "twenty five", "two hundred", "40 million"."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        scale = _SCALES.get(piece.text)
        if scale is not None and last is not None and (last.value is not None or last.text in _PART):
            half = len(joined) > 1 and last.text == "a" and joined[-2].text == "half"
            last = joined.pop(-2) if half else last
            factor = last.value if last.value is not None else _PART[last.text]
            joined[-1] = _Piece(last.text, last.start, piece.end, factor * scale)
        elif _continues(last, piece):
            assert last is not None
            assert last.value is not None
            joined[-1] = _Piece(last.text, last.start, piece.end, last.value + (piece.value or 0))
        else:
            joined.append(piece)
    return joined


def _continues(last: _Piece | None, piece: _Piece) -> bool:
    """Whether "five" goes on with "twenty"."""
    if last is None or last.value is None or piece.value is None or piece.text[0].isdigit():
        return False
    return last.text in _numbers() and 20 <= last.value < 100 and last.value % 10 == 0 and piece.value < 10


def _figure(pieces: Sequence[_Piece], at: int) -> Figure | None:
    unit = _unit(pieces, at)
    piece = pieces[at]
    if unit is None or piece.value is None:
        return None
    low, high = _bounds(piece, " ".join(each.text for each in pieces[max(0, at - 3) : at]))
    return Figure(low, high, piece.value, unit, piece.text in _VAGUE, piece.start, piece.end)


def _bounds(piece: _Piece, before: str) -> tuple[Bound, Bound]:
    if piece.text in _VAGUE or _LEAST.search(before):
        return piece.value, None
    if _MOST.search(before):
        return None, piece.value
    return piece.value, piece.value


def _unit(pieces: Sequence[_Piece], at: int) -> str | None:
    """What a number counts; None for a date and for what no word tells."""
    around = [pieces[n].text for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
    if any(_is_calendar(text) for text in around) or _is_year(pieces, at):
        return None
    noun = _noun(pieces, at)
    if noun in ("%", "percent", "per"):
        return "%"
    if noun is not None and _measures(noun):
        return noun
    return _harm(pieces, at) or noun or _counted_before(pieces, at)


def _noun(pieces: Sequence[_Piece], at: int) -> str | None:
    """The first telling word behind a number: "600 jobs", "34 of the men"."""
    for piece in pieces[at + 1 : at + 1 + _LONGEST]:
        if not piece.is_word:
            return None
        if piece.text not in _PLAIN:
            return singular(piece.text)
    return None


def _harm(pieces: Sequence[_Piece], at: int) -> str | None:
    """What became of those who are counted, told right before the number or behind it."""
    for piece in reversed(pieces[max(0, at - 4) : at]):
        if piece.text in HARMS:
            return HARMS[piece.text]
        if piece.text not in _BOUNDING:
            break
    for piece in pieces[at + 1 : at + 1 + _REACH]:
        if piece.text in HARMS:
            return HARMS[piece.text]
        if piece.value is not None or piece.text in ".;:!?…,":
            break
    return None


def _counted_before(pieces: Sequence[_Piece], at: int) -> str | None:
    """What a number counts that ends its sentence: "the number of people killed has risen to 19"."""
    for piece in reversed(pieces[:at]):
        if piece.text in ".;!?" or piece.value is not None:
            return None
        if piece.text in HARMS or piece.text == "toll":
            return HARMS.get(piece.text, "killed")
    return None


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """A noun without the ending of its plural: "jobs", "cities", "men"."""
    if word in ("men", "women"):
        return word.replace("men", "man")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _is_calendar(word: str) -> bool:
    known = time_words().get(word)
    return known is not None and known.kind in ("month", "doubtful_month")


def _is_year(pieces: Sequence[_Piece], at: int) -> bool:
    value, text = pieces[at].value or 0, pieces[at].text
    return text.isdigit() and 1800 <= value < 2100 and at > 0 and pieces[at - 1].text in _YEAR_BEFORE


_YEAR_BEFORE = frozenset(
    ("in", "since", "by", "until", "of", "from", "before", "after", "during", "late", "early")
)


def _measures(noun: str) -> bool:
    """Whether it is a stretch of time: "30 days", "a 20-year-old"."""
    known = time_words().get(noun)
    return known is not None and known.kind in ("unit", "units")

"""Numbers in a claim and what each of them counts, so that "nine dead" and "14 people were killed" differ.

A number says something about another one only where both count the same: people killed, jobs, percent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.comparing.pieces import VAGUE, Piece, pieces
from sayso.lexicon.times import time_words

Bound = float | None

# What became of people, whatever the word.
_HARM_WORDS = {
    "killed": "kill kills killed killing dead death deaths die dies died dying slain fatalities",
    "injured": "injure injured injuring injuries wound wounds wounded wounding hurt",
    "arrested": "arrest arrests arrested arresting detain detained detaining detentions",
}
HARMS: dict[str, str] = {word: harm for harm, words in _HARM_WORDS.items() for word in words.split()}
_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|upwards? of|minimum of)(?: the)?$"
)
_MOST = re.compile(
    r"\b(?:up to|at most|as many as|no more than|fewer than|less than|nearly|almost|under|below)$"
)
_BOUNDING = frozenset(
    "at least more than over up to about around some nearly almost as many no fewer".split()
)
_YEAR_BEFORE = frozenset(
    ("in", "since", "by", "until", "of", "from", "before", "after", "during", "late", "early")
)
# Between a number and the word that tells what became of those it counts: "nine people had reportedly been".
_REACH = 7
_PLAIN = frozenset(
    "a an the of in on at to by for from with and or its his her their our other others were was are is be"
    " been had has have more than as".split()
)
# "More than a dozen" and "14" are one number; "at least nine" and "14" are two.
_NEARLY = 1.2
_FAR = 20  # words back to what became of them: "the number of people killed … has risen to 19"
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


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of a text that count something, in their order; dates and years count nothing."""
    told = pieces(text)
    found = (_figure(told, at) for at, piece in enumerate(told) if piece.value is not None)
    return tuple(figure for figure in found if figure is not None)


def _figure(told: Sequence[Piece], at: int) -> Figure | None:
    unit = _unit(told, at)
    piece = told[at]
    if unit is None or piece.value is None:
        return None
    low, high = _bounds(piece, " ".join(each.text for each in told[max(0, at - 3) : at]))
    return Figure(low, high, piece.value, unit, piece.text in VAGUE, piece.start, piece.end)


def _bounds(piece: Piece, before: str) -> tuple[Bound, Bound]:
    if piece.text in VAGUE or _LEAST.search(before):
        return piece.value, None
    if _MOST.search(before):
        return None, piece.value
    return piece.value, piece.value


def _unit(told: Sequence[Piece], at: int) -> str | None:
    """What a number counts; None for a date and for what no word tells."""
    around = [told[n].text for n in (at - 1, at + 1) if 0 <= n < len(told)]
    if any(_is_calendar(text) for text in around) or _is_year(told, at):
        return None
    noun = _noun(told, at)
    if noun in ("%", "percent", "per"):
        return "%"
    if noun is not None and _measures(noun):
        return noun
    return _harm(told, at) or noun or _counted_before(told, at)


def _noun(told: Sequence[Piece], at: int) -> str | None:
    """The first telling word behind a number: "600 jobs", "34 of the men"."""
    for piece in told[at + 1 : at + 1 + _LONGEST]:
        if not piece.is_word:
            return None
        if piece.text not in _PLAIN:
            return singular(piece.text)
    return None


def _harm(told: Sequence[Piece], at: int) -> str | None:
    """What became of those who are counted, told right before the number or behind it."""
    for piece in reversed(told[max(0, at - 4) : at]):
        if piece.text in HARMS:
            return HARMS[piece.text]
        if piece.text not in _BOUNDING:
            break
    for piece in told[at + 1 : at + 1 + _REACH]:
        if piece.text in HARMS:
            return HARMS[piece.text]
        if piece.value is not None or piece.text in ".;:!?…,":
            break
    return None


def _counted_before(told: Sequence[Piece], at: int) -> str | None:
    """What a number counts that ends its sentence: "the number of people killed has risen to 19"."""
    for piece in reversed(told[max(0, at - _FAR) : at]):
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


def _is_year(told: Sequence[Piece], at: int) -> bool:
    value, text = told[at].value or 0, told[at].text
    return text.isdigit() and 1800 <= value < 2100 and at > 0 and told[at - 1].text in _YEAR_BEFORE


def _measures(noun: str) -> bool:
    """Whether it is a stretch of time: "30 days", "a 20-year-old"."""
    known = time_words().get(noun)
    return known is not None and known.kind in ("unit", "units")

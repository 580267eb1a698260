"""A text as words, numbers and marks; numbers of several words are one: "two hundred", "40 million"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.times import time_words
from sayso.text.folding import fold

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
VAGUE = {"dozens": 24, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a number or a mark.

    Attributes:
        text: folded; of a number its first word.
        start, end: half-open characters.
        value: of a number, else None.
    """

    text: str
    start: int
    end: int
    value: float | None = None

    @property
    def is_word(self) -> bool:
        return self.value is None and (self.text[0].isalnum() or self.text == "%")


def pieces(text: str) -> list[Piece]:
    """The words, numbers and marks of a text, in their order."""
    return _joined(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    for match in _PIECE.finditer(text):
        folded = fold(match[0])
        if match["figures"]:
            number = float(match["figures"].replace(",", "") + (match["part"] or ""))
            yield Piece(folded, *match.span(), number * _SCALES.get(match["scale"] or "", 1))
        else:
            yield Piece(folded, *match.span(), _worth(folded) if match["word"] else None)


def _worth(word: str) -> float | None:
    """The value of a number in words; a scale alone has none ("million")."""
    if word in VAGUE:
        return VAGUE[word]
    return None if word in _SCALES else _numbers().get(word)


@cache
def _numbers() -> dict[str, float]:
    # "one" is a pronoun as often as a number
    words = {word: float(each.value) for word, each in time_words().items() if each.kind == "number"}
    return {word: value for word, value in words.items() if word != "one"}


def _joined(found: Iterable[Piece]) -> list[Piece]:
    """Numbers of several words as one: "twenty five", "two hundred", "40 million"."""
    joined: list[Piece] = []
    for piece in found:
        last = joined[-1] if joined else None
        scale = _SCALES.get(piece.text)
        if scale is not None and last is not None and (last.value is not None or last.text in _PART):
            half = len(joined) > 1 and last.text == "a" and joined[-2].text == "half"
            last = joined.pop(-2) if half else last
            factor = last.value if last.value is not None else _PART[last.text]
            joined[-1] = Piece(last.text, last.start, piece.end, factor * scale)
        elif _continues(last, piece):
            assert last is not None
            assert last.value is not None
            joined[-1] = Piece(last.text, last.start, piece.end, last.value + (piece.value or 0))
        else:
            joined.append(piece)
    return joined


def _continues(last: Piece | None, piece: Piece) -> bool:
    """Whether "five" goes on with "twenty"."""
    if last is None or last.value is None or piece.value is None or piece.text[0].isdigit():
        return False
    return last.text in _numbers() and 20 <= last.value < 100 and last.value % 10 == 0 and piece.value < 10

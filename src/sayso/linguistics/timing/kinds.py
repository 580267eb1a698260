"""A text as a row of word kinds, one character each, over which the grammar of times is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.times import TimeWord, time_words, word_set
from sayso.lexicon.words import plain

_NUMERAL = re.compile(r"[0-9]{1,6}")
_ORDINAL = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(?:([12][0-9])|')?([0-9])0s")
_SLASHED = re.compile(r"[0-9]{1,4}/[0-9]{1,4}(?:/[0-9]{1,4})?")
# "2018-03-03T10:00" is cut behind the hour.
_DAY_AND_HOUR = re.compile(r"([0-9]{2})t[0-9]{2}(?::[0-9]{2})*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_OTHER = TimeWord("other")
_NUMERALS = (
    "day",
    "year",
    "numeral",
    "ordinal_day",
    "rank",
    "short_decade",
    "slashed",
    "feast_head",
    "other",
)


@cache
def kind_characters() -> dict[str, str]:
    """The character that stands for each kind of word."""
    kinds = dict.fromkeys((*_NUMERALS, *(word.kind for word in time_words().values())))
    return {kind: chr(0x100 + at) for at, kind in enumerate(kinds)}


@dataclass(frozen=True, slots=True)
class CodedText:
    """The words of a text by their kinds.

    Attributes:
        text: the text that was cut.
        spans: (words,) half-open characters.
        kinds: (words,) one character each, see `kind_characters`.
        values: (words,) what each word says, "" for those that say nothing.
    """

    text: str
    spans: Sequence[tuple[int, int]]
    kinds: str
    values: tuple[int | str, ...]

    def word(self, index: int) -> str:
        """The word as printed, "" outside of the text."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]

    def plain(self, index: int) -> str:
        return plain(self.word(index))

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Half-open words of each paragraph: a date never goes over an empty line."""
        first = 0
        breaks = [match.start() for match in _PARAGRAPH.finditer(self.text)]
        for at in (*breaks, len(self.text)):
            last = first
            while last < len(self.spans) and self.spans[last][0] < at:
                last += 1
            if last > first:
                yield first, last
            first = last


def coded(text: str, spans: Sequence[tuple[int, int]]) -> CodedText:
    """What every word of a text says about time."""
    words = [time_word(text[start:end]) for start, end in spans]
    characters = kind_characters()
    return CodedText(
        text, spans, "".join(characters[word.kind] for word in words), tuple(word.value for word in words)
    )


@lru_cache(maxsize=20_000)
def time_word(word: str) -> TimeWord:
    """What a printed word says about time; of kind "other" where that is nothing."""
    lowered = plain(word)
    if word.istitle() and lowered in word_set("feast_heads"):
        return TimeWord("feast_head")
    known = time_words().get(lowered) or time_words().get(lowered.rstrip(".") or ".")
    if known is None:
        return _numeral(lowered) if any(c in "0123456789" for c in lowered) else _OTHER
    if word[0].islower() and lowered.rstrip(".") in word_set("capital_only"):
        return _OTHER
    return known


def _numeral(word: str) -> TimeWord:
    if _NUMERAL.fullmatch(word):
        return _number(word)
    if match := _ORDINAL.fullmatch(word):
        number = int(match[1])
        return TimeWord("ordinal_day" if 1 <= number <= 31 else "rank", number)
    if match := _DECADE.fullmatch(word):
        century = int(match[1] or 19)
        return TimeWord("decade" if match[1] else "short_decade", century * 100 + int(match[2]) * 10)
    if match := _DAY_AND_HOUR.fullmatch(word):
        return TimeWord("day", int(match[1]))
    return TimeWord("slashed", word) if _SLASHED.fullmatch(word) else _OTHER


def _number(digits: str) -> TimeWord:
    number = int(digits)
    if len(digits) <= 2 and 1 <= number <= 31:
        return TimeWord("day", number)
    return TimeWord("year" if len(digits) == 4 and 1000 <= number < 2200 else "numeral", number)

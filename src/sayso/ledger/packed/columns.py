"""How a field of many records is written: all its values one after the other, as a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from sayso.ledger.packed.layout import WORDS
from sayso.ledger.packed.streams import MisfitError, Reader, Writer, folded, unfolded
from sayso.schema.span import Span

_WORDS = (None, *WORDS)
_NUMBERS = {word: number for number, word in enumerate(_WORDS)}
_OWN = 512  # the first number of a word that is written out
_HASH = re.compile(r"[0-9a-f]{16}")
_DIGITS = range(4, 13)  # behind the point


class Column(Protocol):
    def write(self, values: Sequence[Any], to: Writer) -> None: ...

    def read(self, count: int, source: Reader) -> list[Any]: ...


class Whole:
    """Whole numbers, none below zero; or truth values."""

    def __init__(self, kind: type[int] = int) -> None:
        self.kind = kind

    def write(self, values: Sequence[Any], to: Writer) -> None:
        check(values, self.kind)
        to.numbers(map(int, values))

    def read(self, count: int, source: Reader) -> list[Any]:
        numbers: list[Any] = source.numbers(count)
        return numbers if self.kind is int else list(map(self.kind, numbers))


class Decimal:
    """Numbers with a point, of few digits."""

    def write(self, values: Sequence[Any], to: Writer) -> None:
        check(values, float)
        digits = next((digits for digits in _DIGITS if _fit(values, digits)), None)
        if digits is None:
            raise MisfitError(values)
        scaled = [folded(round(value * 10**digits)) for value in values]
        to.numbers((digits, *(number // 256 for number in scaled), *(number % 256 for number in scaled)))

    def read(self, count: int, source: Reader) -> list[Any]:
        (digits,) = source.numbers(1)
        if digits not in _DIGITS:
            raise ValueError(f"{digits} digits behind the point")
        scale = 10**digits
        high, low = source.numbers(count), source.numbers(count)
        return [unfolded(256 * one + other) / scale for one, other in zip(high, low, strict=True)]


class Word:
    """Words of a small number, or None.

    Args:
        choices: all that it may be; None where that is open.
    """

    def __init__(self, choices: frozenset[str] | None = None) -> None:
        self.choices = choices

    def write(self, values: Sequence[Any], to: Writer) -> None:
        if self.choices is not None and not self.choices.issuperset({*values} - {None}):
            raise MisfitError(values)
        to.numbers(_NUMBERS[value] if value in _NUMBERS else _OWN + to.word(value) for value in values)

    def read(self, count: int, source: Reader) -> list[Any]:
        own = source.words
        numbers = source.numbers(count)
        found = [_WORDS[number] if number < _OWN else own[number - _OWN] for number in numbers]
        if self.choices is not None and not self.choices.issuperset({*found} - {None}):
            raise ValueError(f"{found!r:.80} are not all of {', '.join(sorted(self.choices))}")
        return found


class Words:
    """Free words, mostly of the text, or None."""

    def write(self, values: Sequence[Any], to: Writer) -> None:
        places = [to.found(value) if value else None for value in values]
        to.numbers(
            0 if value is None else 1 if place else 2 + to.word(value)
            for value, place in zip(values, places, strict=True)
        )
        for place in places:
            if place:
                to.extent(*place)

    def read(self, count: int, source: Reader) -> list[Any]:
        numbers = source.numbers(count)
        cut = iter(source.spans(numbers.count(1)))
        own = source.words
        return [
            _text(next(cut)) if number == 1 else own[number - 2] if number else None for number in numbers
        ]


class Day:
    """ISO dates, or None."""

    def write(self, values: Sequence[Any], to: Writer) -> None:
        last = to.day
        for value in values:
            day = None if value is None else ordinal(value)
            if day is not None:
                to.numbers([1 + 2 * folded(day - last)])
                last = day
            else:
                to.numbers([0 if value is None else 2 + 2 * to.word(value)])

    def read(self, count: int, source: Reader) -> list[Any]:
        last, found = source.day, list[str | None]()
        for number in source.numbers(count):
            if number % 2:
                last += unfolded(number // 2)
                found.append(date.fromordinal(last).isoformat())
            else:
                found.append(source.words[number // 2 - 1] if number else None)
        return found


class Hash:
    """16 hexadecimal digits."""

    def write(self, values: Sequence[Any], to: Writer) -> None:
        for value in values:
            if not _HASH.fullmatch(value):
                raise MisfitError(value)
            to.numbers(bytes.fromhex(value))

    def read(self, count: int, source: Reader) -> list[Any]:
        return [bytes(source.numbers(8)).hex() for _ in range(count)]


class Own:
    """The ids of records that are counted: `a1`, `a2` …"""

    def __init__(self, letter: str) -> None:
        self.letter = letter

    def write(self, values: Sequence[Any], to: Writer) -> None:
        if list(values) != self._counted(len(values)):
            raise MisfitError(values)

    def read(self, count: int, source: Reader) -> list[Any]:
        return self._counted(count)

    def _counted(self, count: int) -> list[str]:
        return [f"{self.letter}{number}" for number in range(1, count + 1)]


class Id:
    """Ids of records that are counted, or None."""

    def __init__(self, letter: str) -> None:
        self.letter = letter

    def write(self, values: Sequence[Any], to: Writer) -> None:
        to.numbers(0 if value is None else self._number(value) for value in values)

    def read(self, count: int, source: Reader) -> list[Any]:
        return [f"{self.letter}{number}" if number else None for number in source.numbers(count)]

    def _number(self, id: str) -> int:
        digits = id[len(self.letter) :]
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
            raise MisfitError(id)
        number = int(digits)
        if number == 0 or id != f"{self.letter}{number}":
            raise MisfitError(id)
        return number


class Cut:
    """Spans, or None."""

    def write(self, values: Sequence[Any], to: Writer) -> None:
        for value in values:
            if value is None:
                to.extent(None, None)
            else:
                put_span(value, to)

    def read(self, count: int, source: Reader) -> list[Any]:
        return source.spans(count)


def ordinal(day: str) -> int | None:
    """Days from the beginning of year 1; None for what is no ISO date."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    return found.toordinal() if found.isoformat() == day else None


def put_span(value: Any, to: Writer) -> None:
    """Anything with start, end and text; raises MisfitError where these are not those of a span."""
    if value.text != (None if value.start is None else to.text[value.start : value.end]):
        raise MisfitError(value)
    to.extent(value.start, value.end)


def _text(span: Span | None) -> str:
    if span is None:
        raise ValueError("a stretch is missing")
    return span.text


def _fit(values: Sequence[float], digits: int) -> bool:
    scale = 10**digits
    return all(repr(round(value * scale) / scale) == repr(value) for value in values)


def check(values: Sequence[Any], kind: Any) -> None:
    """Raises MisfitError unless all are of this type itself: a truth value is no number here."""
    for value in values:
        if type(value) is not kind:
            raise MisfitError(value)

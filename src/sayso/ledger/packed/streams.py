"""What a packed record is made of: small numbers, stretches of the text, and words of its own.

A body is the count of the numbers, a byte for each of them (255: it stands among the wide ones), the wide
ones, and the words in UTF-8. The first numbers tell the stretches, in the order of the text, and how long
each word is; then come the columns. The count and the wide ones are written in bytes of seven bits, the
lowest first, all but the last with the eighth bit set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.schema.span import Span

_WIDE = 255
_LARGEST = 2**63
_ENCODING = ("utf-8", "surrogatepass")
Extent = tuple[int, int]  # half-open characters of the text


class MisfitError(Exception):
    """The records hold something that this form has no place for."""


class Writer:
    """Takes the columns of records, one after the other.

    Args:
        text: that the spans are cut from.
        day: around which others are, as a count of days.
    """

    def __init__(self, text: str, day: int) -> None:
        self.text, self.day = text, day
        self.shared: dict[Any, dict[Any, int]] = {}
        self._numbers: list[int] = []
        self._extents: list[tuple[int, Extent]] = []  # with the place of the number that tells it
        self._words: dict[str, int] = {}
        self._seen: set[Extent] = set()
        self._known: dict[str, Extent] = {}

    def numbers(self, values: Iterable[int]) -> None:
        self._numbers.extend(values)

    def extent(self, start: int | None, end: int | None) -> None:
        """A stretch of the text; or none, where both are None."""
        if type(start) is int and type(end) is int:
            extent = (start, end)
            self._extents.append((len(self._numbers), extent))
            if extent not in self._seen:
                self._seen.add(extent)
                self._known.setdefault(self.text[start:end], extent)
        elif start is not None or end is not None:
            raise MisfitError((start, end))
        self._numbers.append(0)

    def word(self, word: str) -> int:
        """The number of a word that is written out, once."""
        if type(word) is not str:
            raise MisfitError(word)
        return self._words.setdefault(word, len(self._words))

    def found(self, words: str) -> Extent | None:
        """Where these words stand in the text."""
        if words in self._known:
            return self._known[words]
        at = self.text.find(words)
        return None if at < 0 else (at, at + len(words))

    def body(self) -> bytes:
        words = [word.encode(*_ENCODING) for word in self._words]
        numbers = [*self._stretches(), len(words), *map(len, words), *self._numbers]
        if not 0 <= min(numbers) <= max(numbers) <= _LARGEST:
            raise MisfitError((min(numbers), max(numbers)))
        wide = [number for number in numbers if number >= _WIDE]
        narrow = bytes([number if number < _WIDE else _WIDE for number in numbers])
        return b"".join((sevens(len(numbers)), narrow, *map(sevens, wide), *words))

    def _stretches(self) -> list[int]:
        """Of all extents, each once; and the numbers that tell them become places among these."""
        table = sorted(self._seen)
        places = {extent: place for place, extent in enumerate(table)}
        last = 0
        for at, extent in self._extents:
            self._numbers[at] = 1 + folded(places[extent] - last)
            last = places[extent]
        befores = [0, *(start for start, _ in table)]
        starts = [start - before for (start, _), before in zip(table, befores, strict=False)]
        return [len(table), *starts, *(end - start for start, end in table)]


class Reader:
    """Gives the columns back in the order in which they were written.

    Args:
        body: what `Writer.body` gave.
        text: the same as the writer's.
        day: the same as the writer's.
        given: fields by name that the body leaves out.
    """

    def __init__(self, body: bytes, text: str, day: int, given: Mapping[str, Any]) -> None:
        self.day, self.given = day, given
        self.shared: dict[Any, list[Any]] = {}
        self._at, self._last = 0, 0
        count, begin = unsevened(body, 0)
        self._numbers = list(body[begin : begin + count])
        end = self._widen(body, begin + count)
        self._spans = self._stretches(text)
        self.words = self._written(body[end:])

    def numbers(self, count: int) -> list[int]:
        """The next so many."""
        self._at += count
        numbers = self._numbers[self._at - count : self._at]
        if len(numbers) < count:
            raise ValueError("it ends too early")
        return numbers

    def total(self, counts: Sequence[int]) -> int:
        """How many records these are; each has a number at least."""
        total = sum(counts)
        if total > len(self._numbers):
            raise ValueError("it ends too early")
        return total

    def spans(self, count: int) -> list[Span | None]:
        """The next so many stretches."""
        last, spans, found = self._last, self._spans, list[Span | None]()
        for number in self.numbers(count):
            if number:
                last += -number // 2 if number % 2 == 0 else number // 2
                found.append(spans[last])
            else:
                found.append(None)
        self._last = last
        return found

    def _widen(self, body: bytes, at: int) -> int:
        """Puts the wide numbers in their places; they stand from here on, and end where it tells."""
        place = -1
        for _ in range(self._numbers.count(_WIDE)):
            place = self._numbers.index(_WIDE, place + 1)
            self._numbers[place], at = unsevened(body, at)
        return at

    def _stretches(self, text: str) -> list[Span]:
        (count,) = self.numbers(1)
        start, spans = 0, []
        for before, length in zip(self.numbers(count), self.numbers(count), strict=True):
            start += before
            end = start + length
            spans.append(Span(start, end, text[start:end]))
        return spans

    def _written(self, words: bytes) -> list[str]:
        (count,) = self.numbers(1)
        at, found = 0, []
        for length in self.numbers(count):
            found.append(words[at : at + length].decode(*_ENCODING))
            at += length
        return found


def folded(number: int) -> int:
    """0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 …"""
    return 2 * number if number >= 0 else -2 * number - 1


def unfolded(number: int) -> int:
    return -(number + 1) // 2 if number % 2 else number // 2


def sevens(number: int) -> bytes:
    """In bytes of seven bits."""
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    return bytes((*written, number))


def unsevened(body: bytes, at: int) -> tuple[int, int]:
    """The number that begins there, and where it ends."""
    number = shift = 0
    while body[at] > 127:
        if shift > 63:
            raise ValueError("a number is too long")
        number |= (body[at] & 127) << shift
        shift += 7
        at += 1
    return number | body[at] << shift, at + 1

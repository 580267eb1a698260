"""Columns of what is made of other values: tuples, counts and records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from sayso.ledger.packed.columns import Column, Whole, Word, check, put_span
from sayso.ledger.packed.streams import MisfitError, Reader, Writer


class Optional:
    """Values that may be None, of a column that knows no None."""

    def __init__(self, column: Column) -> None:
        self.column = column

    def write(self, values: Sequence[Any], to: Writer) -> None:
        to.numbers(value is not None for value in values)
        self.column.write([value for value in values if value is not None], to)

    def read(self, count: int, source: Reader) -> list[Any]:
        there = source.numbers(count)
        values = iter(self.column.read(count - there.count(0), source))
        return [next(values) if one else None for one in there]


class Sure:
    """Values that are never None, of a column that knows it."""

    def __init__(self, column: Column) -> None:
        self.column = column

    def write(self, values: Sequence[Any], to: Writer) -> None:
        if None in values:
            raise MisfitError(values)
        self.column.write(values, to)

    def read(self, count: int, source: Reader) -> list[Any]:
        values = self.column.read(count, source)
        if None in values:
            raise ValueError("a value is missing")
        return values


class Many:
    """Tuples of what stands in another column."""

    def __init__(self, column: Column) -> None:
        self.column = column

    def write(self, values: Sequence[Any], to: Writer) -> None:
        check(values, tuple)
        to.numbers(map(len, values))
        self.column.write([item for value in values for item in value], to)

    def read(self, count: int, source: Reader) -> list[Any]:
        lengths = source.numbers(count)
        items = iter(self.column.read(source.total(lengths), source))
        return [tuple([next(items) for _ in range(length)]) for length in lengths]


class Counts:
    """Whole numbers by words."""

    def __init__(self) -> None:
        self._words, self._numbers = Many(Sure(Word())), Many(Whole())

    def write(self, values: Sequence[Any], to: Writer) -> None:
        check(values, dict)
        self._words.write([tuple(value) for value in values], to)
        self._numbers.write([tuple(value.values()) for value in values], to)

    def read(self, count: int, source: Reader) -> list[Any]:
        words, numbers = self._words.read(count, source), self._numbers.read(count, source)
        return [dict(zip(*pair, strict=True)) for pair in zip(words, numbers, strict=True)]


class Record:
    """Records, field by field.

    Args:
        kind: of the records.
        columns: by the names of their fields.
        cut: `span` where the first three fields are those of a span, `extent` where there are but start
            and end.
    """

    def __init__(self, kind: Any, columns: dict[str, Column], cut: str | None) -> None:
        self.kind, self.columns, self.cut = kind, columns, cut
        first = {"span": ("start", "end", "text"), "extent": ("start", "end")}.get(cut or "", ())
        self.names = (*first, *columns)
        self.known = tuple(field.name for field in fields(kind))

    def write(self, values: Sequence[Any], to: Writer) -> None:
        check(values, self.kind)
        for value in values if self.cut else ():
            if self.cut == "extent":
                to.extent(value.start, value.end)
            else:
                put_span(value, to)
        for name, column in self.columns.items():
            column.write([getattr(value, name) for value in values], to)

    def read(self, count: int, source: Reader) -> list[Any]:
        spans = source.spans(count) if self.cut else []
        columns: list[list[Any]] = []
        if self.cut:
            columns += [[s and s.start for s in spans], [s and s.end for s in spans]]
        if self.cut == "span":
            columns.append([s and s.text for s in spans])
        columns += [column.read(count, source) for column in self.columns.values()]
        return list(map(self._maker(source), *columns))

    def _maker(self, source: Reader) -> Callable[..., Any]:
        """Takes the values in their order; fields that the form leaves out are given, or have a default."""
        given = {name: source.given[name] for name in self.known if name in source.given}
        if not given and self.names == self.known[: len(self.names)]:
            return self.kind  # type: ignore[no-any-return]
        return lambda *values: self.kind(**dict(zip(self.names, values, strict=True)), **given)


class Shared:
    """Values of which many are alike: each is written once, by whatever column it comes to first."""

    def __init__(self, column: Column, key: object) -> None:
        self.column, self.key = column, key

    def write(self, values: Sequence[Any], to: Writer) -> None:
        known = to.shared.setdefault(self.key, {})
        before = len(known)
        to.numbers([known.setdefault(value, len(known)) for value in values])
        self.column.write(list(known)[before:], to)

    def read(self, count: int, source: Reader) -> list[Any]:
        known = source.shared.setdefault(self.key, [])
        places = source.numbers(count)
        known += self.column.read(max(0, max(places, default=-1) + 1 - len(known)), source)
        return [known[place] for place in places]

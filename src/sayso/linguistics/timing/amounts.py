"""How many days, weeks or years: "two", "a few", "twenty-five", "two or three", "a couple of"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sayso.linguistics.timing.calendar import Unit
from sayso.linguistics.timing.grammar import Found
from sayso.linguistics.timing.moments import MOST

_HOURS = 24
_YEARS: dict[Unit, int] = {"decade": 10, "century": 100}
_TENS = range(20, 100, 10)
_NUMBERS = ("day", "year", "numeral", "number")


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high` units of the calendar.

    Attributes:
        hours: whether hours were told, which are days here, rounded up.
    """

    unit: Unit
    low: int
    high: int
    hours: bool = False


def amount(found: Found, *, count: str = "amount", unit: str = "unit") -> Amount:
    """The amount that two groups of a match tell; a missing count means several."""
    named = str(found.value(unit))
    low, high = _count(found, count) if found.has(count) else (2, None)
    if named in ("hour", "minute"):
        days = 1 if named == "minute" or high is None else -(-high // _HOURS)
        return Amount("day", days, days, hours=True)
    if named == "fortnight":
        return Amount("week", 2 * low, 2 * (high or low + 2))
    calendar = cast(Unit, named)
    return _in_years(Amount(calendar, low, high if high is not None else max(low, MOST[calendar])))


def _in_years(told: Amount) -> Amount:
    """A decade ago is ten years ago, not the decade of the calendar before this one."""
    years = _YEARS.get(told.unit)
    return Amount("year", told.low * years, told.high * years) if years else told


def _count(found: Found, group: str) -> tuple[int, int | None]:
    """The least and the most; None where words leave the most open."""
    numbers, joined = [], False
    for word in found.words(group):
        kind = found.kind_of(word)
        if kind == "few":
            return (2, 3) if found.text.plain(word) == "couple" else (2, None)
        joined = joined or kind in ("to", "and")
        if kind in _NUMBERS:
            numbers.append(int(found.text.values[word]))
    if not numbers:
        return 1, 1
    return (min(numbers), max(numbers)) if joined else _together(numbers)


def _together(numbers: list[int]) -> tuple[int, int]:
    """Reads "two hundred", "twenty-five"; else "2-3" is from two to three."""
    if len(numbers) == 2 and numbers[1] in (12, 100) and numbers[0] < 100:
        return numbers[0] * numbers[1], numbers[0] * numbers[1]
    if len(numbers) == 2 and numbers[0] in _TENS and numbers[1] < 10:
        return sum(numbers), sum(numbers)
    return min(numbers), max(numbers)

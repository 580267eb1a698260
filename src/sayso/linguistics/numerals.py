"""One number in figures or in words: "1,200", "two hundred and five", "half a dozen", "1.5 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SMALL = {
    word: n
    for n, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen"
        ).split()
    )
} | {"both": 2, "couple": 2, "pair": 2}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_FACTORS = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_CLOSING = frozenset(("thousand", "million"))
_ARTICLES = frozenset(("a", "an"))
# Bounded, since no newspaper counts people in more digits.
_FIGURES = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,10})(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it is written.

    Attributes:
        value: not negative.
        first, last: half-open parts that write it.
        scale: the factor it ends in ("three hundred": 100), 1 without one.
    """

    value: int
    first: int
    last: int
    scale: int = 1


def amount_at(parts: Sequence[str], at: int, *, joined: bool = True) -> Amount | None:
    """The longest number that begins at `at`, or None.

    Args:
        parts: words in lower case, hyphens apart ("twenty", "-", "five").
        joined: whether "and" may stand inside ("two hundred and five").
    """
    start = at + (parts[at : at + 1] != [] and parts[at] in _ARTICLES)
    if (dozen := _half_a_dozen(parts, start)) is not None:
        return Amount(6, at, dozen, 12)
    if start > at and parts[start : start + 1] != [] and parts[start] not in {*_FACTORS, "couple", "pair"}:
        return None
    found = _figures(parts, start) or _written(parts, start, joined=joined)
    return None if found is None else Amount(found.value, at, found.last, found.scale)


def _half_a_dozen(parts: Sequence[str], at: int) -> int | None:
    """The part after "half a dozen" or "half dozen" at `at`."""
    if parts[at : at + 1] != ["half"]:
        return None
    end = at + 1 + (parts[at + 1 : at + 2] == ["a"])
    return end + 1 if parts[end : end + 1] == ["dozen"] else None


def _figures(parts: Sequence[str], at: int) -> Amount | None:
    """Figures, with a factor in words or without: "1,200", "1.5 million"."""
    found = _FIGURES.fullmatch(parts[at]) if at < len(parts) else None
    if found is None:
        return None
    value = float(found[0].replace(",", "")) if found[2] else int(found[1].replace(",", ""))
    factor = _FACTORS.get(parts[at + 1], 1) if at + 1 < len(parts) else 1
    if found[2] and factor == 1:
        return None
    return Amount(round(value * factor), at, at + 1 + (factor > 1), factor)


def _written(parts: Sequence[str], at: int, *, joined: bool) -> Amount | None:
    """A number in words, by its thousands and what is below them."""
    total, current, scale, end = 0, 0, 1, at
    while end < len(parts):
        here = end + (_glue(parts, end, joined=joined) if end > at else 0)
        word = parts[here]
        if word in _FACTORS and _takes_factor(current, total, _FACTORS[word]):
            scale = _FACTORS[word]
            current = max(current, 1) * scale
            total, current = (total + current, 0) if word in _CLOSING else (total, current)
        elif (value := _fits(word, current, first=end == at, total=total)) is not None:
            current, scale = current + value, 1
        else:
            break
        end = here + 1
    return Amount(total + current, at, end, scale) if end > at else None


def _glue(parts: Sequence[str], at: int, *, joined: bool) -> int:
    """How many parts at `at` only hold a number together: "twenty - five", "a hundred and five"."""
    if at + 1 >= len(parts):
        return 0
    before, here, after = parts[at - 1 : at + 2]
    if here == "-":
        return int(before in _TENS and 0 < _SMALL.get(after, 0) < 10)
    if here == "and":
        return int(joined and before in _FACTORS and before != "dozen" and after in {*_SMALL, *_TENS})
    # "A couple of dozen" is a number, "two of hundreds" is none.
    return int(here == "of" and before in ("couple", "pair") and after in _FACTORS)


def _takes_factor(current: int, total: int, factor: int) -> bool:
    if factor == 12:
        return current < 20 and not total
    if factor == 100:
        return current < 100 and (current > 0 or not total)
    return (current > 0 or not total) and (not total or total % (factor * 1_000) == 0)


def _fits(word: str, current: int, *, first: bool, total: int) -> int | None:
    """The value of a word that fills what is still open below the number so far."""
    value = _SMALL.get(word, _TENS.get(word))
    if value is None or first or (current == 0 and total > 0):
        return value
    if current >= 100 and current % 100 == 0:
        return value
    tens = current % 100
    return value if tens >= 20 and tens % 10 == 0 and 0 < value < 10 else None

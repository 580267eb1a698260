"""How many: "nine", "at least 20", "more than a dozen", "between 10 and 15", "hundreds" as bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SMALL |= {"no": 0, "a": 1, "an": 1, "both": 2, "couple": 2, "pair": 2, "dozen": 12, "half": 6}
_FACTORS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12, "score": 20}
# "Dozens" says at least two dozen and leaves the rest open.
_MANY = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens": 20, "several": 3, "many": None,
    "few": 2, "some": None, "numerous": None, "multiple": 2,
}  # fmt: skip
_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_AT_LEAST = frozenset(("least", "over", "minimum", "exceeding", "exceeded", "above"))
_MORE_THAN = frozenset(("more", "than"))
_AT_MOST = frozenset(("most", "to", "under", "below", "fewer", "less", "maximum", "nearly", "almost"))
_ABOUT = frozenset(("about", "around", "some", "roughly", "approximately", "estimated"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least `low`, at most `high`; None where that side is open."""

    low: int | None
    high: int | None


def number(words: Sequence[str]) -> int | None:
    """The number that plain words in a row write out ("two hundred and five"), or None."""
    total, current, seen = 0, 0, False
    for word in (part for written in words for part in written.split("-") if part):
        if (figures := _FIGURES.fullmatch(word)) is not None:
            current, seen = current + int(figures[0].replace(",", "")), True
        elif word in _FACTORS and (seen or word != "dozen"):
            current = max(current, 1) * _FACTORS[word]
            total, current = (total + current, 0) if _FACTORS[word] >= 1_000 else (total, current)
            seen = True
        elif word in _SMALL:
            current, seen = current + _SMALL[word], True
        elif word != "and":
            return None
    return total + current if seen else None


def bounds(words: Sequence[str]) -> Bounds | None:
    """The bounds that a plain phrase puts on a number ("at least 20", "up to nine", "dozens"), or None."""
    if (many := next((word for word in words if word in _MANY), None)) is not None and number(words) is None:
        scale = _FACTORS.get({"hundreds": "hundred", "thousands": "thousand"}.get(words[-1], ""), 1)
        if many == "tens" and words[-1] == "thousands":
            return Bounds(20_000, None)
        low = _MANY[many]
        return Bounds(low * (scale if many == "several" and scale > 1 else 1) if low else None, None)
    figures = [
        n
        for n in (number([word]) for word in words if word not in ("a", "an", "no", "both"))
        if n is not None
    ]
    if len(figures) == 2 and (
        "to" in words or "between" in words or "or" in words or "-" in words or "–" in words
    ):
        return Bounds(min(figures), max(figures))
    value = number([word for word in words if _writes_number(word)])
    if value is None:
        return None
    return _limited(set(words), value)


def _writes_number(word: str) -> bool:
    return (
        word in _SMALL
        or word in _FACTORS
        or all(part in _SMALL or part in _FACTORS or _FIGURES.fullmatch(part) for part in word.split("-"))
    )


def _limited(words: set[str], value: int) -> Bounds:
    if words & _AT_LEAST:
        return Bounds(value, None)
    if "than" in words and "more" in words:
        return Bounds(value + 1, None)
    if "than" in words and words & {"fewer", "less"}:
        return Bounds(None, value - 1)
    if words & {"up", "most", "under", "below", "maximum"}:
        return Bounds(None, value)
    if words & {"nearly", "almost"}:
        return Bounds(None, value)
    return Bounds(value, value)

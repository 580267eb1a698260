"""How many: "nine", "at least 20", "more than a dozen", "between 10 and 15", "hundreds" as bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.linguistics.numerals import Amount, amount_at

# "Dozens" says at least two dozen and leaves the rest open.
_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "tens": 20,
    "several": 3, "few": 2, "multiple": 2,
}  # fmt: skip
# "Some 40" and "as many as 12" are numbers; only without one do these stand for themselves.
_OPEN = frozenset(("some", "many", "numerous", "countless"))
# What a vague word counts: "several hundred", "tens of thousands".
_SCALES = {
    "dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100, "thousand": 1_000, "thousands": 1_000,
    "million": 1_000_000, "millions": 1_000_000,
}  # fmt: skip
_NOBODY = frozenset(("no", "none", "nobody"))
# "A 20-year-old man", "5 percent": a number, but not one of people.
_MEASURES = frozenset(
    "year years month months week weeks day days hour hours minute minutes percent per % km".split()
)
_BETWEEN = frozenset(("to", "or", "-", "and", "up"))
_PARTS = re.compile(r"[^\s–—+-]+|[–—+-]")

# In order: "no fewer than 20" holds "fewer than", "no more than 20" holds "more than".
_BEFORE = (
    (re.compile(r"\b(?:no|not) (?:fewer|less) than\b"), "least"),
    (re.compile(r"\b(?:no|not) (?:more than|over|above)\b|\b(?:at (?:the )?most|up to|as many as|as much as"
                r"|maximum|nearly|almost|close to)\b"), "most"),
    (re.compile(r"\bleast\b|\bminimum\b"), "least"),
    (re.compile(r"\b(?:more than|over|above|exceed(?:s|ed|ing)?|upwards? of|in excess of)\b"), "more"),
    (re.compile(r"\b(?:fewer than|less than|under|below)\b"), "fewer"),
)  # fmt: skip
_AFTER = (
    (re.compile(r"(?:or more|at least|plus|\+|and counting)"), "least"),
    (re.compile(r"(?:or fewer|or less|at most)"), "most"),
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least `low`, at most `high`; None where that side is open. Neither is negative."""

    low: int | None
    high: int | None


def number(words: Sequence[str]) -> int | None:
    """The number that plain words in a row write out ("two hundred and five"), or None."""
    parts = _parts(words)
    found = amount_at(parts, 0)
    return found.value if found is not None and found.last == len(parts) else None


def bounds(words: Sequence[str]) -> Bounds | None:
    """The bounds that a plain phrase puts on a number ("at least 20", "up to nine", "dozens"), or None.

    Args:
        words: in lower case, of one phrase; words that are no part of the number do no harm.
    """
    parts = _parts(words)
    amounts = list(_amounts(parts))
    vague = next((at for at, part in enumerate(parts) if part in _VAGUE), None)
    if vague is not None and not (amounts and amounts[0].first < vague):
        return Bounds(_VAGUE[parts[vague]] * _scale(parts[vague + 1 :]), None)
    if amounts:
        return _stated(parts, amounts)
    if not _NOBODY.isdisjoint(parts):
        return Bounds(0, 0)
    if not _OPEN.isdisjoint(parts):
        return Bounds(None, None)
    return Bounds(1, 1) if any(part in ("a", "an") for part in parts) else None


def _parts(words: Sequence[str]) -> list[str]:
    """Words with hyphens apart, and "no one" as the one word it is."""
    text = " ".join(words)
    parts = ["-" if part in "–—" else part for part in _PARTS.findall(text)]
    return " ".join(parts).replace("no one", "nobody").split(" ") if parts else []


def _amounts(parts: Sequence[str]) -> Iterator[Amount]:
    """Every number of people, in order."""
    # "Between one hundred and two hundred": its "and" ends a number.
    joined = "between" not in parts
    at = 0
    while at < len(parts):
        found = amount_at(parts, at, joined=joined)
        if found is not None and not _measures(parts[found.last : found.last + 2]):
            yield found
        at = at + 1 if found is None else found.last


def _measures(after: Sequence[str]) -> bool:
    rest = after[1:] if after[:1] == ["-"] else after[:1]
    return not _MEASURES.isdisjoint(rest)


def _scale(after: Sequence[str]) -> int:
    """What the words after a vague one count in."""
    scale = 1
    for part in after:
        if part in _SCALES:
            return scale * _SCALES[part]
        if part != "of":
            break
    return scale


def _stated(parts: Sequence[str], amounts: Sequence[Amount]) -> Bounds:
    first, last = amounts[0], amounts[0]
    if len(amounts) > 1 and _range(parts, first, amounts[1]):
        last = amounts[1]
    low, high = sorted((_in_scale(first, last), last.value))
    return _limited(
        low, high, before=" ".join(parts[: first.first]), after=" ".join(parts[last.last : last.last + 2])
    )


def _range(parts: Sequence[str], first: Amount, second: Amount) -> bool:
    """Whether two numbers are ends of one range ("20 to 30", "two or three"), not two numbers."""
    link = parts[first.last : second.first]
    if link == ["and"]:
        return "between" in parts[: first.first]
    return 0 < len(link) <= 2 and _BETWEEN.issuperset(link)


def _in_scale(first: Amount, last: Amount) -> int:
    """The lower end, which shares the scale of the upper: "two to three hundred"."""
    scaled = first.value * last.scale
    return scaled if first.scale == 1 and scaled < last.value else first.value


def _limited(low: int, high: int, *, before: str, after: str) -> Bounds:
    limit = next((name for pattern, name in _BEFORE if pattern.search(before)), None)
    limit = limit or next((name for pattern, name in _AFTER if pattern.match(after)), None)
    if limit in ("least", "more"):
        return Bounds(low + (limit == "more"), None)
    if limit in ("most", "fewer"):
        return Bounds(None, max(0, high - (limit == "fewer")))
    return Bounds(low, high)

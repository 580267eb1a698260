"""Words of time: what part a word plays in a date, and which day, month, unit or number it says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sayso.lexicon.table import table

WordSet = Literal[
    "names_before_weekday",
    "names_behind_weekday",
    "numbered",
    "counted",
    "clause_openers",
    "capital_only",
    "doubtful_months",
    "doubtful_seasons",
    "feast_heads",
]


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of a time expression.

    Attributes:
        kind: its part in the grammar ("weekday", "unit", "last" …).
        value: weekday from Monday 0, month and season from 1, number, first year of a decade, days from
            today, or name of a unit; "" for words that only hold others together.
    """

    kind: str
    value: int | str = ""


@cache
def time_words() -> dict[str, TimeWord]:
    """Every word of time in small letters."""
    words: dict[str, Any] = table("times")
    found = {word: TimeWord(role) for role, entries in words["roles"].items() for word in entries}
    for kind in ("parts_of_day", "points_of_day", "weekend", "feasts"):
        found |= {word: TimeWord(kind) for word in words[kind]}
    for kind, plural in (("ordinals", "ordinal"), ("numbers", "number"), ("decades", "decade")):
        found |= {word: TimeWord(plural, int(value)) for word, value in words[kind].items()}
    found |= {word: TimeWord("day_word", int(value)) for word, value in words["day_words"].items()}
    return found | _cyclic(words) | _units(words)


def _cyclic(words: dict[str, Any]) -> dict[str, TimeWord]:
    """Weekdays, months and seasons."""
    days: list[str] = words["weekdays"]
    found = {word: TimeWord("weekday", number) for number, word in enumerate(days)}
    found |= {
        short: TimeWord("short_weekday", days.index(day)) for short, day in words["short_weekdays"].items()
    }
    for kind, entries in (("month", words["months"]), ("season", words["seasons"])):
        found |= {form: TimeWord(kind, at) for at, forms in enumerate(entries, 1) for form in forms}
    found |= {word: TimeWord("doubtful_month", found[word].value) for word in words["doubtful_months"]}
    found |= {word: TimeWord("doubtful_season", found[word].value) for word in words["doubtful_seasons"]}
    return found


def _units(words: dict[str, Any]) -> dict[str, TimeWord]:
    """A unit in the singular has the kind "unit", in the plural "units"."""
    return {
        form: TimeWord(kind, unit)
        for unit, forms in words["units"].items()
        for kind, form in zip(("unit", "units"), forms, strict=True)
    }


@cache
def word_set(name: WordSet) -> frozenset[str]:
    """One of the plain lists of `resources/lexicon/time_words.yaml`."""
    return frozenset(table("times")[name])


@cache
def fixed_feasts() -> dict[str, tuple[int, int]]:
    """Month and day of the feasts that stand still, by their names in small letters."""
    return {name: (int(month), int(day)) for name, (month, day) in table("times")["fixed_feasts"].items()}

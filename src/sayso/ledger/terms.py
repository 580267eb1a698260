"""What a record can be found by: its words, who is in it, and the values of its facets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.text.folding import folded_words, slug


@dataclass(frozen=True, slots=True)
class Terms:
    """Folded words, by where they stand. A facet is `=name=value`, and no word begins so.

    Attributes:
        words: of the claim, or around the event.
        source: who says it.
        actor, recipient: who does it, and to whom.
        facets: values that are compared as a whole.
    """

    words: tuple[str, ...]
    source: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()


UNDATED = "=year=none"
PARTS = tuple(f"{part:02x}" for part in range(256))
_TIMES = {4: "year", 7: "month", 10: "day"}  # characters of an ISO date -> what they tell
FIELDS = ("words", "source", "actor", "recipient", "facets")


def words_of(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(word for text in texts if text for word in folded_words(text))


def facet(name: str, value: str) -> str:
    """`=standing=fact`; what is no letter or digit counts as a "-"."""
    return f"={name}={slug(value)}"


def facets(**values: str | Iterable[str | None] | None) -> tuple[str, ...]:
    """The facets of all values that are there, each once, in order."""
    return tuple(dict.fromkeys(_each(values)))


def day_facets(day: str | None) -> tuple[str, ...]:
    """A day as year, month and day, so that any stretch of time is a few facets."""
    if day is None:
        return (UNDATED,)
    return (time_facet(day[:4]), time_facet(day[:7]), time_facet(day))


def time_facet(time: str) -> str:
    """The facet of a year (`2026`), a month (`2026-11`) or a day."""
    return f"={_TIMES[len(time)]}={time.replace('-', '')}"


def part_facet(document: str) -> str:
    """Documents come in 256 parts, by how their ids begin; a day too full for one sort is sorted by parts."""
    return f"=part={document[:2]}"


def _each(values: dict[str, str | Iterable[str | None] | None]) -> Iterator[str]:
    for name, value in values.items():
        for one in (value,) if isinstance(value, str) else value or ():
            if one and slug(one):
                yield facet(name, one)

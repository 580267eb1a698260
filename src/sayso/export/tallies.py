"""The profile of a document as counts in words, and the words that raise its flags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.export import words
from sayso.schema.profile import Profile
from sayso.schema.span import Span

MOST_EVIDENCE = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """One count of the profile: a heading and (words, how many, percent of the largest)."""

    heading: str
    rows: tuple[tuple[str, int, int], ...]


def tallies(profile: Profile) -> list[Tally]:
    """The counts of the profile, the largest first; those without an entry are left out."""
    counts: list[tuple[str, Mapping[str, int], Mapping[Any, str]]] = [
        ("Who the sources are", profile.identity, words.IDENTITY),
        ("How they are named", profile.naming, words.NAMING),
        ("Where they belong", profile.affiliation, words.AFFILIATION),
        ("How they are quoted", profile.form, words.FORM),
        ("What is said to have happened", profile.events, words.STANDING),
    ]
    return [Tally(heading, _rows(Counter(count), names)) for heading, count, names in counts if count]


def evidence(spans: Iterable[Span]) -> list[str]:
    """The words that raise a flag, each once, at most a handful."""
    texts = dict.fromkeys(" ".join(span.text.split()) for span in spans)
    return list(texts)[:MOST_EVIDENCE]


def _rows(count: Counter[str], names: Mapping[Any, str]) -> tuple[tuple[str, int, int], ...]:
    most = max(count.values(), default=1)
    return tuple((names.get(key, key), n, round(100 * n / max(1, most))) for key, n in count.most_common())

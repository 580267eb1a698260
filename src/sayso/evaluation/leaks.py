"""Events inside what somebody says that came out as fact: the one error sayso exists to avoid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.evaluation.bootstrap import bootstrap
from sayso.evaluation.wordsets import Relation, Stretch


@dataclass(frozen=True, slots=True)
class Leaks:
    """Of one document: events anchored inside a gold content, and those of them with standing fact."""

    inside: int
    facts: int


def leaks(gold: Sequence[Relation], events: Sequence[tuple[Stretch, str]]) -> Leaks:
    """Counts over events, each with the characters of its anchor and its standing."""
    contents = [stretch for one in gold for stretch in one.content]
    inside = [
        standing
        for (start, end), standing in events
        if any(begin <= start and end <= last for begin, last in contents)
    ]
    return Leaks(len(inside), inside.count("fact"))


def leak_rate(documents: Sequence[Leaks]) -> dict[str, float]:
    """`leak_rate`: facts among the events inside contents, in percent."""
    inside = sum(document.inside for document in documents)
    return {"leak_rate": 100 * sum(document.facts for document in documents) / inside if inside else 0.0}


def leak_interval(documents: Sequence[Leaks]) -> dict[str, tuple[float, float]]:
    """The 95 % interval of the rate under a bootstrap over documents."""
    return bootstrap(documents, leak_rate)

"""Candidates with their weights, and the one that clearly outweighs the rest."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.linguistics.phrases import Candidate

# What each further mention of one referent adds, and all of them at most.
_AGAIN = 0.25
_MOST_AGAIN = 0.5
# By how much the best must outweigh the next.
_MARGIN = 0.35


@dataclass(slots=True)
class _Entry:
    candidate: Candidate
    best: float
    again: int = 0

    @property
    def weight(self) -> float:
        return self.best + min(_MOST_AGAIN, self.again * _AGAIN)


class Weighing:
    """Candidates for one pronoun, gathered by whom they mean."""

    def __init__(self) -> None:
        self._entries: dict[tuple[int, ...], _Entry] = {}

    def __bool__(self) -> bool:
        return bool(self._entries)

    def enter(self, candidate: Candidate, weight: float) -> None:
        """Keeps the weightiest mention of each referent, and how many more there are."""
        entry = self._entries.setdefault(_referent(candidate), _Entry(candidate, weight, -1))
        entry.again += 1
        if weight > entry.best:
            entry.best, entry.candidate = weight, candidate

    def winner(self) -> Candidate | None:
        """The candidate that clearly outweighs the rest, or None."""
        ranked = sorted(self._entries.values(), key=lambda entry: -entry.weight)
        if not ranked or (len(ranked) > 1 and ranked[0].weight - ranked[1].weight < _MARGIN):
            return None
        return ranked[0].candidate


def _referent(candidate: Candidate) -> tuple[int, ...]:
    """What all mentions of one referent share: its entity or entities, else the phrase itself."""
    if candidate.joined:
        return candidate.members or (candidate.head, candidate.head)
    return (-1 - candidate.group if candidate.group >= 0 else candidate.head,)

"""Who does it and to whom: the encoder points from the event to them, the tree tells how far they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.codebook import Trigger
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis, Links

# Somebody takes part where this much of the probability goes to the words of their phrase.
AGREED = 0.35
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_INNER = ("compound", "flat", "fixed", "amod", "det", "nummod", "goeswith", "case")


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who takes part: the head of the phrase, and its words, half-open."""

    head: int
    words: Words


class Roles:
    """The participants of the events of one document."""

    def __init__(self, analysis: Analysis, syntax: Syntax, coreference: Coreference) -> None:
        self._analysis = analysis
        self._syntax = syntax
        self._coreference = coreference

    def of(self, word: int, trigger: Trigger | None) -> tuple[list[Taker], list[Taker]]:
        """The actors and the recipients of the event that a word names."""
        events = self._analysis.events
        actors = self._pointed(events.actor, word)
        recipients = self._pointed(events.recipient, word)
        if not actors and not recipients and trigger is not None and trigger.reciprocal:
            actors = self._joined(self._syntax.dependents(word, "nsubj")[:1])
        if trigger is not None and trigger.reciprocal and len(actors) > 1 and not recipients:
            recipients = actors
        return actors, recipients

    def _pointed(self, links: Links, word: int) -> list[Taker]:
        """The phrase of the same sentence that most of the probability goes to, with those joined to it."""
        if not links.stretches:
            return []
        masses: dict[int, float] = {}
        first, last = self._sentence(word)
        for target, chance in links.chances(word, first, last):
            head = self._head(target)
            masses[head] = masses.get(head, 0.0) + chance
        best = max(masses, key=lambda head: (masses[head], -head))
        fits = masses[best] >= AGREED and best != word and self._is_nominal(best)
        return self._joined([best]) if fits else []

    def _sentence(self, word: int) -> Words:
        at = int(self._analysis.sentences[:, 0].searchsorted(word, side="right")) - 1
        first, last = self._analysis.sentences[at].tolist()
        return first, last

    def _head(self, word: int) -> int:
        """The noun that a word belongs to."""
        while self._syntax.relation(word) in _INNER and self._syntax.head(word) >= 0:
            word = self._syntax.head(word)
        return word

    def _joined(self, heads: Sequence[int]) -> list[Taker]:
        found: list[Taker] = []
        for head in heads:
            first = head
            if (
                self._syntax.relation(head) == "conj"
                and self._analysis.upos[self._syntax.head(head)] in _NOMINAL
            ):
                first = self._syntax.head(head)
            members = [first, *(c for c in self._syntax.dependents(first, "conj") if self._is_nominal(c))]
            found += [Taker(member, self._coreference.extent(member)) for member in members]
        return found

    def _is_nominal(self, word: int) -> bool:
        return self._analysis.upos[word] in _NOMINAL

"""Who does it and to whom: the encoder points from the event to them, the tree tells how far they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.codebook import Trigger
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis, Links

# A word is pointed to where this much of the probability goes to it and its phrase.
AGREED = 0.4
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_INNER = ("compound", "flat", "fixed", "amod", "det", "nummod", "goeswith")


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
        """The phrases that most of the probability goes to, with those that are joined to them."""
        found = links.pointed(np.array([word]), agreed=AGREED, shared=0.12) if links.stretches else None
        if found is None:
            return []
        heads = self._heads(found)
        return self._joined([head for head in heads if head != word])

    def _heads(self, words: Words) -> list[int]:
        """The noun that a pointed word belongs to."""
        top = self._syntax.top(words)
        while self._syntax.relation(top) in _INNER and self._syntax.head(top) >= 0:
            top = self._syntax.head(top)
        return [top] if self._analysis.upos[top] in _NOMINAL else []

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

"""Who takes part in an event, as whoever tells of it innermost means it."""

from __future__ import annotations

from sayso.coding.chains import Chains
from sayso.coding.roles import Taker
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Words
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attribution
from sayso.schema.event import Role
from sayso.schema.span import Span


class Partaking:
    """The participants of the events of one document, resolved."""

    def __init__(self, analysis: Analysis, coreference: Coreference, chains: Chains) -> None:
        self._analysis = analysis
        self._coreference = coreference
        self._chains = chains
        self._known: dict[tuple[Words, Words | None], Role] = {}
        self._around: dict[int, tuple[Attribution, ...]] = {}
        self._speakers: dict[int, Words | None] = {}
        self._names = {entity.id: entity.name for entity in coreference.entities}

    def chain(self, word: int) -> tuple[Attribution, ...]:
        """The attributions around a word, innermost first."""
        found = self._around.get(word)
        if found is None:
            start, end = int(self._analysis.starts[word]), int(self._analysis.ends[word])
            found = self._around[word] = self._chains.around(start, end)
        return found

    def speaker(self, word: int) -> Words | None:
        """The words of whoever tells of a word innermost."""
        if word not in self._speakers:
            chain = self.chain(word)
            self._speakers[word] = self._words(chain[0].source.span) if chain else None
        return self._speakers[word]

    def role(self, taker: Taker, word: int) -> Role:
        """Who takes part in the event that a word names, as one who hears its speaker understands it."""
        speaker = self.speaker(word)
        known = self._known.get((taker.words, speaker))
        if known is None:
            known = self._known[taker.words, speaker] = self._found(taker, speaker)
        return known

    def _found(self, taker: Taker, speaker: Words | None) -> Role:
        resolved = self._coreference.resolve(taker.words, speaker=speaker)
        entity = self._coreference.entity(resolved or taker.words)
        span = self._analysis.span(*taker.words)
        return Role(
            start=span.start,
            end=span.end,
            text=span.text,
            resolved=self._analysis.span(*resolved) if resolved else None,
            entity=entity,
            name=self._names.get(entity) if entity else None,
        )

    def _words(self, span: Span | None) -> Words | None:
        if span is None:
            return None
        first, last = self._analysis.within(span)
        return (first, last) if first < last else None

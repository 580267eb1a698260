"""Where an event happened: the place that goes with it in its sentence, not that of the speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.lexicon.words import plain
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis
from sayso.schema.event import Place

# "Shelled the market in Dorsk": in, not "from Dorsk" or "the mayor of Dorsk".
_AT = frozenset("in at near on outside inside across around along over off".split())
_FARTHEST = 3


class Placing:
    """The places of one document and which event each goes with."""

    def __init__(self, analysis: Analysis, syntax: Syntax, coreference: Coreference) -> None:
        self._analysis = analysis
        self._syntax = syntax
        self._coreference = coreference
        self._sentences: list[list[int]] = analysis.sentences.tolist()
        mentions = [(m.first, m.last) for m in analysis.mentions if m.kind == "Location"]
        self._places = [words for words in mentions if self._is_named(words) and self._is_at(words)]
        self._names = {entity.id: entity.name for entity in coreference.entities}

    def _is_named(self, words: Words) -> bool:
        """Whether a name is among the words: "the border" is nowhere that a map could show."""
        return any(self._analysis.upos[word] == "PROPN" for word in range(*words))

    def _is_at(self, words: Words) -> bool:
        top = self._syntax.top(words)
        return any(plain(self._analysis.word(c)) in _AT for c in self._syntax.dependents(top, "case"))

    def of(self, anchor: int, sentence: int, others: Sequence[int]) -> Place | None:
        """The place of the event at `anchor`; one nearer to `others` in its sentence is theirs."""
        first, last = self._sentences[sentence]
        begin, end = (bisect_left(self._places, word, key=lambda words: words[0]) for word in (first, last))
        ranked = sorted((self._steps(words, anchor), words) for words in self._places[begin:end])
        for steps, words in ranked:
            if steps <= _FARTHEST and all(self._steps(words, other) >= steps for other in others):
                return self._place(words)
        return None

    def _place(self, words: Words) -> Place:
        span = self._analysis.span(*words)
        entity = self._coreference.entity(words)
        name = self._names.get(entity or "") or span.text
        return Place(span.start, span.end, span.text, name.removeprefix("the "))

    def _steps(self, words: Words, anchor: int) -> int:
        """Steps along the tree from the place to the event."""
        return self._syntax.steps(self._syntax.top(words), anchor)

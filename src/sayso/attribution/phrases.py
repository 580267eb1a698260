"""From words of an analysis to the phrase and the neighbourhood that a description looks at."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.attribution.phrase import SourcePhrase
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.entity import EntityKind

Words = tuple[int, int]

# How much of a sentence a description reads on each side.
NEIGHBOURHOOD = 25


class Phrases:
    """Cuts phrases out of one analysis."""

    def __init__(self, analysis: Analysis, syntax: Syntax) -> None:
        self._analysis = analysis
        self._syntax = syntax
        self._sentence = [
            n for n, (first, last) in enumerate(analysis.sentences.tolist()) for _ in range(first, last)
        ]

    def source(self, words: Words, resolved: Words | None, kinds: Mapping[int, EntityKind]) -> SourcePhrase:
        """The phrase of a source, with the mention that it stands for.

        Args:
            kinds: word -> what it names, for the words of names.
        """
        first, last = words
        return SourcePhrase(
            words=tuple(self.words(words)),
            upos=self._analysis.upos[first:last],
            head=self._syntax.top(words) - first,
            labels=tuple(kinds.get(word) for word in range(first, last)),
            resolved=self.source(resolved, None, kinds) if resolved is not None else None,
        )

    def words(self, words: Words) -> list[str]:
        return [self._analysis.word(word) for word in range(*words)]

    def upos(self, words: Words) -> tuple[str, ...]:
        return self._analysis.upos[words[0] : words[1]]

    def before(self, word: int) -> list[str]:
        """The words of the same sentence before a word, nearest last."""
        first = int(self._analysis.sentences[self._sentence[word], 0])
        return self.words((max(first, word - NEIGHBOURHOOD), word))

    def after(self, word: int) -> list[str]:
        """The words of the same sentence after a word, the word itself left out."""
        last = int(self._analysis.sentences[self._sentence[word], 1])
        return self.words((word + 1, min(last, word + 1 + NEIGHBOURHOOD)))

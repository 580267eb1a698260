"""Which of many phrases stand in a sequence of words, whatever the words' endings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.codebook.forms import lemmas

Index = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with the name that each stands for, by their first word.

    Attributes:
        by_first: first word -> ((the words that follow it, the name), ...).
        irregular: form -> lemmas.
    """

    by_first: Index
    irregular: Mapping[str, tuple[str, ...]]

    def found(self, words: Sequence[str]) -> Iterator[tuple[str, str]]:
        """(name, phrase) for every place where a phrase begins; `words` are plain."""
        for at, word in enumerate(words):
            for first in lemmas(word, self.irregular):
                for rest, name in self.by_first.get(first, ()):
                    if self._follow(rest, words, at + 1):
                        yield name, " ".join((first, *rest))

    def _follow(self, rest: Sequence[str], words: Sequence[str], at: int) -> bool:
        return len(words) - at >= len(rest) and all(
            wanted in lemmas(words[at + n], self.irregular) for n, wanted in enumerate(rest)
        )


def phrases(pairs: Iterable[tuple[str, str]], irregular: Mapping[str, tuple[str, ...]]) -> Phrases:
    """A table of (phrase, name)."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, name in pairs:
        first, *rest = phrase.split()
        index.setdefault(first, []).append((tuple(rest), name))
    return Phrases({first: tuple(rows) for first, rows in index.items()}, irregular)

"""Walk the dependency trees of an analysis."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.schema.analysis import Analysis

Words = tuple[int, int]
# Further than any two words of one sentence that belong together.
APART = 99


class Syntax:
    """The trees of one analysis, with each word's dependents at hand."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._heads: list[int] = analysis.heads.tolist()
        self._relations = [name.partition(":")[0] for name in analysis.deprels]
        self._dependents: list[list[int]] = [[] for _ in self._heads]
        for word, head in enumerate(self._heads):
            if head >= 0:
                self._dependents[head].append(word)

    def head(self, word: int) -> int:
        """Index of the word's head, -1 for a root."""
        return self._heads[word]

    def relation(self, word: int) -> str:
        """The word's universal relation, without subtype."""
        return self._relations[word]

    def dependents(self, word: int, *relations: str) -> list[int]:
        """Direct dependents in reading order; with relations, only those (compared without subtypes)."""
        found, known = self._dependents[word], self._relations
        return [d for d in found if known[d] in relations] if relations else found

    def top(self, words: Words) -> int:
        """The word of a span that heads the rest: the first whose own head lies outside."""
        first, last = words
        for word in range(first, last):
            if not first <= self._heads[word] < last:
                return word
        return last - 1

    def subtree(self, word: int, *, without: Collection[int] = ()) -> list[int]:
        """The word and all below it, in reading order; words in `without` are cut off with all below them."""
        found, rest = [], [word]
        while rest:
            node = rest.pop()
            if node not in without:
                found.append(node)
                rest.extend(self._dependents[node])
        return sorted(found)

    def steps(self, word: int, other: int) -> int:
        """Steps along the tree from one word to another, `APART` where they hang in different trees."""
        above = {node: steps for steps, node in enumerate((word, *self.ancestors(word)))}
        ways = (above[n] + steps for steps, n in enumerate((other, *self.ancestors(other))) if n in above)
        return next(ways, APART)

    def ancestors(self, word: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        node = self._heads[word]
        while node >= 0:
            yield node
            node = self._heads[node]


def runs(words: Collection[int]) -> list[Words]:
    """Word indices as half-open runs of neighbours."""
    found: list[Words] = []
    for word in sorted(words):
        if found and found[-1][1] == word:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return found

"""Groups told by who leads or backs them: "the Karvian-led force" for the Front that was called so before."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from sayso.lexicon.persons import body_nouns
from sayso.linguistics.agreement import of_noun
from sayso.linguistics.phrases import Phrases
from sayso.linguistics.syntax import Words

# Behind a hyphen they say whose a group is: "Karvian-led", "Ostrand-backed".
_BACKING = frozenset(
    "led backed supported sponsored allied aligned dominated run controlled armed funded".split()
)
_HYPHENS = frozenset("-‑–")
# How far up the tree the noun stands that a compound belongs to.
_HIGHEST = 3
_NOMINAL = ("NOUN", "PROPN")
# Nouns for armed groups that are no bodies elsewhere: a force is also what an army uses.
_FORCES = frozenset(("force", "forces", "army", "troops"))

Compound = tuple[str, str]


class Backing:
    """The groups of a document by the compounds that describe them.

    The text itself has to say so before, beside the name ("the Karvian-led Valley Front"), in an apposition
    ("the Front, a Karvian-led alliance") or by "is"; where it says so of two groups, neither is meant.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def find(self, head: int) -> Words | None:
        """The full name of the one group that a phrase with this head describes, or None."""
        phrases = self._phrases
        noun = phrases.plain[head]
        if noun not in _FORCES and noun not in body_nouns() and of_noun(noun).sort not in ("body", "people"):
            return None
        compound = self._compound(head)
        if compound is None:
            return None
        told = self._told[compound]
        groups = {group for _, group in told[: bisect_left(told, (head, -1))]}
        return phrases.naming.full_name(groups.pop()) if len(groups) == 1 else None

    @cached_property
    def _told(self) -> dict[Compound, list[tuple[int, int]]]:
        """Compound -> (word, number of the group that it describes there), in reading order."""
        found: dict[Compound, list[tuple[int, int]]] = defaultdict(list)
        for at in self._places:
            group = self._described(at)
            if group >= 0:
                found[self._at(at)].append((at, group))
        return found

    @cached_property
    def _places(self) -> list[int]:
        """The last words of the compounds."""
        plain = self._phrases.plain
        return [at for at in range(2, len(plain)) if plain[at] in _BACKING and plain[at - 1] in _HYPHENS]

    def _at(self, at: int) -> Compound:
        return self._phrases.plain[at - 2], self._phrases.plain[at]

    def _compound(self, head: int) -> Compound | None:
        """The compound among the words before a head."""
        first, _ = self._phrases.core(head)
        inside = [at for at in self._places if first <= at < head]
        return self._at(inside[-1]) if inside else None

    def _described(self, at: int) -> int:
        """Number of the group whose noun a compound stands before, or -1."""
        phrases, syntax = self._phrases, self._phrases.syntax
        node = at
        for _ in range(_HIGHEST):
            node = syntax.head(node)
            if node < 0:
                return -1
            if node > at and phrases.analysis.upos[node] in _NOMINAL:
                break
        else:
            return -1
        group = phrases.naming.group_at(node)
        if group < 0 and syntax.dependents(node, "cop"):
            group = next(map(phrases.naming.group_at, syntax.dependents(node, "nsubj")), -1)
        return group if group >= 0 and phrases.naming.groups[group].kind != "person" else -1

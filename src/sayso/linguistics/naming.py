"""Which entity a phrase names, and by what fullest name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.lexicon.organisations import is_firm, organisations_in
from sayso.lexicon.wording import titles
from sayso.linguistics.agreement import of_noun
from sayso.linguistics.entities import Group, find_groups
from sayso.linguistics.names import Name, plain_words, written
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis

_JOINTS = frozenset((",", "and", "&"))
_MISTAKEN = ("organisation", "other")
# Mentions of an entity that are looked at for a word on what it is.
_TRIED = 5
_COMMAS = frozenset((",", "(", ")"))
_NOT = frozenset(("not", "n't", "never"))
_NAMED_FULLER = ("person", "organisation")


class Naming:
    """The entities of an analysis, found by the words that name them.

    Attributes:
        words, plain: (words,) as they are written, and as the lexicon spells them.
        groups: the entities, in order of first mention.
    """

    def __init__(self, analysis: Analysis, syntax: Syntax) -> None:
        self.analysis = analysis
        self.syntax = syntax
        self.words = written(analysis)
        self.plain = plain_words(analysis)
        self.groups: list[Group] = find_groups(analysis, self.words)
        self._name_of: dict[int, tuple[int, Name]] = {}
        self._apposed: dict[int, int] = {}
        for group in self.groups:
            for name in group.names:
                self._name_of.update(dict.fromkeys(range(name.first, name.last), (group.number, name)))
            group.is_person = group.kind in _MISTAKEN and self._is_called_a_person(group)

    def _is_called_a_person(self, group: Group) -> bool:
        """Whether a noun for a person stands in apposition to it: "the home secretary, Ana Dur"."""
        words = self.words[group.fullest.first : group.fullest.last]
        if organisations_in(words) or is_firm(words):
            return False
        return any(of_noun(self.plain[noun]).sort == "person" for _, noun in self.appositions(group.number))

    def _appositions(self, top: int) -> list[int]:
        above = [self.syntax.head(top)] if self.syntax.relation(top) == "appos" else []
        return [*above, *self.syntax.dependents(top, "appos")]

    def group_at(self, head: int) -> int:
        """Number of the entity that the phrase with this head names, itself or in an apposition, or -1."""
        named = self._name_of.get(head)
        if named is not None:
            return named[0]
        if head in self._apposed:
            return self._apposed[head]
        for word in self.syntax.dependents(head, "appos", "flat", "compound"):
            named = self._name_of.get(word)
            if named is not None and self.groups[named[0]].kind == "person" and self._is_apposed(head, word):
                return named[0]
        if self.syntax.relation(head) == "appos":
            named = self._name_of.get(self._first_name_word(self.syntax.head(head)))
            return named[0] if named else -1
        return self._equated(head)

    def _equated(self, head: int) -> int:
        """Number of the person that a description is said to be, or -1: "the winner is Ana Dur"."""
        name = self.syntax.head(head)
        named = self._name_of.get(name)
        if named is None or self.syntax.relation(head) != "nsubj" or not self.syntax.dependents(name, "cop"):
            return -1
        persons = of_noun(self.plain[head]).sort == self.groups[named[0]].kind == "person"
        denied = any(self.plain[word] in _NOT for word in self.syntax.dependents(name, "advmod"))
        return named[0] if persons and not denied else -1

    def note(self, phrase: Words) -> None:
        """Takes from its commas whom a source phrase names, where its tree does not tell."""
        head = self.syntax.top(phrase)
        first, last = phrase
        if self.group_at(head) >= 0:
            return
        for at in range(first, last):
            named = self._name_of.get(at)
            if named is None or named[1].first != at or self.groups[named[0]].kind != "person":
                continue
            before = self.plain[at - 1] if at > first else ","
            after = self.plain[named[1].last] if named[1].last < last else ","
            if after in _COMMAS and (before in _COMMAS or before in titles()):
                self._apposed[head] = named[0]
                return

    def _first_name_word(self, head: int) -> int:
        """The word that names in a phrase headed by a title: "General | Ana Dur"."""
        beside = self.syntax.dependents(head, "flat", "compound")
        return next((word for word in (head, *beside) if word in self._name_of), head)

    def _is_apposed(self, head: int, name: int) -> bool:
        """Whether a name beside a noun is its own: "the minister, Ana Dur", not "the Dur plan"."""
        if self.syntax.relation(name) == "flat":
            return True
        if self.syntax.relation(name) != "compound":
            return of_noun(self.plain[head]).sort in ("person", "thing")
        return name > head

    def appositions(self, group: int) -> Iterator[tuple[Name, int]]:
        """Its first names, each with the noun in apposition to it: "Jari Lehtonen, the minister"."""
        for name in self.groups[group].names[:_TRIED]:
            for noun in self._appositions(self.syntax.top((name.first, name.last))):
                yield name, noun

    def name_at(self, word: int) -> Words | None:
        """The name that a word stands in."""
        named = self._name_of.get(word)
        return (named[1].first, named[1].last) if named else None

    def full_name(self, group: int) -> Words:
        """The fullest name of an entity where it first stands, with the titles before it."""
        name = self.groups[group].fullest
        first = name.first
        while first > 0 and self._is_title(first - 1, first, name.last):
            first -= 1
        return first, name.last

    def _is_title(self, word: int, first: int, last: int) -> bool:
        if self.plain[word] in titles():
            return True
        capital = self.analysis.upos[word] == "PROPN" and self.words[word][:1].isupper()
        return capital and first <= self.syntax.head(word) < last and word not in self._name_of

    def fuller_name(self, group: int, words: Words) -> Words | None:
        """The full name of an entity that `words` call by less, or None where nothing is fuller."""
        if self.groups[group].kind not in _NAMED_FULLER:
            return None
        named = [self._name_of[at] for at in range(*words) if at in self._name_of]
        told = max((len(name.key) for number, name in named if number == group), default=0)
        return self.full_name(group) if len(self.groups[group].fullest.key) > told else None

    def is_new_bare_name(self, group: int, head: int) -> bool:
        """Whether a phrase is a person's full name, the first time and without a word on who that is."""
        if group < 0 or self.groups[group].kind != "person":
            return False
        name = self.groups[group].names[0]
        if len(name.key) < 2 or name.titled or not name.first <= head < name.last:
            return False
        described = self.syntax.dependents(head, "appos", "compound", "nmod")
        return not any(of_noun(self.plain[word]).sort == "person" for word in described)

    def joined_names(self, groups: list[int]) -> Words | None:
        """Where the full names of several entities stand side by side: "Ana Dur and Jan Velde"."""
        spans = sorted(self.full_name(group) for group in groups)
        for (_, last), (first, _) in pairwise(spans):
            if not set(self.plain[last:first]) <= _JOINTS or first - last > len(_JOINTS):
                return None
        return spans[0][0], spans[-1][1]

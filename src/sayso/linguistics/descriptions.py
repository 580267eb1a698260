"""What a definite phrase points back to: "the officials" to "US Defence officials"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from sayso.lexicon.agents import agents
from sayso.lexicon.persons import body_nouns
from sayso.linguistics.agreement import of_noun, singular
from sayso.linguistics.backing import Backing
from sayso.linguistics.generics import Generics
from sayso.linguistics.phrases import Candidate, Phrases
from sayso.linguistics.syntax import Words

# Sentences looked back over for a noun told again, and earlier phrases tried.
_REACH = 10
_MOST = 20

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_MODIFIERS = ("amod", "compound", "nmod", "nummod")
# They tell nothing about who it is: "the same officials", "the other group".
_EMPTY = frozenset(("same", "former", "latter", "said"))
_OTHERS = frozenset(("other", "another", "new", "latest", "first", "second", "next", "previous"))


class Descriptions:
    """Resolves the definite phrases of a document."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._generics = Generics(phrases)
        self._backing = Backing(phrases)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each noun stands, by its singular; names count where a noun of the lexicon is in them."""
        places: dict[str, list[int]] = defaultdict(list)
        for word, tag in enumerate(self._phrases.analysis.upos):
            text = self._phrases.plain[word]
            if tag == "NOUN" or (tag == "PROPN" and (text in agents() or text in body_nouns())):
                places[singular(text)].append(word)
        return places

    def find(self, head: int) -> Words | None:
        """The fuller phrase before it that a definite phrase with this head stands for, or None."""
        if self._phrases.analysis.upos[head] != "NOUN" or not self._is_definite(head):
            return None
        number = self._number(head)
        if number is not None:
            return self._generics.joined(head, number)
        backed = self._backing.find(head)
        if backed is not None:
            return backed
        again = self._again(head)
        if again is not None:
            return self._words(again)
        return None if self._modifiers(head) else self._generics.group(head)

    def _words(self, candidate: Candidate) -> Words:
        if candidate.group >= 0:
            return self._phrases.naming.full_name(candidate.group)
        return self._phrases.core(candidate.head)

    def _is_definite(self, head: int) -> bool:
        """With "the" or "this", and nothing after it that says which one is meant."""
        syntax, plain = self._phrases.syntax, self._phrases.plain
        after = any(word > head for word in syntax.dependents(head, "nmod", "acl", "appos", "conj"))
        return not after and any(plain[word] in _DEFINITE for word in syntax.dependents(head, "det"))

    def _number(self, head: int) -> int | None:
        words = self._phrases.syntax.dependents(head, "nummod", "det")
        return next((_NUMBERS[t] for w in words if (t := self._phrases.plain[w]) in _NUMBERS), None)

    def _modifiers(self, head: int) -> frozenset[str]:
        """The words beside a head that tell which one it is, in the singular."""
        phrases = self._phrases
        found = {phrases.plain[w] for w in phrases.syntax.dependents(head, *_MODIFIERS)}
        name = phrases.naming.name_at(head)
        if name is not None:
            found.update(phrases.plain[w] for w in range(*name) if w != head)
        return frozenset(singular(word) for word in found if word not in _EMPTY)

    def _again(self, head: int) -> Candidate | None:
        own = self._modifiers(head)
        if own & _OTHERS:
            return None
        sentence = self._phrases.sentence(head)
        found: Candidate | None = None
        for place in self._earlier(head):
            if found is not None and self._phrases.sentence(place) < self._phrases.sentence(found.head):
                break
            candidate = self._fuller(place, own)
            if candidate is None or sentence - self._phrases.sentence(place) > _REACH:
                continue
            if found is not None and not self._are_one(found, candidate):
                return None
            found = candidate
        return found

    def _earlier(self, head: int) -> Iterator[int]:
        """Earlier places of the noun, the nearest first."""
        phrases = self._phrases
        places = self._places[singular(phrases.plain[head])]
        plural, quotation = of_noun(phrases.plain[head]).plural, phrases.quotation(head)
        at = bisect_left(places, head)
        for place in reversed(places[max(0, at - _MOST) : at]):
            if of_noun(phrases.plain[place]).plural == plural and phrases.quotation(place) in (0, quotation):
                yield place

    def _fuller(self, place: int, own: frozenset[str]) -> Candidate | None:
        """The phrase at an earlier place of the noun, where it tells all that `own` does and more."""
        told = self._modifiers(place)
        if not own <= told:
            return None
        named = self._named_by(place)
        if named >= 0:
            return Candidate(place, of_noun(self._phrases.plain[place]), named, False, 0)
        return self._phrases.candidate(place) if told > own else None

    def _named_by(self, place: int) -> int:
        """The entity whose title or name this noun is: "Defence Secretary Ana Dur", "the Tarsk Party"."""
        phrases = self._phrases
        group = phrases.naming.group_at(place)
        if group >= 0:
            return group if phrases.naming.groups[group].kind in ("person", "organisation") else -1
        over = phrases.syntax.head(place)
        relation = phrases.analysis.deprels[place]
        if over == place + 1 and relation in ("compound", "nmod:desc", "flat"):
            group = phrases.naming.group_at(over)
            return group if group >= 0 and phrases.naming.groups[group].kind == "person" else -1
        return -1

    def _are_one(self, one: Candidate, other: Candidate) -> bool:
        if one.group >= 0 and one.group == other.group:
            return True
        here, there = self._modifiers(one.head), self._modifiers(other.head)
        return here <= there or there <= here

"""Names of places that no list knows: a country speaks like a person, and is labelled as one.

"Kestria denied it" alone may be anybody. That there are Kestrian officers, a parliament of Kestria and things
that happen in Kestria tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from sayso.lexicon.agents import agents
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name, organisations_in
from sayso.lexicon.persons import gender_of_given_name
from sayso.lexicon.wording import titles
from sayso.linguistics.names import POSSESSIVES, folded, spelled

# "In Brook's view" has an owner; "in Brook" has none but a place.
_WITHIN = frozenset(("in", "into", "inside", "across", "throughout"))
_FROM = frozenset(("in", "from", "at", "near"))
# What a country or a town has, and hardly a person or a firm: "Ostrand's parliament".
_OWNED = frozenset("parliament embassy capital border coast ministry legislature senate".split())
# Offices and bodies of a place: "the mayor of Ista", "the army of Ostrand".
_ITS_OWN = frozenset(
    "minister president parliament ambassador embassy capital border coast mayor governor king queen"
    " ministry police army navy guard legislature senate".split()
)
# "Ostrand's former foreign minister"
_OFFICE = 4
_ENDINGS = ("an", "ian", "ean", "ese", "ish")
_PLURALS = ("ans", "ians", "eans")
_SHORTEST = 4


def is_placed(words: Sequence[str], at: int) -> bool:
    """Whether a name that begins here is a place by the words before it."""
    return spelled(words[at - 1]) in _FROM or _is_seat(words, at)


def _is_seat(words: Sequence[str], at: int) -> bool:
    """As in "the mayor of Ista"."""
    before = [spelled(word) for word in words[max(0, at - 2) : at]]
    return before[1:] == ["of"] and before[0] in _ITS_OWN


class PlaceNames:
    """Which single words of one text name places, by what the text does with them.

    Args:
        words, upos: (words,) as written, and their tags.
        persons: folded words that are part of a person's full name in the text; they name no place.
    """

    def __init__(self, words: Sequence[str], upos: Sequence[str], persons: Iterable[str]) -> None:
        self._words = words
        self._upos = upos
        self._persons = frozenset(persons)
        self._peoples = frozenset(self._adjectives())
        self._mentions: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            if word[:1].isupper():
                self._mentions[folded(word)].append(at)

    def is_place(self, word: str) -> bool:
        """Whether a folded word names a place wherever it has a capital."""
        mentions = self._mentions[word]
        if not self._may_be(word):
            return False
        written = self._words[mentions[0]]
        if countries_in((written,)):
            return not any(countries_in((written[:end],)) for end in (-1, -2))
        return self._has_people(word) or any(map(self._has_offices, mentions)) or self._is_where(mentions)

    def is_beside(self, word: str, places: Container[str]) -> bool:
        """Whether a word stands beside these more than once: "Daluvia and Kestria"."""
        beside = sum(
            spelled(self._words[joint]) == "and" and folded(self._words[other]) in places
            for at in self._mentions[word]
            for joint, other in ((at - 1, at - 2), (at + 1, at + 2))
            if 0 <= other < len(self._words)
        )
        return beside > 1 and self._may_be(word)

    def _may_be(self, word: str) -> bool:
        """Whether nothing tells that it names a person."""
        mentions = self._mentions[word]
        if len(word) < _SHORTEST or word in self._persons or not mentions:
            return False
        written = self._words[mentions[0] : mentions[0] + 1]
        given = gender_of_given_name(spelled(written[0]))
        known = organisations_in(written) or affiliation_of_name(written)
        return not given and not known and not any(map(self._is_somebody, mentions))

    def _adjectives(self) -> Iterator[str]:
        """Words like "Kestrian" in "a Kestrian officer", and "Kestrians"."""
        for at, word in enumerate(self._words[:-1]):
            if not word[:1].isupper():
                continue
            low = folded(word)
            if low.endswith(_PLURALS):
                yield low[:-1]
            elif low.endswith(_ENDINGS) and self._describes(at + 1):
                yield low

    def _describes(self, noun: int) -> bool:
        return self._upos[noun] in ("NOUN", "ADJ") and self._words[noun].islower()

    def _has_people(self, word: str) -> bool:
        stem = word.rstrip("aeiouy") or word
        made = {word + "n", *(base + end for base in (word, stem) for end in _ENDINGS)}
        return not self._peoples.isdisjoint(made)

    def _has_offices(self, at: int) -> bool:
        """Whether an office or a body is its own: "Kestria's parliament", "the mayor of Ista"."""
        after = [spelled(word) for word in self._words[at + 1 : at + 2 + _OFFICE]]
        if after[:1] and after[0] in POSSESSIVES:
            stop = next((n for n, word in enumerate(after[1:], 1) if word in _OWNED), None)
            return stop is not None and all(word.isalpha() for word in after[1:stop])
        return _is_seat(self._words, at)

    def _is_where(self, mentions: Sequence[int]) -> bool:
        """Whether more happens in it than not."""
        inside = sum(spelled(self._words[at - 1]) in _WITHIN for at in mentions if at)
        return inside > 1 and 2 * inside > len(mentions)

    def _is_somebody(self, at: int) -> bool:
        """Whether a title stands before the word, or who it is behind it: "Marsh, the water minister,"."""
        if at and spelled(self._words[at - 1]) in titles():
            return True
        behind = [spelled(word) for word in self._words[at + 1 : at + 3]]
        if behind[:1] != [","] or behind[1:] not in (["the"], ["a"], ["an"]):
            return False
        nouns = (agents().get(spelled(word)) for word in self._words[at + 3 : at + 3 + _OFFICE])
        return any(noun is not None and noun.kind == "person" for noun in nouns)

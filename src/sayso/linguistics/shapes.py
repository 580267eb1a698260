"""What words look like: a person's name, a description, some other name."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lexicon.agents import agents
from sayso.lexicon.persons import body_nouns, gender_of_given_name
from sayso.lexicon.wording import titles
from sayso.linguistics.names import PARTICLES, after_titles, spelled
from sayso.schema.entity import EntityKind

HYPHENS = frozenset("-‑")
LONGEST_PERSON = 5
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december".split()
)
PREPOSITIONS = frozenset("of in for at from on with by to near".split())
# Titles that begin nothing but the name of a person, and such as hardly do.
_ADDRESSES = frozenset("mr mrs ms dr sir".split())
_TITLES = frozenset("president sen rep gov gen col maj capt lt sgt prof rev".split())
# Foreign names come as X.
_PROPER = frozenset(("PROPN", "X"))


class Shapes:
    """The words of one text and their tags; every question is about half-open words of it."""

    def __init__(self, words: Sequence[str], upos: Sequence[str]) -> None:
        self.words = words
        self.upos = upos

    def is_name(self, kind: EntityKind, first: int, last: int) -> bool:
        """Whether the words name and do not only describe: "Orenia's ministry" is a description."""
        end = self.words[last - 1]
        if kind == "nationality":
            return self.words[first][:1].isupper()
        if self.words[first].islower() or spelled(end) in TIMES or self._is_party_and_place(first, last):
            return False
        if not any(self.is_proper(at) for at in range(first, last)) or self._is_owned(first, last):
            return False
        if any(self._is_role(at) for at in range(first, last - 1)):
            return False
        own = after_titles(self.words, first, last) if kind == "person" else first
        spelt = [spelled(word) for word in self.words[own:last]]
        if kind == "person" and not PREPOSITIONS.isdisjoint(self.words[own:last]):
            # "villagers in Ouro Sul"
            return False
        if kind == "person" and all(word in agents() or word in titles() for word in spelt):
            # "Minister warns of floods"
            return False
        # "the Workers' party", "the Dur administration"; "Bel Ki-mon" comes in three words
        last = last - 2 if last - first > 2 and self.words[last - 2] in HYPHENS else last
        return not self.words[last - 1].islower() or (kind == "organisation" and _is_body(spelled(end)))

    def _is_party_and_place(self, first: int, last: int) -> bool:
        """Whether the words only tell whose seat it is: "Ana Dur, R-Tarsk."."""
        return last - first > 1 and len(self.words[first]) == 1 and self.words[first + 1] in HYPHENS

    def _is_role(self, at: int) -> bool:
        """A word for a person is part of a description: "TV hosts from Tarsk"."""
        agent = agents().get(self.words[at])
        return agent is not None and agent.kind == "person" and self.upos[at] == "NOUN"

    def _is_owned(self, first: int, last: int) -> bool:
        """Whether a common noun belongs to somebody here: "the Fund's director for Tarsk"."""
        mark = next((at for at in range(first, last) if spelled(self.words[at]) == "'s"), last)
        return any(self.upos[at] == "NOUN" and self.words[at].islower() for at in range(mark, last))

    def is_proper(self, at: int) -> bool:
        if not self.words[at][:1].isupper():
            return False
        # "The Herald": a newspaper's name may look like a noun
        return self.upos[at] in _PROPER or (self.upos[at] == "NOUN" and at > 0 and self.upos[at - 1] == "DET")

    def are_people(self, at: int) -> bool:
        """Whether a word is a plural for persons: "Conservatives", who are no one person."""
        agent = agents().get(spelled(self.words[at]))
        return agent is not None and agent.kind == "person" and agent.plural

    def is_person(self, first: int, last: int) -> bool:
        """Whether a given name or a title makes it a person's name, whatever its label."""
        return self.is_full_person(first, last) or self.is_titled(first, last)

    def is_titled(self, first: int, last: int) -> bool:
        """Whether it is like "Mr Dur" or "President Dur", and not like "President Hotel"."""
        title, end = spelled(self.words[first]).rstrip("."), spelled(self.words[last - 1])
        if last - first > LONGEST_PERSON or not self.are_proper(first + 1, last):
            return False
        if title in _TITLES:
            return end not in agents() and end not in body_nouns()
        return title in _ADDRESSES

    def is_full_person(self, first: int, last: int) -> bool:
        while first < last and spelled(self.words[first]) in titles():
            first += 1
        if not 1 < last - first <= LONGEST_PERSON or not gender_of_given_name(spelled(self.words[first])):
            return False
        return self.are_proper(first, last) and spelled(self.words[last - 1]) not in agents()

    def are_proper(self, first: int, last: int) -> bool:
        proper = (self.is_proper(at) or self.words[at] in PARTICLES for at in range(first, last))
        return first < last and all(proper)


def _is_body(noun: str) -> bool:
    agent = agents().get(noun)
    return noun in body_nouns() or (agent is not None and agent.kind == "body")

"""Find the names in a text: what the encoder labelled, put right where capitals leave no doubt.

The encoder labels some descriptions as well ("the defence secretary") and misses or mistakes some
names; titles, given names and a surname labelled elsewhere tell better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.lexicon.agents import agents
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name, organisations_in
from sayso.lexicon.persons import body_nouns, gender_of_given_name
from sayso.lexicon.wording import titles
from sayso.linguistics.names import PARTICLES, POSSESSIVES, Name, folded, make_name, spelled
from sayso.schema.analysis import Analysis
from sayso.schema.entity import EntityKind

KINDS: dict[str, EntityKind] = {
    "Person": "person",
    "PER": "person",
    "Organisation": "organisation",
    "ORG": "organisation",
    "Location": "location",
    "LOC": "location",
    "Nationality": "nationality",
    "MilitaryPlatform": "other",
    "Weapon": "other",
    "DocumentReference": "other",
    "MISC": "other",
}
_LONGEST_PERSON = 5
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december".split()
)
_BEFORE_TOWNS = frozenset(("in", "at", "from", "near", "to"))
_NO_NAME = frozenset(("DET", "PRON", "CCONJ"))
_BRACKETS = frozenset("()")
_HYPHENS = frozenset("-‑")
_MISTAKEN: tuple[EntityKind, ...] = ("organisation", "other")

Part = tuple[EntityKind, int, int]


def names_in(analysis: Analysis, words: Sequence[str]) -> list[Name]:
    """The named mentions in reading order; `words` are all words of the analysis as written."""
    return _Finder(analysis, words).find()


class _Finder:
    """One walk over the mentions of a text, and over the words between them."""

    def __init__(self, analysis: Analysis, words: Sequence[str]) -> None:
        self.upos = analysis.upos
        self.words = words
        self.mentions = analysis.mentions

    def find(self) -> list[Name]:
        labelled = [part for part in self._labelled() if self._is_name(*part)]
        taken = {at for _, first, last in labelled for at in range(first, last)}
        parts = sorted([*labelled, *self._unlabelled(taken)], key=lambda part: part[1])
        alone = {self._surname(part) for part in parts if part[0] == "person" and part[2] - part[1] == 1}
        parts = [self._by_bare_surname(part, alone) for part in parts]
        surnames = {self._surname(part) for part in parts if part[0] == "person" and part[2] - part[1] > 1}
        parts = [self._by_surname(part, surnames) for part in parts]
        parts += [("person", at, at + 1) for at in self._lone(taken, surnames)]
        found = (make_name(self.words, *part) for part in sorted(set(parts), key=lambda part: part[1]))
        return [name for name in found if name is not None]

    def _labelled(self) -> Iterator[Part]:
        """The mentions, come apart at brackets: "Orenia Relief Fund (ORF)" names it twice."""
        for mention in self.mentions:
            kind = KINDS.get(mention.kind)
            if kind is None:
                continue
            first = mention.first
            for at in range(mention.first, mention.last + 1):
                if at == mention.last or self._parts_here(kind, at, mention.last):
                    begin, end = self._trimmed(first, at)
                    if begin < end:
                        yield self._kind(kind, begin, end), begin, end
                    first = at + 1

    def _parts_here(self, kind: EntityKind, at: int, last: int) -> bool:
        """At a comma a person's name ends, or begins after a title: "the mayor, Ana Dur"."""
        if self.words[at] == ",":
            return kind == "person" or self._is_full_person(at + 1, last)
        if kind == "person" and self.upos[at] == "CCONJ":
            return True
        return self.words[at] in _BRACKETS

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        words = self.words
        while last > first and (spelled(words[last - 1]) in POSSESSIVES or not _has_letters(words[last - 1])):
            last -= 1
        while first < last and (self.upos[first] in _NO_NAME or not _has_letters(words[first])):
            first += 1
        while first < last - 1 and words[first].islower() and self.upos[first + 1] != "ADP":
            first += 1
        return first, last

    def _is_name(self, kind: EntityKind, first: int, last: int) -> bool:
        """Whether the words name and do not only describe: "Orenia's ministry" is a description."""
        end = self.words[last - 1]
        if kind == "nationality":
            return self.words[first][:1].isupper()
        if self.words[first].islower() or spelled(end) in _TIMES:
            return False
        if not any(self._is_proper(at) for at in range(first, last)) or self._is_owned(first, last):
            return False
        # "the Workers' party", "the Dur administration"
        return not end.islower() or (kind == "organisation" and _is_body(spelled(end)))

    def _is_owned(self, first: int, last: int) -> bool:
        """Whether a common noun belongs to somebody here: "the Fund's director for Tarsk"."""
        mark = next((at for at in range(first, last) if spelled(self.words[at]) == "'s"), last)
        return any(self.upos[at] == "NOUN" and self.words[at].islower() for at in range(mark, last))

    def _is_proper(self, at: int) -> bool:
        if not self.words[at][:1].isupper():
            return False
        # "The Herald": a newspaper's name may look like a noun
        return self.upos[at] == "PROPN" or (self.upos[at] == "NOUN" and at > 0 and self.upos[at - 1] == "DET")

    def _kind(self, kind: EntityKind, first: int, last: int) -> EntityKind:
        """Whatever the label says, a given name and a surname make a person, a known organisation none."""
        if kind in _MISTAKEN and self._is_full_person(first, last):
            return "person"
        return "organisation" if kind == "person" and organisations_in(self.words[first:last]) else kind

    def _is_full_person(self, first: int, last: int) -> bool:
        while first < last and spelled(self.words[first]) in titles():
            first += 1
        if not 1 < last - first <= _LONGEST_PERSON or not gender_of_given_name(spelled(self.words[first])):
            return False
        proper = all(self._is_proper(at) or self.words[at] in PARTICLES for at in range(first, last))
        return proper and spelled(self.words[last - 1]) not in agents()

    def _unlabelled(self, taken: set[int]) -> Iterator[Part]:
        """Runs of proper nouns that begin with a given name."""
        at, end = 0, len(self.upos)
        while at < end:
            stop = at + 1
            if self.upos[at] == "PROPN" and at not in taken:
                while stop < end and stop not in taken and self._goes_on(stop):
                    stop += 1
                if self._is_full_person(at, stop):
                    yield "person", at, stop
            at = stop

    def _goes_on(self, at: int) -> bool:
        """Whether a run goes on; over a hyphen only to another proper noun ("al - Tell")."""
        if self.upos[at] == "PROPN":
            return True
        return self.words[at] in _HYPHENS and at + 1 < len(self.upos) and self.upos[at + 1] == "PROPN"

    def _surname(self, part: Part) -> str:
        return folded(self.words[part[2] - 1])

    def _by_bare_surname(self, part: Part, alone: set[str]) -> Part:
        """Two words for an organisation whose last alone is called a person are that person's name."""
        kind, first, last = part
        if kind not in _MISTAKEN or last - first != 2 or self._surname(part) not in alone:
            return part
        words = self.words[first:last]
        known = affiliation_of_name(words) or organisations_in(words) or countries_in(words)
        return part if known else ("person", first, last)

    def _by_surname(self, part: Part, surnames: set[str]) -> Part:
        """A person's surname by itself means the person, but after "in" or "from" a town."""
        kind, first, last = part
        if last - first != 1 or kind == "nationality" or self._surname(part) not in surnames:
            return part
        town = kind == "location" and first > 0 and spelled(self.words[first - 1]) in _BEFORE_TOWNS
        return part if town else ("person", first, last)

    def _lone(self, taken: set[int], surnames: set[str]) -> Iterator[int]:
        """Surnames that were labelled in one place and not in another."""
        for at, tag in enumerate(self.upos) if surnames else ():
            if tag == "PROPN" and at not in taken and folded(self.words[at]) in surnames:
                before = self.upos[at - 1] if at else ""
                if before != "PROPN" or spelled(self.words[at - 1]) in titles():
                    yield at


def _has_letters(word: str) -> bool:
    return any(map(str.isalnum, word))


def _is_body(noun: str) -> bool:
    agent = agents().get(noun)
    return noun in body_nouns() or (agent is not None and agent.kind == "body")

"""Find the names in a text: what the encoder labelled, put right where capitals leave no doubt.

The encoder labels some descriptions as well ("the defence secretary") and misses or mistakes some
names; titles, given names and a surname labelled elsewhere tell better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.lexicon.agents import Agent, agent_at, agents
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name, is_firm, organisations_in
from sayso.lexicon.persons import gender_of_given_name
from sayso.lexicon.wording import titles
from sayso.linguistics.names import PARTICLES, POSSESSIVES, Name, folded, make_name, spelled
from sayso.linguistics.placenames import PlaceNames, is_placed
from sayso.linguistics.shapes import HYPHENS, LONGEST_PERSON, PREPOSITIONS, TIMES, Shapes
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
_BEFORE_TOWNS = frozenset(("in", "at", "from", "near", "to"))
_FOREIGN = frozenset(("PROPN", "X"))
_VERBS = frozenset(("VERB", "AUX"))
# Of the words that begin no name: a rare given name may be tagged as one of them ("Ansel").
_NO_NAME = frozenset(("DET", "PRON", "CCONJ"))
_SMALL = frozenset(
    "the a an this that these those some any all both each every no another his her their its my our your"
    " one several many few more most other and or but".split()
)
_BY_NOUN: dict[str, EntityKind] = {"person": "person", "body": "organisation", "media": "organisation"}
_PLURAL_OWNERS = frozenset("'’")
_BRACKETS = frozenset("()")
_MISTAKEN: tuple[EntityKind, ...] = ("organisation", "other")

Part = tuple[EntityKind, int, int]
# So many words on, a description ends, or it is none: "Ilan Marsh, the water minister, said".
_DESCRIBED = 7
_ENDS = frozenset((",", ".", "of", "for", "in", "and", "who", "said", "told"))
# Of these no two stand side by side without a comma.
_UNBROKEN: tuple[EntityKind, ...] = ("person", "location")


def names_in(analysis: Analysis, words: Sequence[str]) -> list[Name]:
    """The named mentions in reading order; `words` are all words of the analysis as written."""
    return _Finder(analysis, words).find()


class _Finder:
    """One walk over the mentions of a text, and over the words between them."""

    def __init__(self, analysis: Analysis, words: Sequence[str]) -> None:
        self._shapes = Shapes(words, analysis.upos)
        self.upos = analysis.upos
        self.words = words
        self.mentions = analysis.mentions
        self._begins = set(analysis.sentences[:, 0].tolist())

    def find(self) -> list[Name]:
        labelled: list[Part] = []
        for part in self._labelled():
            labelled += [part] if self._shapes.is_name(*part) else self._within(*part[1:])
        taken = {at for _, first, last in labelled for at in range(first, last)}
        parts = self._together(sorted([*labelled, *self._unlabelled(taken)], key=lambda part: part[1]))
        places = self._places(parts)
        parts = [self._as_placed(part, places) for part in parts]
        called = self._called(parts)
        parts = [self._as_called(part, called) for part in parts]
        surnames = {self._surname(part) for part in parts if part[0] == "person" and part[2] - part[1] > 1}
        parts = [self._by_surname(part, surnames) for part in parts]
        parts += [("person", at, at + 1) for at in self._lone(taken, surnames)]
        parts += [("location", at, at + 1) for at in self._lone(taken, places - surnames)]
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
                    named = self._after_office(first, at) or self._after_noun(first, at)
                    begin, end = self._trimmed(named, at)
                    if begin < end:
                        owner = at < mention.last and spelled(self.words[at]) in POSSESSIVES
                        told = "other" if owner else self._told(first, named) or kind
                        yield self._kind(told, begin, end), begin, end
                    first = at + 1
                    if first < mention.last and kind == "person" and self._is_linked(at):
                        # "Jan Velde of Tarsk", "Jan Velde of the Green Alliance"
                        kind = "organisation" if is_firm(self.words[first : mention.last]) else "location"

    def _parts_here(self, kind: EntityKind, at: int, last: int) -> bool:
        """At a comma a person's name ends, or begins after a title: "the mayor, Ana Dur"."""
        if self.words[at] == ",":
            return kind == "person" or self._shapes.is_full_person(at + 1, last)
        if kind == "person" and (self.upos[at] == "CCONJ" or self._is_linked(at)):
            return True
        if self.words[at] in _PLURAL_OWNERS and self._shapes.are_proper(at + 1, last):
            # "the Dockers' Brotherhood" is one name
            return False
        if spelled(self.words[at]) in POSSESSIVES:
            # "the Herald's Ana Dur" are two
            named = kind == "person" and self._shapes.are_proper(at + 1, last)
            return named or self._shapes.is_full_person(at + 1, last)
        # "Dur said" was labelled as a document
        return self.words[at] in _BRACKETS or (self.upos[at] in _VERBS and self.words[at].islower())

    def _after_office(self, first: int, last: int) -> int | None:
        """Where the name begins in "Homeland Security Secretary Jeh Velde"; None of "General Motors Corp"."""
        for at in range(last - 3, first, -1):
            noun = agents().get(spelled(self.words[at]))
            if noun is not None and noun.kind == "person" and not noun.plural:
                named = self._shapes.are_proper(at + 1, last) and not is_firm(self.words[at + 1 : last])
                return at + 1 if named and last - at <= LONGEST_PERSON else None
        return None

    def _after_noun(self, first: int, last: int) -> int:
        """Where the name begins in "Tarsk Council spokesman Jan Velde"."""
        for at in range(last - 1, first, -1):
            if not self._shapes.is_proper(at) and self.words[at] not in PARTICLES:
                noun = self.words[at].islower() and spelled(self.words[at]) in agents()
                if not noun and (self.words[at - 1] in HYPHENS or self.upos[at] in _FOREIGN):
                    continue  # "Eun-ji Baek", "El Heraldo del Valle"
                return at + 1 if noun and at + 1 < last else first
        return first

    def _is_linked(self, at: int) -> bool:
        """Whether a preposition stands between two names: "Jan Velde of the Green Alliance"."""
        linked = self.words[at] in PREPOSITIONS and at > 0 and self._shapes.is_proper(at - 1)
        return linked and spelled(self.words[at - 1]) not in agents()

    def _told(self, first: int, named: int) -> EntityKind | None:
        """What the noun before a name says that it is: "the transport union Sul"."""
        words = [spelled(word) for word in self.words[first:named]]
        noun = agent_at(words, len(words) - 1) if words else None
        return None if noun is None else _BY_NOUN.get(noun.agent.kind)

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        words = self.words
        while last > first and (spelled(words[last - 1]) in POSSESSIVES or not _has_letters(words[last - 1])):
            last -= 1
        while first < last and (
            self._begins_none(first)
            or not _has_letters(words[first])
            or (first < last - 1 and words[first].islower() and self.upos[first + 1] != "ADP")
        ):
            first += 1
        return first, last

    def _begins_none(self, at: int) -> bool:
        return self.upos[at] in _NO_NAME and (self.words[at].islower() or spelled(self.words[at]) in _SMALL)

    def _kind(self, kind: EntityKind, first: int, last: int) -> EntityKind:
        """Whatever the label says, a given name and a surname make a person, a known organisation none."""
        if kind in _MISTAKEN and self._shapes.is_person(first, last):
            return "person"
        if kind in (*_MISTAKEN, "location") and self._is_somebody(last):
            return "person"
        person = kind == "person" and not self._shapes.is_person(first, last)
        if person and (self._is_something(last) or self._is_firm(first, last)):
            return "organisation"
        several = kind == "person" and self._shapes.are_people(last - 1)
        if several or (kind == "person" and organisations_in(self.words[first:last])):
            return "organisation"
        return kind

    def _is_something(self, last: int) -> bool:
        """Whether what it is follows: "Metro Sul, which runs the trams," or "Metro Sul, the operator,"."""
        if [spelled(word) for word in self.words[last : last + 2]] == [",", "which"]:
            return True
        noun, after = self._described(last)
        return noun is not None and noun.kind in ("body", "media") and after == ","

    def _is_firm(self, first: int, last: int) -> bool:
        """Whether a name of several words ends as those of organisations do: "Skerry Air"."""
        if last - first < 2 or gender_of_given_name(spelled(self.words[first])):
            return False
        beside = self.words[max(0, first - 1) : first + 1]
        return is_firm(self.words[first:last]) and not any(spelled(word) in titles() for word in beside)

    def _is_somebody(self, last: int) -> bool:
        """Whether who somebody is follows: "Ilan Marsh, the water minister, said"."""
        noun, _ = self._described(last)
        return noun is not None and noun.kind == "person"

    def _described(self, last: int) -> tuple[Agent | None, str]:
        """The noun that says behind a comma who or what a name is, and the word after it."""
        described = self.words[last + 1 : last + _DESCRIBED]
        if self.words[last : last + 1] != [","] or not described or described[0] not in ("the", "a", "an"):
            return None, ""
        until = next((at for at, word in enumerate(described) if word in _ENDS), len(described))
        after = described[until] if until < len(described) else ""
        return agents().get(spelled(described[until - 1])), after

    def _together(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, those made one that are a given name and the surname after it, a title and a name
        ("Mr." and "Velde"), or the words of a place ("Port" and "Asten").
        """
        found: list[Part] = []
        for part in parts:
            kind, first, last = found[-1] if found else part
            touching = last == part[1] and last not in self._begins
            if touching and last - first == 1 and self._shapes.is_full_person(first, part[2]):
                found[-1] = ("person", first, part[2])
            elif touching and kind == part[0] and kind in _UNBROKEN:
                found[-1] = (kind, first, part[2])
            else:
                found.append(part)
        return found

    def _within(self, first: int, last: int) -> Iterator[Part]:
        """The places that a description tells of: "people from Upper Velle", "the governor of Sulvara"."""
        at = first + 1
        while at < last:
            stop = at
            while stop < last and self.words[stop][:1].isupper():
                stop += 1
            if stop > at and spelled(self.words[at]) not in TIMES and is_placed(self.words, at):
                yield "location", at, stop
            at = stop + 1

    def _places(self, parts: Sequence[Part]) -> set[str]:
        """The words, folded, that name places here, whatever their labels: "Ostrand denied it"."""
        persons = (part for part in parts if part[0] == "person" and part[2] - part[1] > 1)
        full = {word for _, first, last in persons for word in self._folded(first, last)}
        names = PlaceNames(self.words, self.upos, full)
        single = {first for kind, first, last in parts if last - first == 1 and kind != "nationality"}
        words = {folded(self.words[at]) for at in single}
        places = {word for word in words if names.is_place(word)}
        return places | {word for word in words - places if names.is_beside(word, places)}

    def _as_placed(self, part: Part, places: set[str]) -> Part:
        kind, first, last = part
        placed = last - first == 1 and kind != "nationality" and folded(self.words[first]) in places
        return ("location", first, last) if placed else part

    def _unlabelled(self, taken: set[int]) -> Iterator[Part]:
        """Runs of proper nouns that begin with a given name or a title."""
        at, end = 0, len(self.upos)
        while at < end:
            stop = at + 1
            if self.upos[at] == "PROPN" and at not in taken:
                while stop < end and stop not in taken and self._goes_on(stop):
                    stop += 1
                if self._shapes.is_person(at, stop):
                    yield "person", at, stop
            at = stop

    def _goes_on(self, at: int) -> bool:
        """Whether a run goes on; over a hyphen only to another proper noun ("al - Tell")."""
        if self.upos[at] == "PROPN":
            return True
        return self.words[at] in HYPHENS and at + 1 < len(self.upos) and self.upos[at + 1] == "PROPN"

    def _surname(self, part: Part) -> str:
        return folded(self.words[part[2] - 1])

    def _called(self, parts: Sequence[Part]) -> set[tuple[str, ...]]:
        """What rather persons than anything else are called, and what their names end in."""
        votes: Counter[tuple[str, ...]] = Counter()
        endings: set[tuple[str, ...]] = set()
        for kind, first, last in parts:
            words = self._folded(first, last)
            votes[words] += 1 if kind == "person" else -1
            if kind == "person":
                endings.update(words[-length:] for length in range(1, min(len(words), LONGEST_PERSON)))
        return endings | {words for words, vote in votes.items() if vote > 0}

    def _folded(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(map(folded, self.words[first:last]))

    def _as_called(self, part: Part, called: set[tuple[str, ...]]) -> Part:
        """What is labelled an organisation but rather called a person, or ends in such a surname, is one."""
        kind, first, last = part
        words = self._folded(first, last)
        if kind not in _MISTAKEN or not (words in called or (len(words) == 2 and words[1:] in called)):
            return part
        written = self.words[first:last]
        known = affiliation_of_name(written) or organisations_in(written) or countries_in(written)
        return part if known else ("person", first, last)

    def _by_surname(self, part: Part, surnames: set[str]) -> Part:
        """A person's surname by itself means the person, but after "in" or "from" a town."""
        kind, first, last = part
        if last - first != 1 or kind == "nationality" or self._surname(part) not in surnames:
            return part
        if "." in self.words[first][:-1]:  # "U.N." is nobody's surname
            return part
        town = kind == "location" and first > 0 and spelled(self.words[first - 1]) in _BEFORE_TOWNS
        return part if town else ("person", first, last)

    def _lone(self, taken: set[int], names: set[str]) -> Iterator[int]:
        """Names of one word that were labelled in one place and not in another."""
        for at, tag in enumerate(self.upos) if names else ():
            if tag == "PROPN" and at not in taken and folded(self.words[at]) in names:
                before = self.upos[at - 1] if at else ""
                if before != "PROPN" or spelled(self.words[at - 1]) in titles():
                    yield at


def _has_letters(word: str) -> bool:
    return any(map(str.isalnum, word))

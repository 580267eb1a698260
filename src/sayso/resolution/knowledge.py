"""The index of everything known: phrase to meanings, with the longest phrase that begins with a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sayso.resolution.knowing import Body, Known, Land, Noun, Person, Term
from sayso.resolution.tables import table
from sayso.resolution.wording import Word, key

# Names of up to so many letters are acronyms: "mit", "pan" and "raw" are words.
SHORT = 3
# Acronyms that are words as well, however long.
ACRONYMS = frozenset("who us usa uae prc drc dprk un eu au aman odd pis ice pet car mas eta".split())
STATE = frozenset(("GOV",))


class Knowledge:
    """Phrase -> what it may mean; built once, extended by users' lists on a copy."""

    def __init__(self) -> None:
        self.phrases: dict[str, Known] = {}
        self.longest: dict[str, int] = {}
        self.surnames: dict[str, list[Person]] = {}

    def at(self, phrase: str) -> Known:
        """What is known of the phrase, made where nothing is."""
        known = self.phrases.get(phrase)
        if known is None:
            known = self.phrases[phrase] = Known()
            first, _, rest = phrase.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if length > self.longest.get(first, 0):
                self.longest[first] = length
        return known

    def find(self, words: Sequence[Word], at: int) -> Iterator[tuple[int, Known]]:
        """(end, what it may mean) of every known phrase that begins at a word, the longest first."""
        most = min(self.longest.get(words[at].key, 0), len(words) - at)
        for length in range(most, 0, -1):
            known = self.phrases.get(" ".join(word.key for word in words[at : at + length]))
            if known is not None:
                yield at + length, known

    def copy(self) -> Knowledge:
        """One to which entries can be added without touching this one."""
        other = Knowledge()
        other.phrases = {
            phrase: Known(known.noun, known.land, list(known.bodies), list(known.people), known.capitals)
            for phrase, known in self.phrases.items()
        }
        other.longest = dict(self.longest)
        other.surnames = {name: list(people) for name, people in self.surnames.items()}
        return other

    def add_body(self, alias: str, body: Body) -> None:
        """Enters an organisation under one of its names."""
        phrase = key(alias)
        if not phrase:
            return
        known = self.at(phrase)
        known.capitals = capitals_of(alias, phrase)
        if body not in known.bodies:
            known.bodies.append(body)

    def add_person(self, alias: str, person: Person) -> None:
        """Enters a person under one of their names; the last word alone counts as a surname."""
        phrase = key(alias)
        if not phrase:
            return
        people = self.at(phrase).people
        if person not in people:
            people.append(person)
        surname = phrase.rpartition(" ")[2]
        known = self.surnames.setdefault(surname, [])
        if person not in known:
            known.append(person)


def capitals_of(alias: str, phrase: str) -> int:
    """How a name has to be written: 2 in capitals where it is short or an acronym, else 1."""
    if " " in phrase:
        return 1
    is_proper = alias[:1].isupper() and not alias.isupper()
    return 2 if phrase in ACRONYMS or (len(phrase) <= SHORT and not is_proper) else 1


@cache
def knowledge() -> Knowledge:
    """What the package knows; about 30,000 phrases."""
    index = Knowledge()
    _add_nouns(index)
    _add_lands(index)
    for body, aliases in _bodies(table("actor_names")):
        for alias in aliases:
            index.add_body(alias, body)
    for row in table("actor_people"):
        _add_person(index, row)
    return index


def _add_nouns(index: Knowledge) -> None:
    data = table("actor_agents")
    groups = [(tuple(sectors.split()), bool(weak)) for sectors, weak in data["groups"]]
    for phrase, (number, plural) in data["words"].items():
        known = index.at(key(phrase))
        if known.noun is None:
            sectors, weak = groups[number]
            known.noun = Noun(phrase, sectors, weak, bool(plural))


def _add_lands(index: Knowledge) -> None:
    """Later rows are the more special ones: they win."""
    for phrase, kind, codes, _ in table("actor_countries")["rows"]:
        known = index.at(key(phrase))
        known.land = Land(phrase, kind, tuple(codes.split()))
        known.capitals = capitals_of(phrase, key(phrase))


def _bodies(data: dict[str, Any]) -> Iterator[tuple[Body, Iterable[str]]]:
    for name, aliases, shared, country, sectors, start, end, periods in data["entities"]:
        terms = tuple(Term(first, last, tuple(codes.split())) for codes, first, last in periods)
        # Brackets tell groups of one name apart; newspapers do not print them.
        plain, bracket, _ = name.partition(" (")
        alone, common = ([], [plain]) if bracket else ([plain], [])
        for is_shared, names in ((False, [*alone, *aliases]), (True, [*common, *shared])):
            yield Body(name, country, tuple(sectors.split()), 1, start, end, is_shared, terms), names
    for rank, part in ((2, "organisations"), (3, "lexicon")):
        for country, sectors, names in data[part]:
            for name in names:
                yield Body(name, country, tuple(sectors.split()), rank), (name,)


def _add_person(index: Knowledge, row: list[Any]) -> None:
    name, aliases, country, sectors, posts = row
    own = tuple(sectors.split()) or tuple(STATE)
    terms = tuple(Term(start, end, tuple(codes.split()) or own) for start, end, _, codes in posts)
    person = Person(name, country, terms)
    for alias in (name, *aliases):
        index.add_person(alias, person)

"""The index of everything known: phrase to meanings, read from the tables when first asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain

from sayso.lexicon.table import table as lexicon_table
from sayso.resolution.knowing import Body, Known, Land, Noun, Person, Sectors, Term
from sayso.resolution.spelling import loose
from sayso.resolution.tables import table

GROUP = 1
LEXICON = 3


class Knowledge:
    """What the package knows of a phrase; phrases are keys as `sayso.resolution.wording` makes them."""

    def __init__(self) -> None:
        self._nouns: dict[str, int] = table("actor_agents")["words"]
        self._lands: dict[str, str] = table("actor_countries")["phrases"]
        self._names = table("actor_names")
        self._people = table("actor_people")
        self._capitals = frozenset(self._names["capitals"])
        self._known: dict[str, Known] = {}
        self._every = frozenset(chain.from_iterable(self._phrases()))
        self._longest = longest_of(self._phrases())

    def _phrases(self) -> Iterable[Iterable[str]]:
        return (
            self._nouns,
            self._lands,
            self._names["aliases"],
            self._names["names"],
            self._people["aliases"],
        )

    def reach(self, first: str) -> int:
        """The most words of a known phrase that begins with one."""
        return self._longest.get(first, 0)

    def get(self, phrase: str) -> Known | None:
        """What a phrase may mean, or None."""
        known = self._known.get(phrase)
        if known is None and phrase in self._every:
            known = self._known[phrase] = self._make(phrase)
        return known

    def _make(self, phrase: str) -> Known:
        noun, land = self._nouns.get(phrase), self._lands.get(phrase)
        bodies, people = tuple(self._bodies(phrase)), self._people["aliases"].get(phrase, ())
        return Known(
            noun=None if noun is None else _noun(phrase, noun),
            land=None if land is None else _land(phrase, land),
            bodies=bodies,
            people=tuple(map(_person, people)),
            capitals=phrase in self._capitals,
            alone=_is_common(phrase) and all(body.rank == LEXICON for body in bodies),
        )

    def _bodies(self, phrase: str) -> Iterator[Body]:
        for number in self._names["aliases"].get(phrase, ()):
            yield _entity(number if number >= 0 else ~number, shared=number < 0)
        for number in self._names["names"].get(phrase, ()):
            country, sectors, rank = self._names["groups"][number]
            yield Body("", country, _codes(sectors), rank)

    def spelled(self, phrase: str) -> Known | None:
        """What is known of a name of two or more words under another spelling; None where that is several."""
        other = self._spellings.get(loose(phrase))
        return self.get(other) if other else None

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """Loose spelling -> the phrase; "" where phrases of different meaning share it."""
        found: dict[str, str] = {}
        for part in (self._names["aliases"], self._people["aliases"]):
            for phrase, meaning in part.items():
                other = found.setdefault(loose(phrase), phrase)
                if other and part.get(other) != meaning:
                    found[loose(phrase)] = ""
        return found | {"": ""}

    def surnamed(self, surname: str, *, alone: bool = False) -> list[Person]:
        """People in public life with a surname (a key); `alone` those whom it tells without a title."""
        last = self._people["officials"] if alone else len(self._people["people"])
        return [_person(number) for number in self._people["surnames"].get(surname, ()) if number < last]


def longest_of(phrases: Iterable[Iterable[str]]) -> dict[str, int]:
    """First word -> the most words of a phrase that begins with it."""
    found: dict[str, int] = {}
    for part in phrases:
        for phrase in part:
            first, _, rest = phrase.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if length > found.get(first, 0):
                found[first] = length
    return found


def _is_common(phrase: str) -> bool:
    """Whether the lexicon's organisation of this name is a common word as well."""
    names = lexicon_table("organisations")
    listed = names.get(phrase) or names.get(f"the {phrase}")
    return listed is not None and bool(listed[2])


@cache
def _codes(sectors: str) -> Sectors:
    return tuple(sectors.split())


def _noun(phrase: str, number: int) -> Noun:
    sectors, weak = table("actor_agents")["groups"][number]
    return Noun(phrase, _codes(sectors), bool(weak))


def _land(phrase: str, row: str) -> Land:
    kind, *codes = row.split()
    return Land(phrase, kind, tuple(codes))  # type: ignore[arg-type]


@cache
def _entity(number: int, *, shared: bool) -> Body:
    name, country, sectors, start, end, periods = table("actor_names")["entities"][number]
    terms = tuple(Term(first, last, _codes(codes)) for codes, first, last in periods)
    return Body(name, country, _codes(sectors), GROUP, start, end, shared, terms)


@cache
def _person(number: int) -> Person:
    name, country, terms = table("actor_people")["people"][number]
    return Person(name, country, tuple(Term(start, end, _codes(codes)) for start, end, codes in terms))


@cache
def knowledge() -> Knowledge:
    """The one that all share; its tables are read when this is first called."""
    return Knowledge()

"""The persons, organisations and places of a document: named mentions that mean the same.

Two full names with one surname are two people; a bare surname belongs to the one who was called so
before, else to the one named last.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.lexicon.persons import Gender
from sayso.lexicon.table import table
from sayso.linguistics.mentions import names_in
from sayso.linguistics.names import Name, folded, written
from sayso.schema.analysis import Analysis
from sayso.schema.entity import Entity, EntityKind

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "&"))
_ACRONYM_LENGTHS = range(2, 8)
# Of people with one surname only the last ones named are kept in mind.
_NAMESAKES = 8
_LONGEST_NAME = 8
# A part of so many names stands for none of them.
_AMBIGUOUS = 2


@dataclass(slots=True, eq=False)
class Group:
    """The names of one entity, in reading order.

    Attributes:
        is_person: where more than their labels tells it.
        bare: how many of them are one word.
    """

    number: int
    names: list[Name] = field(default_factory=list)
    fullest: Name = field(init=False)
    gender: Gender | None = None
    is_person: bool = False
    bare: int = 0
    _kinds: Counter[EntityKind] = field(default_factory=Counter)

    def add(self, name: Name) -> None:
        if not self.names or len(name.key) > len(self.fullest.key):
            self.fullest = name
        self.names.append(name)
        self.bare += len(name.key) == 1
        self._kinds[name.kind] += 1
        self.gender = self.gender or name.gender

    @property
    def kind(self) -> EntityKind:
        if self.is_person:
            return "person"
        return self._kinds.most_common(1)[0][0]


class Grouping:
    """Names of a document put together; call `add` in reading order."""

    def __init__(self, names: Iterable[Name], words: Sequence[str]) -> None:
        self._words = words
        self.groups: list[Group] = []
        self._people: dict[str, list[Group]] = defaultdict(list)
        self._others: dict[tuple[str, ...], Group] = {}
        self._acronyms: dict[str, Group] = {}
        self._parts: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        names = list(names)
        self._given = _given_names(names)
        self._places = {name.key for name in names if name.kind in ("location", "nationality")}
        for name in names:
            self.add(name)

    def add(self, name: Name) -> None:
        group = self._person(name) if name.kind == "person" else self._other(name)
        if group is None:
            group = Group(len(self.groups))
            self.groups.append(group)
        group.add(name)
        self._remember(name, group)

    def _person(self, name: Name) -> Group | None:
        candidates = reversed(self._people[name.key[-1]])
        fitting = (group for group in candidates if _genders_agree(name, group))
        if len(name.key) > 1:
            return next((group for group in fitting if self._same_person(name, group)), None)
        namesakes = [group for group in fitting if group.fullest.key[-1] == name.key[0]]
        surname = max(namesakes, key=lambda group: group.bare, default=None)
        return surname if surname or name.titled else self._by_given_name(name)

    def _same_person(self, name: Name, group: Group) -> bool:
        known = group.fullest.key
        if len(known) == 1:
            # A bare surname came first, in a headline: whose it is must be beyond doubt.
            return len(self._given[name.key[-1]]) == 1
        if set(known) <= set(name.key) or set(name.key) <= set(known):
            return True
        return _is_initial(known[0], name.key[0]) and known[-1] == name.key[-1]

    def _by_given_name(self, name: Name) -> Group | None:
        found = [g for g in self._people[name.key[0]] if g.fullest.key[0] == name.key[0]]
        return found[0] if len(found) == 1 else None

    def _other(self, name: Name) -> Group | None:
        known = self._others.get(name.key) or self._by_acronym(name)
        return known or (self._by_part(name) if name.kind in ("organisation", "other") else None)

    def _by_acronym(self, name: Name) -> Group | None:
        word = self._words[name.first]
        if len(name.key) == 1:
            return self._acronyms.get(name.key[0]) if _is_acronym(word) else self._demonym(name)
        for short in _initials(name.key):
            group = self._others.get((short,))
            if group is not None and _is_acronym(self._words[group.names[0].first]):
                return group
        return None

    def _demonym(self, name: Name) -> Group | None:
        """One people for "Oreniens" and "Orenien"."""
        word = name.key[0]
        other = word[:-1] if word.endswith("s") else word + "s"
        return self._others.get((other,)) if name.kind == "nationality" else None

    def _by_part(self, name: Name) -> Group | None:
        """The name that begins or ends so; "Tarsk", a town elsewhere, is not short for "Tarsk Police"."""
        if name.key in self._places or " ".join(name.key) in table("countries"):
            return None
        found = self._parts[name.key]
        return found[0] if len(found) == 1 else None

    def _remember(self, name: Name, group: Group) -> None:
        if name.kind == "person":
            for word in {name.key[0], name.key[-1]}:
                groups = self._people[word]
                if group in groups:
                    groups.remove(group)
                groups.append(group)
                del groups[:-_NAMESAKES]
            return
        self._others.setdefault(name.key, group)
        if len(name.key) > 1:
            for short in _initials(name.key):
                self._acronyms.setdefault(short, group)
        self._bracketed(name, group)
        if name.kind == "organisation" and 1 < len(name.key) <= _LONGEST_NAME:
            for part in _parts(name.key):
                if len(self._parts[part]) < _AMBIGUOUS and group not in self._parts[part]:
                    self._parts[part].append(group)

    def _bracketed(self, name: Name, group: Group) -> None:
        """Learns "Front for the Tarsk Valley (FVT)": the bracket says it, whatever the initials."""
        after = self._words[name.last : name.last + 3]
        if len(after) == 3 and after[0] == "(" and after[2] == ")" and _is_acronym(after[1]):
            self._others.setdefault((folded(after[1]),), group)


def find_groups(analysis: Analysis, words: Sequence[str]) -> list[Group]:
    """The entities of a document with their names as word spans, in order of first mention."""
    return Grouping(names_in(analysis, words), words).groups


def as_entity(analysis: Analysis, group: Group) -> Entity:
    spans = tuple(analysis.span(name.first, name.last) for name in group.names)
    fullest = analysis.span(group.fullest.first, group.fullest.last)
    return Entity(entity_id(group.number), group.kind, fullest.text, spans)


def find_entities(analysis: Analysis) -> tuple[Entity, ...]:
    """The named persons, organisations, places and peoples of a document, in order of first mention."""
    words = written(analysis)
    return tuple(as_entity(analysis, group) for group in find_groups(analysis, words))


def entity_id(number: int) -> str:
    return f"e{number + 1}"


def _given_names(names: Iterable[Name]) -> dict[str, set[str]]:
    """Surname -> the first words of the full names that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.kind == "person" and len(name.key) > 1:
            found[name.key[-1]].add(name.key[0])
    return found


def _genders_agree(name: Name, group: Group) -> bool:
    return name.gender is None or group.gender is None or name.gender == group.gender


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) in _ACRONYM_LENGTHS and sum(c.isupper() for c in letters) > 1 and letters.isalnum()


def _initials(key: Sequence[str]) -> set[str]:
    return {"".join(word[0] for word in key), "".join(word[0] for word in key if word not in _SMALL)}


def _parts(key: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Its beginnings and endings."""
    for at in range(1, len(key)):
        yield key[:at]
        yield key[at:]

"""Proper names inside a source phrase: whether the source itself is named, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.attribution.phrase import POSSESSIVES, PREPOSITIONS, Part, SourcePhrase, runs
from sayso.lexicon.agents import AgentMention, agent_at
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name, organisations_in
from sayso.lexicon.wording import title_nouns, titles
from sayso.schema.attribution import Affiliation
from sayso.schema.entity import EntityKind

NameKind = Literal["person", "organisation", "place"]
PERSONAL_TITLES = frozenset(
    ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "lord", "lady")
)
JOINTS = frozenset(("and", "or", "&", "both", "either", "the", "al", "bin", "de", "van", "von"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name at words [start, end) that is the source's own, not a modifier of something else."""

    kind: NameKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class View:
    """One part of a source phrase with what it goes by.

    Attributes:
        name: the part's own name: "Ana Dur", "the UN", "Turkey"; None for "a Dur aide".
        noun: the agent noun that describes it: its head, or the title before its name.
    """

    phrase: SourcePhrase
    part: Part
    name: Name | None
    noun: AgentMention | None


def views(phrase: SourcePhrase) -> tuple[View, ...]:
    """The parts of the phrase as they are looked at, the one with the head first."""
    return tuple(_view(phrase, part) for part in phrase.parts)


def _view(phrase: SourcePhrase, part: Part) -> View:
    noun = _noun_at(phrase, part)
    name = _own_name(phrase, part, noun)
    if name is None:
        return View(phrase, part, None, noun)
    return View(phrase, part, name, _title_before(phrase, part, name) if name.kind == "person" else None)


def _own_name(phrase: SourcePhrase, part: Part, noun: AgentMention | None) -> Name | None:
    for run in runs(phrase, "person", part):
        if _stands_for_part(phrase, part, run):
            return Name("person", *run)
    known = _known(phrase, part)
    if known is not None:
        return known
    if noun is not None and phrase.label(part.head) != "organisation":
        return None
    return _labelled(phrase, part) or _unlabelled(phrase, part)


def _noun_at(phrase: SourcePhrase, part: Part) -> AgentMention | None:
    """The agent noun at the head of the part."""
    found = agent_at(phrase.plain[part.start : part.end], part.head - part.start)
    if found is None:
        return None
    return AgentMention(found.agent, found.start + part.start, found.end + part.start)


def _title_before(phrase: SourcePhrase, part: Part, name: Name) -> AgentMention | None:
    """The agent noun right before a name: "Prime Minister" in "Prime Minister Ana Dur"."""
    for at in (name.start - 1, name.start):
        if at < part.start:
            continue
        words = [title_nouns().get(word, word) for word in phrase.plain[part.start : at + 1]]
        found = agent_at(words, len(words) - 1)
        if found is not None and found.agent.kind == "person":
            return AgentMention(found.agent, found.start + part.start, found.end + part.start)
    return None


def affiliation_of(phrase: SourcePhrase, start: int, end: int) -> Affiliation | None:
    """What an organisation's or a country's name at words [start, end) belongs to."""
    words = phrase.words[start:end]
    known = organisations_in(words)
    if known and known[-1].end >= len(words) - 1:
        return known[-1].affiliation
    countries = countries_in(words)
    if countries and countries[-1].end == len(words):
        return "government" if countries[-1].code else None
    return affiliation_of_name(words) or (known[0].affiliation if known else None)


def _stands_for_part(phrase: SourcePhrase, part: Part, run: tuple[int, int]) -> bool:
    """Whether a person's name is the part's own: not owned by it, not a modifier, not in a complement."""
    start, end = run
    if end < part.end and (phrase.plain[end] in POSSESSIVES or _continues_noun(phrase, part, end)):
        return start <= part.head < end and phrase.plain[end] not in POSSESSIVES
    if start <= part.head < end or start == part.start:
        return True
    return phrase.plain[start - 1] not in PREPOSITIONS and not _in_complement(phrase, part, start)


def _continues_noun(phrase: SourcePhrase, part: Part, at: int) -> bool:
    """Whether the word after a name belongs to the same noun: "a Dur aide"."""
    if phrase.tag(at):
        return phrase.tag(at) in ("NOUN", "PROPN") and at <= part.head
    return at <= part.head and phrase.plain[at] not in JOINTS


def _in_complement(phrase: SourcePhrase, part: Part, start: int) -> bool:
    """Whether a preposition between the head and the name makes it somebody else's."""
    return any(word in PREPOSITIONS for word in phrase.plain[min(part.head, start) : start])


def _known(phrase: SourcePhrase, part: Part) -> Name | None:
    """An organisation of the lexicon over the head: "the White House" is no house."""
    for found in organisations_in(phrase.words[part.start : part.end]):
        if found.start <= part.head - part.start < found.end:
            return Name("organisation", part.start + found.start, part.start + found.end)
    return None


def _labelled(phrase: SourcePhrase, part: Part) -> Name | None:
    kinds: dict[EntityKind, NameKind] = {"organisation": "organisation", "location": "place"}
    for label, kind in kinds.items():
        for start, end in runs(phrase, label, part):
            if start <= part.head < end and not _is_owner(phrase, part, end):
                return Name(kind, start, end)
    return None


def _unlabelled(phrase: SourcePhrase, part: Part) -> Name | None:
    """A name that the encoder left without a label, or no labels given."""
    word = phrase.words[part.head]
    if phrase.label(part.head) is not None or not _looks_proper(phrase, part.head):
        return None
    start, end = _capitals_around(phrase, part)
    words = phrase.words[start:end]
    if phrase.plain[start] in PERSONAL_TITLES or phrase.plain[max(start - 1, 0)] in PERSONAL_TITLES:
        return Name("person", start, end)
    if organisations_in(words) or affiliation_of_name(words) or (word.isupper() and len(word) > 1):
        return Name("organisation", start, end)
    countries = countries_in(words)
    if countries:
        return (
            Name("place", start, end) if not phrase.plain[part.head].endswith("s") or len(words) > 1 else None
        )
    return Name("person", start, end)


def _looks_proper(phrase: SourcePhrase, at: int) -> bool:
    if phrase.upos:
        return phrase.tag(at) == "PROPN"
    return _is_capital(phrase.words[at])


def _is_capital(word: str) -> bool:
    """Whether a word is written as a name: "Dur", and "al-Dur" as well."""
    return word[:1].isupper() or (word[:1].isalpha() and "-" in word and not word.islower())


def _capitals_around(phrase: SourcePhrase, part: Part) -> tuple[int, int]:
    """The stretch of capitalised words around the head, titles left out."""
    start, end = part.head, part.head + 1
    while (
        start > part.start
        and _is_capital(phrase.words[start - 1])
        and phrase.plain[start - 1] not in titles()
    ):
        start -= 1
    if phrase.plain[start] in JOINTS and start < part.head:
        start += 1
    while end < part.end and _is_capital(phrase.words[end]):
        end += 1
    return start, end


def _is_owner(phrase: SourcePhrase, part: Part, end: int) -> bool:
    return end < part.end and phrase.plain[end] in POSSESSIVES

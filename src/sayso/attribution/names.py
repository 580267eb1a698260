"""Proper names inside a source phrase: whether the source itself is named, and by what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.attribution.organisations import Stretch
from sayso.attribution.phrase import POSSESSIVES, PREPOSITIONS, Part, SourcePhrase, guessed_head, runs
from sayso.attribution.proper import (
    JOINTS,
    Name,
    is_with_article,
    known_name,
    labelled_name,
    unlabelled_name,
)
from sayso.lexicon.agents import AgentMention, agent_at
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name, is_firm, organisations_in
from sayso.lexicon.wording import title_nouns
from sayso.schema.attribution import Affiliation

CLERGY = {"father": "priest", "sister": "nun", "mother": "nun", "brother": "friar"}


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

    @property
    def apart(self) -> tuple[Stretch, ...]:
        """Words that are in no organisation's name: the describing noun, and a person's name."""
        nouns = ((self.noun.start, self.noun.end),) if self.noun else ()
        named = self.name is not None and self.name.kind == "person"
        return (*nouns, (self.name.start, self.name.end)) if self.name and named else nouns


def views(phrase: SourcePhrase) -> tuple[View, ...]:
    """The parts of the phrase as they are looked at, the one with the head first."""
    return tuple(_view(phrase, _with_own_head(phrase, part)) for part in phrase.parts)


def _with_own_head(phrase: SourcePhrase, part: Part) -> Part:
    """The part with its head in front of its complement: a tree may take "Tarsk" in "a man from Tarsk".

    And behind its owner, which a tree may take as well: "Orenia's minister".
    """
    if phrase.plain[part.head + 1 : part.end][:1] and phrase.plain[part.head + 1] in POSSESSIVES:
        behind = part.head + 2
        return replace(part, head=guessed_head(phrase, behind, part.end)) if behind < part.end else part
    ends = (at for at in range(part.start + 1, part.head) if phrase.plain[at] in PREPOSITIONS)
    end = next(ends, part.start)
    found = agent_at(phrase.plain[part.start : end], end - part.start - 1) if end > part.start else None
    return replace(part, head=end - 1) if found is not None and found.agent.kind == "person" else part


def _view(phrase: SourcePhrase, part: Part) -> View:
    noun = _noun_at(phrase, part)
    name = _own_name(phrase, part, noun)
    if name is None:
        return View(phrase, part, None, noun)
    if noun is not None and noun.agent.kind == "body" and name.start == noun.end:
        return View(phrase, part, name, noun)
    before = _title_before if name.kind == "person" else _body_before
    return View(phrase, part, name, before(phrase, part, name))


def _own_name(phrase: SourcePhrase, part: Part, noun: AgentMention | None) -> Name | None:
    for run in runs(phrase, "person", part):
        if _stands_for_part(phrase, part, run) or _is_behind_office(phrase, part, run):
            name = Name("organisation", *run)
            article = is_with_article(phrase, run[0]) and is_firm(phrase.words[slice(*run)])
            group = article or _body_before(phrase, part, name) is not None
            return name if group else replace(name, kind="person")
    known = known_name(phrase, part)
    if known is not None:
        return known
    if noun is not None and noun.agent.kind == "body":
        behind = _name_behind(phrase, part, noun)
        if behind is not None:
            return behind
    named = phrase.label(part.head) in ("organisation", "location")
    if noun is not None and (not named or _is_common(phrase, noun)):
        return None
    return labelled_name(phrase, part) or unlabelled_name(phrase, part)


def _name_behind(phrase: SourcePhrase, part: Part, noun: AgentMention) -> Name | None:
    """The name right behind a body's noun: "the employers' group Norsk Forum"."""
    small = phrase.words[noun.end - 1].islower()
    capitals = (
        noun.end < part.end
        and phrase.words[noun.end][:1].isupper()
        and phrase.words[part.end - 1][:1].isupper()
    )
    return Name("organisation", noun.end, part.end) if small and capitals else None


def _is_common(phrase: SourcePhrase, noun: AgentMention) -> bool:
    """Whether a noun for a person is written small: no organisation's name ends in "woman".

    A plural that begins the phrase may have its capital from that: "Bakers in Lisbon say".
    """
    begins = noun.start == 0 and noun.agent.plural
    return noun.agent.kind == "person" and (begins or phrase.words[noun.end - 1].islower())


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
        if phrase.words[at][:1].isupper():
            # "his father, Jan Dur" is no priest
            words[-1] = CLERGY.get(words[-1], words[-1])
        found = agent_at(words, len(words) - 1)
        if found is not None and found.agent.kind == "person":
            return AgentMention(found.agent, found.start + part.start, found.end + part.start)
    return None


def _body_before(phrase: SourcePhrase, part: Part, name: Name) -> AgentMention | None:
    """The noun right before a name that is no person's: "union" in "the transport union Fectrans"."""
    at = name.start - 1
    found = agent_at(phrase.plain[part.start : name.start], at - part.start) if at >= part.start else None
    if found is None or found.agent.kind not in ("body", "media") or phrase.words[at][:1].isupper():
        return None
    return AgentMention(found.agent, found.start + part.start, found.end + part.start)


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


def _is_behind_office(phrase: SourcePhrase, part: Part, run: tuple[int, int]) -> bool:
    """Whether a title with "of" stands right before a name: "Secretary of State Ana Dur"."""
    start = run[0]
    office = agent_at(phrase.plain[part.start : start], part.head - part.start) if part.head < start else None
    if office is None or office.agent.kind != "person":
        return False
    of = phrase.words[part.head][:1].isupper() and phrase.words[start - 1][:1].isupper()
    return part.start + office.end == start or (of and agent_at(phrase.plain[:start], start - 1) is not None)


def _continues_noun(phrase: SourcePhrase, part: Part, at: int) -> bool:
    """Whether the word after a name belongs to the same noun: "a Dur aide"."""
    if phrase.tag(at):
        return phrase.tag(at) in ("NOUN", "PROPN") and at <= part.head
    return at <= part.head and phrase.plain[at] not in JOINTS


def _in_complement(phrase: SourcePhrase, part: Part, start: int) -> bool:
    """Whether a preposition between the head and the name makes it somebody else's."""
    return any(word in PREPOSITIONS for word in phrase.plain[min(part.head, start) : start])

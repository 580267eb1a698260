"""Proper names over the head of a part: by the lexicon, by the encoder's labels, or by capitals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sayso.attribution.organisations import Stretch, organisations_of
from sayso.attribution.phrase import POSSESSIVES, Part, SourcePhrase, runs
from sayso.lexicon.agents import agent_at
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name, organisations_in
from sayso.lexicon.wording import titles
from sayso.linguistics.shapes import TIMES
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


def known_name(phrase: SourcePhrase, part: Part) -> Name | None:
    """An organisation of the lexicon over the head: "the White House" is no house."""
    for found in organisations_of(phrase, part.start, part.end, whole=True):
        if found.start <= part.head < found.end:
            return Name("organisation", found.start, found.end)
    return None


def labelled_name(phrase: SourcePhrase, part: Part) -> Name | None:
    kinds: dict[EntityKind, NameKind] = {"organisation": "organisation", "location": "place"}
    for label, kind in kinds.items():
        for start, end in runs(phrase, label, part):
            if start <= part.head < end and not _is_owner(phrase, part, end):
                return Name("organisation" if _is_called(phrase, start, end) else kind, start, end)
    return None


def unlabelled_name(phrase: SourcePhrase, part: Part) -> Name | None:
    """A name that the encoder left without a label, or no labels given."""
    word = phrase.words[part.head]
    if phrase.label(part.head) not in (None, "other") or not _looks_proper(phrase, part.head):
        return None
    if phrase.plain[part.head] in TIMES or phrase.tag(part.start) == "VERB":
        # "the letter, dated 3 June and seen by the Courier"
        return None
    start, end = _without_title(phrase, part, *_capitals_around(phrase, part))
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
    return Name("organisation" if is_with_article(phrase, start) else "person", start, end)


def _is_called(phrase: SourcePhrase, start: int, end: int) -> bool:
    """Whether a name with "the" ends in a noun that is no place's: "the Highland Column"."""
    noun = agent_at(phrase.plain[start:end], end - start - 1)
    return is_with_article(phrase, start) and noun is not None and noun.agent.kind != "body"


def is_with_article(phrase: SourcePhrase, start: int) -> bool:
    """Whether "the" stands before a name, as it does before few persons': "the Dockers' Brotherhood"."""
    return start > 0 and phrase.plain[start - 1] == "the"


def _looks_proper(phrase: SourcePhrase, at: int) -> bool:
    if phrase.upos and phrase.tag(at) != "PROPN":
        # "the Ista Herald" may be taken for a noun
        return at > 0 and _is_capital(phrase.words[at]) and _is_capital(phrase.words[at - 1])
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


def _without_title(phrase: SourcePhrase, part: Part, start: int, end: int) -> Stretch:
    """Capitalised words without the noun that they open with: "Observer Ana Dur" is no newspaper."""
    if known_name(phrase, replace(part, start=start, end=end)) is not None:
        return start, end
    for at in range(start, part.head):
        found = agent_at(phrase.plain[start : at + 1], at - start)
        rest = phrase.words[at + 1 : end]
        if found is not None and found.agent.kind == "person" and not found.agent.plural:
            known = organisations_in(rest) or affiliation_of_name(rest) or countries_in(rest)
            return (start, end) if known else (at + 1, end)
    return start, end


def _is_owner(phrase: SourcePhrase, part: Part, end: int) -> bool:
    return end < part.end and phrase.plain[end] in POSSESSIVES

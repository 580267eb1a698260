"""Named mentions as the words that count in comparing them.

The encoder labels some descriptions as well ("the defence secretary") and misses or mistakes some
names; capitals, titles and given names put that right where they leave no doubt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.agents import agents
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name
from sayso.lexicon.persons import Gender, body_nouns, gender_of_given_name, gender_of_title
from sayso.lexicon.words import APOSTROPHES, plain
from sayso.lexicon.wording import titles
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
POSSESSIVES = frozenset(("'s", "'"))
# "Bashar al - Assad" is later "Assad": the article belongs to no name.
_PARTICLES = frozenset(("al", "el", "the", "-", "‑", "–", ".", ",", '"', "“", "”", "'"))
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii"))
_LONGEST_PERSON = 5

Part = tuple[EntityKind, int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """One named mention.

    Attributes:
        kind: of the entity it names.
        first, last: words, half-open, without titles before and a possessive after.
        key: the folded words that identify it; never empty.
        gender: what a title before it or its given name tells.
        titled: whether a title ("Mr", "Gen") stands before it.
    """

    kind: EntityKind
    first: int
    last: int
    key: tuple[str, ...]
    gender: Gender | None
    titled: bool


def written(analysis: Analysis) -> list[str]:
    """All words of an analysis as they are written."""
    text = analysis.text
    return [text[a:b] for a, b in zip(analysis.starts.tolist(), analysis.ends.tolist(), strict=True)]


def plain_words(analysis: Analysis) -> list[str]:
    """All words of an analysis as the lexicon spells them."""
    text = analysis.text.translate(APOSTROPHES)
    return [text[a:b].lower() for a, b in zip(analysis.starts.tolist(), analysis.ends.tolist(), strict=True)]


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word without case, accents and full stops: "Erdoğan" and "U.S." are "erdogan" and "us"."""
    letters = unicodedata.normalize("NFKD", plain(word).replace("ı", "i"))
    return "".join(c for c in letters if not unicodedata.combining(c) and c != ".") or word


def names_in(analysis: Analysis, words: Sequence[str]) -> list[Name]:
    """The named mentions in reading order; `words` are all words of the analysis as written."""
    return _Finder(analysis, words).find()


class _Finder:
    def __init__(self, analysis: Analysis, words: Sequence[str]) -> None:
        self.upos = analysis.upos
        self.words = words
        self.mentions = analysis.mentions

    def find(self) -> list[Name]:
        labelled = [part for part in self._labelled() if self._is_name(*part)]
        taken = {at for _, first, last in labelled for at in range(first, last)}
        parts = sorted([*labelled, *self._unlabelled(taken)], key=lambda part: part[1])
        alone = {folded(self.words[first]) for kind, first, last in parts if kind == "person" and last - first == 1}
        parts = [self._by_bare_surname(part, alone) for part in parts]
        surnames = {folded(self.words[last - 1]) for kind, first, last in parts if kind == "person" and last - first > 1}
        parts = [self._by_surname(part, surnames) for part in parts]
        parts += [("person", at, at + 1) for at in self._lone(taken, surnames)]
        found = (self._name(*part) for part in sorted(set(parts), key=lambda part: part[1]))
        return [name for name in found if name is not None]

    def _labelled(self) -> Iterator[Part]:
        """Mentions come apart at brackets and persons at commas: "Orenia Relief Fund (ORF)" names it twice."""
        for mention in self.mentions:
            first, kind = mention.first, KINDS.get(mention.kind)
            for at in range(mention.first, mention.last + 1 if kind else mention.first):
                if at == mention.last or self.words[at] in ("()," if kind == "person" else "()"):
                    trimmed = self._trimmed(first, at)
                    if kind and trimmed[0] < trimmed[1]:
                        yield self._kind(kind, *trimmed), *trimmed
                    first = at + 1

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        words = self.words
        while last > first and (plain(words[last - 1]) in POSSESSIVES or not words[last - 1][-1].isalnum()):
            last -= 1
        while first < last and (self.upos[first] == "DET" or not words[first][0].isalnum()):
            first += 1
        return first, last

    def _is_name(self, kind: EntityKind, first: int, last: int) -> bool:
        """Whether the words name and do not only describe: "Orenia's ministry" is a description."""
        if kind == "nationality":
            return self.words[first][:1].isupper()
        if not any(self._is_proper(at) for at in range(first, last)):
            return False
        if self._is_proper(last - 1) or self.words[last - 1][:1].isupper() or self.words[last - 1][:1].isdigit():
            return True
        # "the Workers' party", "the Dur administration"
        end = plain(self.words[last - 1])
        agent = agents().get(end)
        owned = any(plain(self.words[at]) in POSSESSIVES for at in range(first, last))
        return kind == "organisation" and not owned and (end in body_nouns() or (agent is not None and agent.kind == "body"))

    def _is_proper(self, at: int) -> bool:
        if not self.words[at][:1].isupper():
            return False
        # "The Herald": a newspaper's name may look like a noun
        return self.upos[at] == "PROPN" or (self.upos[at] == "NOUN" and at > 0 and self.upos[at - 1] == "DET")

    def _kind(self, kind: EntityKind, first: int, last: int) -> EntityKind:
        """A given name and a surname make a person, whatever the label says."""
        if kind in ("organisation", "other") and self._is_full_person(first, last):
            return "person"
        return kind

    def _is_full_person(self, first: int, last: int) -> bool:
        while first < last and plain(self.words[first]) in titles():
            first += 1
        if not 1 < last - first <= _LONGEST_PERSON or not gender_of_given_name(plain(self.words[first])):
            return False
        end = plain(self.words[last - 1])
        return all(self._is_proper(at) or self.words[at] in _PARTICLES for at in range(first, last)) and end not in agents()

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
        """The next word of a run; an article or hyphen only before another ("al - Homsi")."""
        if self.upos[at] == "PROPN":
            return True
        return self.words[at] in ("-", "‑") and at + 1 < len(self.upos) and self.upos[at + 1] == "PROPN"

    def _by_bare_surname(self, part: Part, alone: set[str]) -> Part:
        """Two words for an organisation whose last alone is called a person are that person's name."""
        kind, first, last = part
        if kind not in ("organisation", "other") or last - first != 2 or folded(self.words[last - 1]) not in alone:
            return part
        known = affiliation_of_name(self.words[first:last]) or countries_in(self.words[first:last])
        return part if known else ("person", first, last)

    def _by_surname(self, part: Part, surnames: set[str]) -> Part:
        kind, first, last = part
        if kind in ("organisation", "other") and last - first == 1 and folded(self.words[first]) in surnames:
            return "person", first, last
        return part

    def _lone(self, taken: set[int], surnames: set[str]) -> Iterator[int]:
        """Surnames that were labelled in one place and not in another."""
        for at, tag in enumerate(self.upos) if surnames else ():
            if tag == "PROPN" and at not in taken and folded(self.words[at]) in surnames:
                before = self.upos[at - 1] if at else ""
                if before != "PROPN" or plain(self.words[at - 1]) in titles():
                    yield at

    def _name(self, kind: EntityKind, first: int, last: int) -> Name | None:
        gender, titled, words = None, False, self.words
        if kind == "person":
            start = first
            while first < last - 1 and plain(words[first]) in titles():
                first += 1
            titled = first > start or (first > 0 and plain(words[first - 1]) in titles())
            gender = _gender_of_titles(words[max(0, start - 1) : first])
        key = tuple(w for w in map(folded, words[first:last]) if w not in _PARTICLES and w not in _SUFFIXES)
        if not key:
            return None
        if kind == "person" and gender is None and len(key) > 1:
            gender = gender_of_given_name(plain(words[first]))
        return Name(kind, first, last, key, gender, titled)


def _gender_of_titles(words: Sequence[str]) -> Gender | None:
    return next((gender for word in words if (gender := gender_of_title(plain(word)))), None)

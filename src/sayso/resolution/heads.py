"""The agent noun at the head of a part of a mention, and the words before it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolution.knowing import Noun, Sectors
from sayso.resolution.mention import Mention
from sayso.resolution.scanning import Match, Part
from sayso.resolution.tables import word_list, word_map
from sayso.resolution.who import UNKNOWN


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that says what somebody is, and the match it stands in."""

    noun: Noun
    match: Match

    @property
    def word(self) -> str:
        return self.noun.text

    def is_one_of(self, name: str) -> bool:
        """Whether it or its last word is on a list, in singular or plural."""
        listed, last = word_list(name), self.word.rpartition(" ")[2]
        forms = (self.word, last, last.removesuffix("s"), last.removesuffix("es"))
        return any(form in listed for form in forms)


def head_of(mention: Mention, part: Part) -> Head | None:
    """The last agent noun, or the first where a person's name follows: "Deputy Minister Colonel Orban"."""
    nouns = [m for m in mention.own(part) if m.known.noun is not None and not _is_named(m)]
    if not nouns:
        return None
    heads = [Head(match.known.noun, match) for match in nouns if match.known.noun is not None]
    if not _ends_in_name(mention, part, nouns[-1]):
        return heads[-1]
    # The "deputy" of a deputy minister of defence is no policeman.
    return next((head for head in heads if not head.noun.weak), heads[0])


def _ends_in_name(mention: Mention, part: Part, last: Match) -> bool:
    """Whether capitalised words that nobody knows, or a known person, stand behind the last noun."""
    known = [at for match in part.matches if not match.known.people for at in range(match.start, match.end)]
    behind = range(last.end, part.end)
    return bool(behind) and all(mention.words[at].is_capitalised and at not in known for at in behind)


def modifiers(mention: Mention, part: Part, head: Head) -> list[tuple[Sectors, str]]:
    """Sectors that the words before the head give, the nearest first."""
    weak = word_map("weak")
    found: list[tuple[Sectors, str]] = []
    at = head.match.start - 1
    while at >= part.start:
        match = next((match for match in part.matches if match.covers(at)), None)
        start = match.start if match is not None else at
        phrase = " ".join(word.key for word in mention.words[start : at + 1])
        noun = match.known.noun if match is not None and not _is_named(match) else None
        if phrase in weak:
            found.append(((weak[phrase],), phrase))
        elif noun is not None and noun.sectors not in ((), UNKNOWN) and phrase not in word_list("adjective"):
            found.append((noun.sectors, noun.text))
        at = start - 1
    return found


def _is_named(match: Match) -> bool:
    """Whether a phrase is a name here: "US" is no pronoun, and "Green Party" no green party."""
    return match.is_name and bool(match.known.bodies or match.known.land)


def portfolio(mention: Mention, part: Part, head: Head) -> Sectors:
    """What the words beside an office add: the "health" of a minister, the "opposition" of a lawmaker."""
    table = word_map("second")
    keys = [mention.words[at].key for at in range(part.start, head.match.start)]
    behind = mention.rest[0] if mention.rest and mention.rest[0].lead in ("of", "for") else None
    if behind is not None:
        keys += [mention.words[at].key for at in range(behind.start, behind.end)]
    return tuple(dict.fromkeys(table[key] for key in keys if key in table))

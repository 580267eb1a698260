"""The sectors of a part of a mention: its head, and what the words before and behind add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolution.bodies import Identified
from sayso.resolution.knowing import Noun, Sectors
from sayso.resolution.mention import Mention
from sayso.resolution.scanning import Match, Part
from sayso.resolution.tables import word_list, word_map
from sayso.resolution.who import Ground

# Prepositions behind which stands what a weak noun is of: "head of the army", "spokesman for the union".
OF = ("of", "for", "from", "at", "with", ",")
ARMED = frozenset(("REB", "PRM", "UAF", "CRM"))
GOVERNING = frozenset(("GOV", "LEG", "JUD", "PTY"))
ELITE = frozenset(("GOV", "ELI", "LEG"))


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that says what somebody is, and the match it stands in."""

    noun: Noun
    match: Match

    @property
    def word(self) -> str:
        return self.noun.text

    def is_one_of(self, name: str) -> bool:
        """Whether its last word is on a list, in singular or plural."""
        listed, last = word_list(name), self.word.rpartition(" ")[2]
        return any(
            form in listed for form in (self.word, last, last.removesuffix("s"), last.removesuffix("es"))
        )


def head_of(mention: Mention, part: Part) -> Head | None:
    """The last agent noun, or the first where a person's name follows: "Deputy Minister Colonel Orban"."""
    nouns = [m for m in mention.own(part) if m.known.noun is not None and not (m.is_name and m.known.bodies)]
    if not nouns:
        return None
    match = nouns[0] if _ends_in_name(mention, part, nouns[-1]) else nouns[-1]
    assert match.known.noun is not None
    return Head(match.known.noun, match)


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
        noun = match.known.noun if match is not None else None
        if phrase in weak:
            found.append(((weak[phrase],), phrase))
        elif noun is not None and noun.sectors and not (match and match.is_name and match.known.bodies):
            found.append((noun.sectors, noun.text))
        at = start - 1
    return found


def of_noun(mention: Mention, part: Part, head: Head) -> tuple[Sectors, list[Ground]]:
    """Sectors of an agent noun with the words before it; a weak one takes theirs."""
    before = modifiers(mention, part, head)
    why = [Ground("noun", head.word)]
    if head.noun.weak and before:
        # "Opposition party leader": the nearest word tells most, the others add to it.
        sectors, phrase = before[0]
        return merged(sectors, *(more for more, _ in before[1:])), [Ground("modifier", phrase), *why]
    if not head.noun.sectors or head.noun.sectors[0] not in GOVERNING:
        return head.noun.sectors, why
    return merged(head.noun.sectors, second(mention, part, head)), why


def second(mention: Mention, part: Part, head: Head) -> Sectors:
    """What a portfolio adds: the "health" of a minister, the "opposition" of a lawmaker."""
    table = word_map("second")
    keys = [mention.words[at].key for at in range(part.start, head.match.start)]
    behind = mention.rest[0] if mention.rest and mention.rest[0].lead in ("of", "for") else None
    if behind is not None:
        keys += [mention.words[at].key for at in range(behind.start, behind.end)]
    return tuple(dict.fromkeys(table[key] for key in keys if key in table))


def of_body(body: Identified, head: Head | None) -> tuple[Sectors, list[Ground]]:
    """Sectors of a named organisation with the noun for those of it: "Boreal Front fighters"."""
    kind = Ground("group" if body.rank == 1 else "list" if body.rank == 0 else "organisation", body.name)
    if head is None:
        return body.sectors, [kind]
    is_armed = bool(ARMED & set(body.sectors))
    if body.sectors and (
        head.noun.weak or not head.noun.sectors or (is_armed and head.is_one_of("fighting"))
    ):
        return body.sectors, [kind, Ground("noun", head.word)]
    own = head.noun.sectors
    return (merged(own, ("OPP",)) if "OPP" in body.sectors else own), [kind, Ground("noun", head.word)]


def merged(*several: Sequence[str]) -> Sectors:
    """All sectors, each once, in order."""
    return tuple(dict.fromkeys(sector for sectors in several for sector in sectors))

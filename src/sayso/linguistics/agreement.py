"""What a noun or a pronoun agrees with: its sort, number and gender."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso.lexicon.agents import AgentKind, agents
from sayso.lexicon.persons import Gender, gender_of_noun

# A body is one institution or country ("it", "they"); people are several persons ("they").
Sort = Literal["person", "people", "body", "thing"]

_OF_KIND: dict[AgentKind, Sort] = {"person": "person", "people": "people", "body": "body", "media": "body"}
_SINGULAR_S = ("ss", "us", "is", "'s", "ics")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How something may be referred to.

    Attributes:
        sort: what it is.
        plural: whether it takes "they" and no other pronoun.
        gender: of a person, None where nothing tells.
        speaks: whether it can be said to say something: persons, bodies, documents, but no stones.
    """

    sort: Sort
    plural: bool = False
    gender: Gender | None = None
    speaks: bool = True

    def admits(self, other: Agreement) -> bool:
        """Whether `self`, taken from a pronoun or a short form, can stand for `other`."""
        if self.gender and other.gender and self.gender != other.gender:
            return False
        if self.sort == "person":
            return other.sort == "person"
        if self.sort == "people":
            return other.plural or other.sort in ("people", "body")
        return other.sort in ("body", "thing") and not other.plural


HE = Agreement("person", gender="masculine")
SHE = Agreement("person", gender="feminine")
THEY = Agreement("people", plural=True)
IT = Agreement("body")

THIRD_PERSON: dict[str, Agreement] = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), THEY),
    **dict.fromkeys(("it", "its", "itself"), IT),
}
FIRST_SINGULAR = frozenset(("i", "me", "my", "mine", "myself"))
FIRST_PLURAL = frozenset(("we", "us", "our", "ours", "ourselves"))
RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))


@lru_cache(maxsize=65_536)
def of_noun(word: str) -> Agreement:
    """What a common noun (plain) tells by itself."""
    agent = agents().get(word) or agents().get(word.rpartition("-")[2])
    if agent is None:
        gender = gender_of_noun(word)
        if gender is not None:
            return Agreement("person", gender=gender)
        return Agreement("thing", looks_plural(word), speaks=False)
    sort = _OF_KIND.get(agent.kind, "thing")
    if agent.plural:
        return Agreement("people" if sort == "person" else sort, plural=True)
    return Agreement(sort, gender=gender_of_noun(word) if sort == "person" else None)


@lru_cache(maxsize=65_536)
def singular(word: str) -> str:
    """The singular of a plain noun, by lexicon or by rule."""
    agent = agents().get(word)
    if agent is not None:
        return agent.noun
    if not looks_plural(word):
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]


def looks_plural(word: str) -> bool:
    """Whether an unknown noun (plain) has the ending of a plural."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(_SINGULAR_S)

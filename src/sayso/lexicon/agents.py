"""Agent nouns: who or what a common noun stands for when it is the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.lexicon.table import table
from sayso.schema.attribution import Affiliation, Role

AgentKind = Literal["person", "people", "body", "document", "media", "poll", "database", "post"]

LONGEST = 5


@dataclass(frozen=True, slots=True)
class Agent:
    """What a noun tells about a source.

    Attributes:
        noun: its singular.
        plural: whether it means several ("officials", "police").
        weak: whether a word beside it knows the affiliation better ("army spokesman").
    """

    noun: str
    kind: AgentKind
    plural: bool
    affiliation: Affiliation
    role: Role | None
    weak: bool


@dataclass(frozen=True, slots=True)
class AgentMention:
    """An agent noun at words [start, end)."""

    agent: Agent
    start: int
    end: int


@cache
def agents() -> dict[str, Agent]:
    """Every agent noun in singular and plural, lower case."""
    data = table("agents")
    return {
        word: _agent(data["groups"][number], plural, noun)
        for word, (number, plural, noun) in data["words"].items()
    }


def _agent(group: dict[str, str], plural: bool, noun: str) -> Agent:
    return Agent(
        noun=noun,
        kind=group["kind"],  # type: ignore[arg-type]
        plural=plural,
        affiliation=group["affiliation"],  # type: ignore[arg-type]
        role=group.get("role"),  # type: ignore[arg-type]
        weak=bool(group["weak"]),
    )


def agent_at(words: Sequence[str], head: int) -> AgentMention | None:
    """The longest agent noun over the word `head` of plain `words`: "chief of staff", "aid worker"."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(max(0, head - length + 1), min(head, len(words) - length) + 1):
            agent = agents().get(" ".join(words[start : start + length]))
            if agent is not None:
                return AgentMention(agent, start, start + length)
    tail = words[head].rpartition("-")[2]
    agent = agents().get(tail) if tail != words[head] else None
    return AgentMention(agent, head, head + 1) if agent else None

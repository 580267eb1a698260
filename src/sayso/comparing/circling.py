"""Circular reporting: A rests on B's word, and B on A's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.comparing.crediting import Credit


@dataclass(frozen=True, slots=True)
class Circle:
    """Documents that credit each other in a ring: none of them is the beginning by what it says.

    Attributes:
        documents: their ids, sorted.
        credits: the credits among them.
    """

    documents: tuple[str, ...]
    credits: tuple[Credit, ...]


def circles(given: Mapping[tuple[str, str], Credit]) -> tuple[Circle, ...]:
    """The rings among credits, each as large as it can be, by the first of their documents.

    Args:
        given: (who credits, who is credited), both documents, to the credit.
    """
    ahead: dict[str, list[str]] = {}
    for who, whom in sorted(given):
        ahead.setdefault(who, []).append(whom)
        ahead.setdefault(whom, [])
    rings = [ring for ring in _rings(ahead) if len(ring) > 1]
    return tuple(_circle(ring, given) for ring in sorted(rings, key=min))


def _circle(ring: set[str], given: Mapping[tuple[str, str], Credit]) -> Circle:
    pairs = sorted(pair for pair in given if ring.issuperset(pair))
    inside = [given[pair] for pair in pairs]
    return Circle(documents=tuple(sorted(ring)), credits=tuple(inside))


def _rings(ahead: Mapping[str, list[str]]) -> list[set[str]]:
    """Strongly connected documents (Kosaraju's two walks, without recursion)."""
    behind: dict[str, list[str]] = {each: [] for each in ahead}
    for who, others in ahead.items():
        for whom in others:
            behind[whom].append(who)
    seen: set[str] = set()
    finished = [each for start in ahead for each in _walk(start, ahead, seen)]
    seen = set()
    return [ring for start in reversed(finished) if (ring := set(_walk(start, behind, seen)))]


def _walk(start: str, ahead: Mapping[str, list[str]], seen: set[str]) -> Iterable[str]:
    """What is reached from a start and not seen before, each once all that it leads to is done."""
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(ahead[start]))]
    while stack:
        here, others = stack[-1]
        further = next((each for each in others if each not in seen), None)
        if further is None:
            stack.pop()
            yield here
        else:
            seen.add(further)
            stack.append((further, iter(ahead[further])))

"""Aliases that go in a circle: A is another name of B, and B of A."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.resolution.errors import ActorListError
from sayso.resolution.listed import ListedActor
from sayso.resolution.wording import key


def refuse_cycles(file: str, actors: Sequence[ListedActor]) -> None:
    """ActorListError naming the circle, where entries are aliases of each other."""
    names = {key(actor.name): actor.name for actor in actors}
    aliases = _named(actors, names)
    done: set[str] = set()
    for start in aliases:
        circle = _circle(start, aliases, done)
        if circle:
            path = " → ".join(names[name] for name in circle)
            number = next(at for at, actor in enumerate(actors, 1) if key(actor.name) == circle[0])
            raise ActorListError(
                f"{file}, actor {number} ({names[circle[0]]}): aliases go in a circle, {path};"
                " each name should stand in one entry"
            )


def _named(actors: Sequence[ListedActor], names: dict[str, str]) -> dict[str, list[str]]:
    """Name of an entry -> its aliases that are names of entries; a name that lists itself is harmless."""
    found: dict[str, list[str]] = {}
    for actor in actors:
        own = key(actor.name)
        found.setdefault(own, []).extend(k for k in map(key, actor.aliases) if k in names and k != own)
    return found


def _circle(start: str, aliases: dict[str, list[str]], done: set[str]) -> list[str]:
    """The circle that can be reached from a name, its first name repeated at the end; empty without one."""
    path: list[str] = []
    stack = [(start, iter(aliases[start]))] if start not in done else []
    path += [start] if stack else []
    standing = set(path)
    while stack:
        step = next(stack[-1][1], None)
        if step is None:
            done.add(stack.pop()[0])
            standing.discard(path.pop())
        elif step in standing:
            return [*path[path.index(step) :], step]
        elif step not in done:
            stack.append((step, iter(aliases[step])))
            path.append(step)
            standing.add(step)
    return []

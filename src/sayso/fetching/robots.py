"""What a site lets programs read (RFC 9309).

The standard library's parser knows no "*" and no "$" inside a path and takes the first rule that fits
rather than the longest, so that it reads what many news sites close and leaves out what they open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.fetching.location import quoted

NAME = "sayso"

_MOST_BYTES = 512_000  # RFC 9309 asks for 500 KiB at the least
_MOST_RULES = 10_000
_LONGEST_DELAY = 60.0
_TOKEN = re.compile(r"[a-z_-]+")
_DELAY = re.compile(r"\d{1,6}(?:\.\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a group.

    Attributes:
        allows: or forbids.
        pieces: of the path, between its "*"; the first one begins it.
        ends: the path must end where the last piece does.
        length: of the path as written: the longest rule that fits decides.
    """

    allows: bool
    pieces: tuple[str, ...]
    ends: bool
    length: int

    def fits(self, target: str) -> bool:
        """Looks for one piece after the other, in time that grows with the target and no faster."""
        first, *rest = self.pieces
        if not target.startswith(first):
            return False
        at = len(first)
        last = rest.pop() if self.ends and rest else None
        for piece in rest:
            found = target.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        if last is not None:
            return target.endswith(last) and len(target) - len(last) >= at
        return not self.ends or at == len(target)


@dataclass(frozen=True, slots=True)
class Robots:
    """What one site says to one program.

    Attributes:
        rules: that hold for it.
        delay: seconds between requests that the site asks for, at most 60.
        unread: why its robots.txt could not be read, which closes the site; None where it could.
    """

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0
    unread: str | None = None

    def permits(self, target: str) -> bool:
        """Whether the path and query of an address may be asked for."""
        if self.unread is not None:
            return False
        fitting = [(rule.length, rule.allows) for rule in self.rules if rule.fits(target)]
        return max(fitting, default=(0, True))[1]


def parse_robots(content: bytes, *, name: str = NAME) -> Robots:
    """The rules for a program: of the groups that name it, else of those for all."""
    groups: dict[bool, tuple[list[Rule], list[float]]] = {True: ([], []), False: ([], [])}
    named = False
    for agents, key, value in _lines(content):
        ours = {name: True, "*": False}
        for own in {ours[agent] for agent in agents if agent in ours}:
            named = named or own
            rules, delays = groups[own]
            if key in ("allow", "disallow") and value and len(rules) < _MOST_RULES:
                rules.append(_rule(value, allows=key == "allow"))
            elif key == "crawl-delay" and _DELAY.fullmatch(value):
                delays.append(min(float(value), _LONGEST_DELAY))
    rules, delays = groups[named]
    return Robots(tuple(rules), max(delays, default=0.0))


def _lines(content: bytes) -> Iterator[tuple[Iterable[str], str, str]]:
    """Each line of a group: whom the group is for, the key, the value."""
    agents: list[str] = []
    heading = False
    text = content[:_MOST_BYTES].decode("utf-8-sig", "replace")
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            agents = [*(agents if heading else ()), _agent(value)]
            yield agents, "", ""
        elif key in ("allow", "disallow", "crawl-delay"):
            yield agents, key, value
        heading = key == "user-agent" or (heading and key not in ("allow", "disallow", "crawl-delay"))


def _agent(value: str) -> str:
    """The name without its version ("Sayso/1.0" is "sayso"), or "*"."""
    if value.startswith("*"):
        return "*"
    match = _TOKEN.match(value.lower())
    return match[0] if match else ""


def _rule(path: str, *, allows: bool) -> Rule:
    ends = path.endswith("$")
    path = quoted(path)
    return Rule(allows, tuple(path.removesuffix("$").split("*")), ends, len(path))

"""What belongs together through others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

Member = TypeVar("Member", str, int)


def joined(order: Mapping[Member, Any], pairs: Iterable[tuple[Member, Member]]) -> dict[Member, Member]:
    """For each member the first one, in order, of all that it is joined with; the same for every order of the
    pairs.

    Args:
        order: what sorts each member.
        pairs: members that belong together.
    """
    root = {member: member for member in order}

    def find(member: Member) -> Member:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for one, other in pairs:
        first, second = sorted((find(one), find(other)), key=order.__getitem__)
        root[second] = first
    return {member: find(member) for member in order}

"""Whose word it is, and whether two voices may be of one party, which has only one account to give.

Two are of two parties only where that is certain: officials of two governments, a ministry and a witness.
What is not known keeps nobody apart.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sayso.comparing.naming import named
from sayso.comparing.speaker import same_name
from sayso.schema.attribution import Affiliation, Naming

# A state speaks by all its officials.
_STATE: frozenset[Affiliation] = frozenset(("government", "military"))
# Two of one body, or of allied ones; by their names alone nobody can tell.
_BODIES: frozenset[Affiliation] = frozenset(
    ("armed_group", "political", "intergovernmental", "ngo", "business", "religious", "union")
)


@dataclass(frozen=True, slots=True)
class Voice:
    """On whose word something is told.

    Attributes:
        name: the fullest words that name the source, or None.
        naming, affiliation: of the source; see `docs/records.md`.
        country: ISO 3166-1 alpha-3, or None.
    """

    name: str | None
    naming: Naming = "implicit"
    affiliation: Affiliation = "unknown"
    country: str | None = None


def may_be_one(a: Voice, b: Voice, *, actors: Collection[str] = ()) -> bool:
    """Whether two voices may be of one party.

    Args:
        actors: names of those who are said to have done it, who are one party with who speaks for them.
    """
    if is_actor(a, actors) and is_actor(b, actors):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if "unknown" in (a.affiliation, b.affiliation):
        return True
    if a.affiliation in _STATE and b.affiliation in _STATE:
        return _may_share_state(a, b)
    if a.affiliation != b.affiliation:
        return False
    if a.affiliation in _BODIES:
        return _may_share_name(a, b)
    return not (a.naming == b.naming == "named") or _may_share_name(a, b)


def is_actor(voice: Voice, actors: Collection[str]) -> bool:
    """Whether a voice is, or speaks for, one of those who are said to have done it."""
    if not voice.name:
        return False
    speaker = named(voice.name)
    belongs = speaker.owners | speaker.held
    for actor in actors:
        other = named(actor)
        theirs = other.held | other.owners
        if same_name(speaker, other) or (theirs and theirs <= belongs):
            return True
    return False


def _may_share_state(a: Voice, b: Voice) -> bool:
    """Countries that are told are the same; else whose officials they are must not be two names."""
    if a.country and b.country:
        return True
    mine, theirs = (named(each.name or "").owners for each in (a, b))
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _may_share_name(a: Voice, b: Voice) -> bool:
    """Bodies with two names are two; a name that is missing keeps nobody apart."""
    mine, theirs = named(a.name or ""), named(b.name or "")
    if not (mine.name or mine.owners) or not (theirs.name or theirs.owners):
        return True
    if mine.name and theirs.name:
        return same_name(mine, theirs) > 0
    return same_name(mine, theirs) > 0 or not mine.owners.isdisjoint(theirs.owners)

"""Whether somebody tells of their own act: a claim of responsibility, an admission, a boast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.schema.attribution import Attribution, Source
from sayso.schema.event import Role

_FIRST_PERSON = frozenset(("i", "we", "us", "me"))
_VOUCHING = ("assertion", "knowledge", "belief")


def admits(actors: Iterable[Role], chain: Sequence[Attribution]) -> bool:
    """Whether the innermost holder of the chain vouches for the event and is among its actors."""
    if not chain or chain[0].attitude not in _VOUCHING:
        return False
    source = chain[0].source
    return any(_is_speaker(actor, source) for actor in actors)


def _is_speaker(actor: Role, source: Source) -> bool:
    if actor.text.casefold() in _FIRST_PERSON:
        return True
    if actor.entity is not None and actor.entity == source.entity:
        return True
    own = {actor.text.casefold(), *([actor.resolved.text.casefold()] if actor.resolved else [])}
    theirs = {(source.text or "").casefold(), *([source.resolved.text.casefold()] if source.resolved else [])}
    return not own.isdisjoint(theirs - {""})

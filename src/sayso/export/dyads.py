"""Who stands towards whom in a table with one actor and one recipient to a row.

The parties of a meeting or a ceasefire stand on both sides of the event, and nobody meets themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.export import words
from sayso.schema.event import Event, Role

Dyad = tuple[Role | None, Role | None]

_ARTICLE = re.compile(r"^(?:the|an?) ")
# "Daluvia and Kestria" are two; the commas of "Daluvia, Kestria and Orvane" are so as well.
_JOINED = re.compile(r",? and |, ")


def dyads(event: Event) -> Iterator[Dyad]:
    """(actor, recipient) for each row of an event, at least one; None where there is nobody.

    No actor is their own recipient, or that of a party which they are named in. An actor with whom nobody
    else stands has a row of their own.
    """
    for actor in event.actors or (None,):
        others = [one for one in event.recipients if actor is None or not _same(actor, one)]
        yield from ((actor, one) for one in others or (None,))


def _same(one: Role, other: Role) -> bool:
    left, right = _folded(words.name(one)), _folded(words.name(other))
    return left == right or left in _parts(right, other) or right in _parts(left, one)


def _folded(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.casefold().split()))


def _parts(name: str, role: Role) -> frozenset[str]:
    """Those of a joint party; what has one country is one party, such as a state with "and" in its name."""
    if role.country or " and " not in name:
        return frozenset()
    return frozenset(map(_folded, _JOINED.split(name)))

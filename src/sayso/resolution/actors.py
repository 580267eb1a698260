"""Who somebody is: country and sectors of a mention, from its words, its fuller name and the date.

>>> from sayso.resolution.actors import Actors
>>> Actors().who("French lawmakers").sectors
('LEG',)
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.resolution.context import Context, Places
from sayso.resolution.judging import judge
from sayso.resolution.knowledge import knowledge
from sayso.resolution.listed import ActorList, Listed
from sayso.resolution.who import Who, filled
from sayso.schema.entity import EntityKind

# Answers kept; a document repeats its actors.
KEPT = 20_000


def nowhere(name: str) -> str | None:
    """Knows no places."""
    return None


class Actors:
    """The actor tables, with a user's lists on top.

    Args:
        lists: entries that add to the tables or override them, the first list before the others.
        places: tells the country of a town or province that the tables do not know.
    """

    def __init__(self, *, lists: Iterable[ActorList] = (), places: Places = nowhere) -> None:
        self._lists = tuple(lists)
        self._places = places
        self._knowledge: Listed | None = None
        self._kept: dict[tuple[str, str | None, str | None, EntityKind | None], Who] = {}

    def who(
        self,
        mention: str,
        *,
        resolved: str | None = None,
        date: str | None = None,
        kind: EntityKind | None = None,
    ) -> Who:
        """Country and sectors of a mention.

        Args:
            mention: as it stands in the text.
            resolved: the fullest mention of the same entity, or None.
            date: of publication, ISO year, month or day; None where unknown.
            kind: of the entity, where the encoder knows it.
        """
        asked = (mention, resolved, date, kind)
        if asked not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[asked] = self._both(mention, resolved, date, kind)
        return self._kept[asked]

    def _both(self, mention: str, resolved: str | None, date: str | None, kind: EntityKind | None) -> Who:
        context = Context(self._known(), self._places, date, kind)
        said = judge(context, mention)
        if not resolved or resolved == mention:
            return said
        # The fuller mention tells, and the one in the text fills what it leaves open.
        return filled(judge(context, resolved), said)

    @property
    def lists(self) -> tuple[ActorList, ...]:
        """The user's lists."""
        return self._lists

    @property
    def knowledge(self) -> Listed:
        """The tables with the user's lists on top."""
        return self._known()

    def _known(self) -> Listed:
        if self._knowledge is None:
            self._knowledge = Listed(knowledge(), self._lists)
        return self._knowledge

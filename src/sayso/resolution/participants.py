"""Who takes part in events: country and sector, and the group that unnamed fighters belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.words import lemmas, split_words
from sayso.resolution.actors import Actors
from sayso.schema.entity import Entity, EntityKind
from sayso.schema.event import Event, Role

_ARMED = frozenset(("REB", "PRM", "UAF", "CRM"))
# Common nouns that a newspaper uses again and again for the one armed group that it has named.
_FIGHTERS = frozenset(
    "guerrilla rebel insurgent militant terrorist extremist fighter commando subversive militiaman gunman "
    "separatist jihadist attacker assassin group organisation organization".split()
)


class Participants:
    """The participants of one document.

    Args:
        entities: of the document.
        date: of publication, ISO, or None.
    """

    def __init__(self, actors: Actors, entities: Sequence[Entity], *, date: str | None) -> None:
        self._actors = actors
        self._date = date
        self._entities = {entity.id: entity for entity in entities}
        self._group = self._only_group(entities)

    def known(self, event: Event) -> Event:
        """The event with what is known of those who take part in it."""
        return replace(
            event,
            actors=tuple(map(self._role, event.actors)),
            recipients=tuple(map(self._role, event.recipients)),
        )

    def _role(self, role: Role) -> Role:
        named = self._belonging(role)
        who = self._actors.who(
            named.text,
            resolved=named.name or (named.resolved.text if named.resolved else None),
            date=self._date,
            kind=self._kind(named),
        )
        return replace(named, country=who.country, sector=who.sector)

    def _kind(self, role: Role) -> EntityKind | None:
        return self._entities[role.entity].kind if role.entity in self._entities else None

    def _belonging(self, role: Role) -> Role:
        """ "The guerrillas" are those of the only armed group that the document names."""
        group = self._group
        if group is None or role.entity is not None or not _are_fighters(role.text):
            return role
        if role.resolved is not None and not _are_fighters(role.resolved.text):
            return role
        return replace(role, entity=group.id, name=group.name, resolved=role.resolved or group.mentions[0])

    def _only_group(self, entities: Sequence[Entity]) -> Entity | None:
        """The armed group of the document, None where it names none or several."""
        found = [e for e in entities if e.kind != "person" and self._is_armed(e)]
        return found[0] if len(found) == 1 else None

    def _is_armed(self, entity: Entity) -> bool:
        who = self._actors.who(entity.name, date=self._date, kind=entity.kind)
        return who.sector in _ARMED and any(ground.kind in ("group", "list") for ground in who.why)


def _are_fighters(words: str) -> bool:
    """Whether a phrase is a common noun for fighters, without a name in it."""
    plain_words = split_words(words.split())
    return bool(plain_words) and not _FIGHTERS.isdisjoint(lemmas(plain_words[-1]))

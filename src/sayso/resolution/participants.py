"""Who takes part in events: country and sector, and the group that unnamed fighters belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.words import lemmas, split_words
from sayso.resolution.actors import Actors
from sayso.resolution.groups import armed_groups
from sayso.schema.analysis import Analysis
from sayso.schema.entity import Entity, EntityKind
from sayso.schema.event import Event, Role
from sayso.schema.span import Span

# Common nouns that a newspaper uses again and again for the one armed group that it has named.
_FIGHTERS = frozenset(
    "guerrilla rebel insurgent militant terrorist extremist fighter commando subversive militiaman gunman "
    "separatist jihadist attacker assassin group organisation organization".split()
)


class Participants:
    """The participants of one document.

    Args:
        analysis: of the document.
        entities: of the document.
        date: of publication, ISO, or None.
    """

    def __init__(
        self, actors: Actors, analysis: Analysis, entities: Sequence[Entity], *, date: str | None
    ) -> None:
        self._actors = actors
        self._date = date
        self._entities = {entity.id: entity for entity in entities}
        self._group = self._only_group(analysis)

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
        """The role; "the guerrillas" are those of the only armed group that the document names."""
        group = self._group
        if group is None or role.entity is not None or not _are_fighters(role.text):
            return role
        if role.resolved is not None and not _are_fighters(role.resolved.text):
            return role
        name, span = group
        return replace(role, entity=self._entity(span), name=name, resolved=span)

    def _entity(self, span: Span) -> str | None:
        """Id of the document's entity that a span names, or None."""
        holding = (e.id for e in self._entities.values() if any(span.overlaps(m) for m in e.mentions))
        return next(holding, None)

    def _only_group(self, analysis: Analysis) -> tuple[str, Span] | None:
        """The armed group of the document by its usual name, None where it names none or several."""
        bounds = analysis.sentences.tolist()
        stretches = [(int(analysis.starts[a]), int(analysis.ends[b - 1])) for a, b in bounds if a < b]
        found = armed_groups(analysis.text, stretches, self._actors.knowledge, self._date)
        return next(iter(found.items())) if len(found) == 1 else None


def _are_fighters(words: str) -> bool:
    """Whether a phrase is a common noun for fighters, without a name in it."""
    plain_words = split_words(words.split())
    return bool(plain_words) and not _FIGHTERS.isdisjoint(lemmas(plain_words[-1]))

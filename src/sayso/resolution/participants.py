"""Who speaks and who takes part: country and sector, and the group that unnamed fighters belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.resolution.actors import Actors
from sayso.resolution.groups import armed_groups
from sayso.resolution.unnamed import UnnamedGroups, are_fighters
from sayso.resolution.who import NOBODY, Who, filled
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attribution, Source
from sayso.schema.entity import Entity, EntityKind
from sayso.schema.event import Event, Role
from sayso.schema.span import Span

# What one mention tells of them, "Chile's envoy, Ana Dur", holds for the others, "Dur", too; a place is told
# of in many ways, of which each stands for something else.
_TOLD: tuple[EntityKind, ...] = ("person", "organisation")


class Participants:
    """The sources and participants of one document.

    Args:
        analysis: of the document.
        attributions, events: of the document.
        entities: of the document.
        date: of publication, ISO, or None.
    """

    def __init__(
        self,
        actors: Actors,
        analysis: Analysis,
        attributions: Sequence[Attribution],
        events: Sequence[Event],
        *,
        entities: Sequence[Entity],
        date: str | None,
    ) -> None:
        self._actors = actors
        self._date = date
        self._entities = {entity.id: entity for entity in entities}
        self._unnamed = self._groups(analysis)
        self._attributions, self._events = attributions, events
        self._told: dict[str, Who] = {}
        for attribution in attributions:
            self._hear(attribution.source)
        for event in events:
            for role in (*event.actors, *event.recipients):
                self._hear(role)

    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions with what is known of their sources."""
        return tuple(replace(one, source=self._source(one.source)) for one in self._attributions)

    def events(self) -> tuple[Event, ...]:
        """The events with what is known of those who take part in them."""
        return tuple(
            replace(
                event,
                actors=tuple(map(self._role, event.actors)),
                recipients=tuple(map(self._role, event.recipients)),
            )
            for event in self._events
        )

    def _source(self, source: Source) -> Source:
        who = self._who(source)
        return replace(source, country=who.country, sector=who.sector, unsure=who.unsure)

    def _role(self, role: Role) -> Role:
        meant = self._unnamed_groups(role)
        who = self._who(role)
        if len(meant) == 1:
            span = self._unnamed.named[meant[0]]
            role = replace(role, entity=self._entity(span), name=meant[0], resolved=span)
        return replace(role, country=who.country, sector=who.sector, unsure=who.unsure)

    # --- one mention ----------------------------------------------------------------------------

    def _who(self, mention: Source | Role) -> Who:
        """Country and sectors, from the mention and what the document tells of the same elsewhere."""
        meant = self._unnamed_groups(mention)
        if len(meant) == 1:
            return self._actors.who(mention.text or "", resolved=meant[0], date=self._date)
        who = self._alone(mention)
        if meant:
            return self._one_of(who, meant)
        told = self._told.get(mention.entity or "", NOBODY)
        return filled(who, told) if not who.unsure else who

    def _alone(self, mention: Source | Role) -> Who:
        """What the words of a mention and of its fuller mention tell."""
        if mention.text is None:
            return NOBODY
        name = mention.name if isinstance(mention, Role) else None
        resolved = name or (mention.resolved.text if mention.resolved else None)
        return self._actors.who(
            mention.text, resolved=resolved, date=self._date, kind=self._kind(mention.entity)
        )

    def _one_of(self, who: Who, names: Sequence[str]) -> Who:
        """One of several groups, nobody can tell which: what they have in common fills what is open."""
        found = [self._actors.who(name, date=self._date) for name in names]
        countries = {one.country for one in found}
        country = countries.pop() if len(countries) == 1 else None
        return replace(who, country=who.country or country, unsure=True)

    def _hear(self, mention: Source | Role) -> None:
        """Remembers what a mention tells of its entity; the first that tells something counts."""
        if mention.entity is None or self._kind(mention.entity) not in _TOLD:
            return
        who = self._alone(mention)
        if not who.unsure:
            self._told[mention.entity] = filled(self._told.get(mention.entity, NOBODY), who)

    def _kind(self, entity: str | None) -> EntityKind | None:
        return self._entities[entity].kind if entity in self._entities else None

    # --- groups ---------------------------------------------------------------------------------

    def _groups(self, analysis: Analysis) -> UnnamedGroups:
        bounds = analysis.sentences.tolist()
        stretches = [(int(analysis.starts[a]), int(analysis.ends[b - 1])) for a, b in bounds if a < b]
        known = self._actors.knowledge
        return UnnamedGroups(armed_groups(analysis.text, stretches, known, self._date), known, self._date)

    def _unnamed_groups(self, mention: Source | Role) -> tuple[str, ...]:
        """The groups that a mention without a name of its own may mean."""
        if mention.text is None or mention.entity is not None:
            return ()
        if mention.resolved is not None and not are_fighters(mention.resolved.text):
            return ()
        return self._unnamed.meant(mention.text)

    def _entity(self, span: Span) -> str | None:
        """Id of the document's entity that a span names, or None."""
        holding = (e.id for e in self._entities.values() if any(span.overlaps(m) for m in e.mentions))
        return next(holding, None)

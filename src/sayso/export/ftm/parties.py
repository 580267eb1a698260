"""Those who speak or take part, as entities of FollowTheMoney, and where the text names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.export.exported import Exported
from sayso.export.ftm.shared import Entity, country, entity, id_of, name
from sayso.export.speakers import Speaker, entities_of, speaker
from sayso.export.urns import digest, name_key
from sayso.schema.attribution import Source
from sayso.schema.entity import EntityKind
from sayso.schema.event import Role

_SCHEMAS: Mapping[EntityKind, str] = {"person": "Person", "organisation": "Organization"}
_PUBLIC = ("GOV", "MIL", "COP", "SPY", "LEG", "JUD")


class Parties:
    """Those of one document who have a name, each once.

    Attributes:
        one: the document.
        found: id -> entity, in the order in which they were asked for.
    """

    def __init__(self, one: Exported) -> None:
        self.one = one
        self.found: dict[str, Entity] = {}
        self._entities = entities_of(one.reading)

    def of_source(self, source: Source) -> str | None:
        """The id of who says something; None where they have no name."""
        who = speaker(source, self._entities)
        return self.of_speaker(who, source.country) if who is not None and who.named else None

    def of_speaker(self, who: Speaker, land: str | None = None) -> str:
        """The id of somebody with a name."""
        group = "PublicBody" if who.public else "Organization"
        return self._keep(
            {"person": "Person", "group": group, "other": "LegalEntity"}[who.kind], who.name, land
        )

    def of_role(self, role: Role) -> str | None:
        """The id of who takes part in something; None where they have no name."""
        known = self._entities.get(role.entity or "")
        named = known.name if known is not None else role.name
        if named is None:
            return None
        schema = _SCHEMAS.get(known.kind, "LegalEntity") if known is not None else "LegalEntity"
        public = schema == "Organization" and role.sector in _PUBLIC
        return self._keep("PublicBody" if public else schema, named, role.country)

    def _keep(self, schema: str, called: str, land: str | None) -> str:
        id = id_of(self.one, digest(f"{schema}:{name_key(called)}")[:12])
        if id not in self.found:
            article = id_of(self.one)
            self.found[id] = entity(schema, id, name=name(called), country=country(land), proof=article)
        return id

    def entities(self) -> Iterator[Entity]:
        """Each with the mention of its name in the article."""
        for id, each in self.found.items():
            yield each
            yield entity(
                "Mention",
                f"{id}-mention",
                document=id_of(self.one),
                name=each["properties"]["name"],
                resolved=id,
                detectedSchema=each["schema"],
                contextCountry=each["properties"].get("country"),
            )

"""Words that name events, and the verbs that carry a noun which does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

TriggerKind = Literal["verb", "noun"]
Role = Literal["actor", "recipient", "both", "theme"]

KINDS: tuple[TriggerKind, ...] = get_args(TriggerKind)
ROLES: tuple[Role, ...] = get_args(Role)

# What holds where an entry says nothing. "owner" is the possessive before a noun: "the army's raid".
VERB_ROLES: dict[str, Role] = {"subject": "actor", "object": "recipient", "by": "actor"}
NOUN_ROLES: dict[str, Role] = {"owner": "actor", "by": "actor"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word that may name an event.

    Attributes:
        lemma: the head word: "fire" in "open fire on" is no head, "open" is; "strike" in "hunger strike".
        before: words that must stand right before a noun ("hunger").
        particle: words that must follow, with the object of a verb perhaps between ("out", "under siege").
        objects: lemmas of which one must be the object's head; empty where any object will do.
        unless: lemmas that make it something else when they stand close by ("heart" beside "attack").
        roles: (place, role) where it differs from the usual. A place is "subject", "object", "owner" or
            a preposition; a role is actor, recipient, both (all sides: "talks between") or theme (what
            it is about or done with).
        reciprocal: whether a plural subject alone means all sides ("the ministers met").
        weight: 0 to 1, how often in political news the word names such an event.
    """

    lemma: str
    kind: TriggerKind
    type: str
    mode: str | None = None
    weight: float = 1.0
    before: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    roles: tuple[tuple[str, Role], ...] = ()
    reciprocal: bool = False
    example: str | None = None

    def role(self, place: str) -> Role | None:
        """Who stands at this place, or None where the codebook does not say."""
        for known, role in self.roles:
            if known == place:
                return role
        if self.kind == "noun":
            return NOUN_ROLES.get(place)
        if place == "object" and self.objects:
            return "theme"
        return VERB_ROLES.get(place)


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that adds only its subject to an event noun: "carried out an attack", "came under fire".

    Attributes:
        particle: words that must follow ("out", "under").
        subject: what the verb's subject is to the event of the noun.
    """

    lemma: str
    subject: Role
    particle: tuple[str, ...] = ()
    example: str | None = None

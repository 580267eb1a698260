"""The country of an actor, from the words, the person or organisation named, and what stands behind."""

from __future__ import annotations

from collections.abc import Container

from sayso.resolution.bodies import Identified
from sayso.resolution.context import Context
from sayso.resolution.identifying import body_in
from sayso.resolution.lands import NOWHERE, Found, is_list, land_of, place_of
from sayso.resolution.mention import Mention
from sayso.resolution.persons import common
from sayso.resolution.scanning import Part
from sayso.resolution.sectors import Verdict
from sayso.resolution.who import Ground

# Behind these stands where somebody belongs ...
BELONGING = frozenset(
    "of from in at across inside within throughout around near for outside on , ( based".split()
)
# ... and of those who are sent abroad, who sent them.
SENDING = frozenset(("of", "from"))
# What is told from here on is about somebody else.
STOPS = frozenset("and who that which whose".split())
OF_STATE = frozenset(("GOV", "MIL", "LEG"))
STATES = frozenset(("IGO", "UNO", "EUR"))
GROUP = 1


def country_of(context: Context, mention: Mention, verdict: Verdict) -> Found:
    """The country of the actor that the verdict is about."""
    person, body, head = verdict.person, verdict.body, verdict.head
    if is_list(mention):
        return Found(None, Ground("open", mention.phrase(0, len(mention.words))), unsure=True)
    if person is not None and person.country:
        return Found(person.country, None, person.unsure)
    sent = head is not None and head.is_one_of("sent")
    own = land_of(mention, mention.core, sent=sent)
    if body is not None and body.country and _is_bodys(body, own):
        return Found(body.country, None, body.unsure)
    if own.code is not None:
        return own
    near = _owner(context, mention, verdict)
    near = near if near.code is not None else _near(context, mention, verdict)
    if near.code is not None:
        return near
    behind = _behind(context, mention, SENDING if sent else BELONGING)
    return own if behind.code is None and own.unsure else behind


def _is_bodys(body: Identified, own: Found) -> bool:
    """A party or company is of the country beside it; a group and a body of states keep their own."""
    return own.code is None or body.rank <= GROUP or body.country in STATES


def _owner(context: Context, mention: Mention, verdict: Verdict) -> Found:
    """The country of the leader whose name stands before a noun of state: "Orban's forces"."""
    part, head = mention.core, verdict.head
    # A lawyer's or a university's Brown need not be the one who governed.
    governs = bool(OF_STATE & set(verdict.sectors[:1]))
    if head is None or not (governs or head.is_one_of("speaking")):
        return NOWHERE
    before = [match for match in mention.own(part) if match.is_name and match.end <= head.match.start]
    people = [person for match in before for person in match.known.people]
    if not people:
        loose = [at for at in mention.left_over(part) if at < head.match.start]
        names = [mention.words[at] for at in loose if mention.words[at].is_capitalised]
        people = context.knowledge.surnamed(names[-1].key) if names else []
    owner = common(people, context.date)
    if owner is None or not owner.country:
        return NOWHERE
    return Found(owner.country, Ground("person", owner.name or people[0].name), owner.unsure)


def _near(context: Context, mention: Mention, verdict: Verdict) -> Found:
    """A place before the noun, "Tarsk police", or one that is the whole mention."""
    if context.kind == "person":
        return NOWHERE
    part, head = mention.core, verdict.head
    if head is None or head.match.start == part.start:
        whole = not (mention.rest or part.matches)
        return place_of(mention, part, context.places, end=part.end, whole=True) if whole else NOWHERE
    return place_of(mention, part, context.places, end=head.match.start, whole=False)


def _behind(context: Context, mention: Mention, leads: Container[str]) -> Found:
    """What the first part behind that tells says."""
    for part in mention.rest:
        if part.lead in STOPS:
            break
        if part.lead in leads:
            found = _of_part(context, mention, part)
            if found.code is not None or found.unsure:
                return found
    return NOWHERE


def _of_part(context: Context, mention: Mention, part: Part) -> Found:
    found = land_of(mention, part, sent=False)
    if found.code is not None or found.unsure:
        return found
    named = body_in(context, mention, part)
    if named is not None and named[0].country:
        return Found(named[0].country, Ground("organisation", named[0].name), named[0].unsure)
    return place_of(mention, part, context.places, end=part.end, whole=False)

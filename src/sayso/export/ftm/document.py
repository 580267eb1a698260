"""A document with its claims and events as entities of FollowTheMoney."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.comparing.holding import held
from sayso.export.dating import first_day
from sayso.export.exported import Exported
from sayso.export.ftm.parties import Parties
from sayso.export.ftm.shared import Entity, country, days, entity, id_of, language, name, text, url
from sayso.export.speakers import writers
from sayso.export.telling import chain_of, claim_story, claim_title, elsewhere, event_story, event_title
from sayso.export.urns import name_key
from sayso.export.vouched import sayings
from sayso.export.words import who
from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.event import Event, Role


def entities(one: Exported) -> Iterator[Entity]:
    """The article, its claims and events, then those who speak and take part."""
    parties, said = Parties(one), sayings(one.reading)
    yield _article(one)
    for claim in one.reading.claims:
        if one.wants(claim.id):
            yield _claim(one, claim, said, parties)
            yield from _verdicts(one, claim)
    for event in one.reading.events:
        if one.wants(event.id):
            yield _event(one, event, said, parties)
    yield from parties.entities()


def _article(one: Exported) -> Entity:
    document = one.reading.document
    return entity(
        "Article",
        id_of(one),
        title=name(document.title or "") or document.id,
        author=[name(author) for author in document.authors],
        publishedAt=first_day(document.published),
        publisher=[name(outlet) for outlet in _outlets(one)],
        sourceUrl=[url(address) for address in (document.url, *(place.url for place in one.locations))],
        language=language(document.language),
        bodyText=text(document.text),
        processingAgent=f"sayso {one.reading.sayso}, encoder {one.reading.encoder}",
    )


def _outlets(one: Exported) -> list[str]:
    return [told for told in (one.reading.document.outlet, *(at.outlet for at in one.locations)) if told]


def _claim(one: Exported, claim: Claim, said: Mapping[str, Attribution], parties: Parties) -> Entity:
    """A note on everybody with a name on whose word it is."""
    return entity(
        "Note",
        id_of(one, claim.id),
        name=name(claim_title(claim, said)),
        description=text(claim_title(claim, said)),
        summary=text(f"{claim_story(claim, said)} {elsewhere(one, claim.id)}"),
        entity=_claimants(one, claim, said, parties),
        keywords=["claim", f"attitude: {claim.attitude}", *_review(one, claim.id)],
        proof=id_of(one),
    )


def _claimants(
    one: Exported, claim: Claim, said: Mapping[str, Attribution], parties: Parties
) -> list[str | None]:
    chain = chain_of(claim, said)
    if chain:
        return [parties.of_source(each.source) for each in chain]
    return [parties.of_speaker(who) for who in writers(one.reading.document)]


def _event(one: Exported, event: Event, said: Mapping[str, Attribution], parties: Parties) -> Entity:
    first, last = days(event.date)
    roles = [*event.actors, *event.recipients]
    place = event.place
    return entity(
        "Event",
        id_of(one, event.id),
        name=name(event_title(event, said)),
        summary=text(f"{event_story(one.reading, event, said)} {elsewhere(one, event.id)}"),
        keywords=[f"standing: {event.standing}", f"type: {event.type}", *_review(one, event.id)],
        startDate=first,
        endDate=last,
        location=name(place.name) if place else None,
        country=country(place.country) if place else None,
        involved=[parties.of_role(role) for role in _linked(event, said)],
        namesMentioned=[name(role.name) for role in roles if role.name],
        proof=id_of(one),
    )


def _linked(event: Event, said: Mapping[str, Attribution]) -> list[Role]:
    """Who takes part beyond dispute of this text: in a fact all, in an admission who speaks of themselves.

    Whoever else is accused is named in the words of the event, and no more.
    """
    if event.standing == "fact":
        return [*event.actors, *event.recipients]
    if event.standing != "admitted":
        return []
    speakers = [one.source for one in held(event, said).vouching[:1]]
    return [role for role in event.actors if any(_is_self(role, source) for source in speakers)]


def _is_self(role: Role, source: Source) -> bool:
    """Whether who takes part is the one who speaks: one entity of the document, or one name."""
    if role.entity is not None and source.entity is not None:
        return role.entity == source.entity
    return role.name is not None and name_key(role.name) == name_key(who(source))


def _review(one: Exported, record: str) -> list[str]:
    return [f"review: {one.reviews[record]}"] if record in one.reviews else []


def _verdicts(one: Exported, claim: Claim) -> Iterator[Entity]:
    """What persons found out about a claim, each a note on the claim's note."""
    for each in one.corrections:
        if each.action == "verdict" and one.about.get(each.id) == claim.id:
            told = f"Verdict of {each.by}: {each.value['verdict']}"
            yield entity(
                "Note",
                id_of(one, claim.id, each.id),
                name=name(told),
                description=text(told),
                summary=text(f"{told}. Reasons: {each.value['url']}. It is no verdict of sayso."),
                entity=id_of(one, claim.id),
                keywords="verdict of a person",
                sourceUrl=url(each.value["url"]),
                createdAt=each.at[:10],
                proof=id_of(one),
            )

"""schema.org as one graph of JSON-LD: NewsArticle, Claim, and ClaimReview where a person gave a verdict.

A claim has the words of the text, who makes it, and the article where it appears. A denial is told as one,
so that nobody takes what is denied for what is claimed. A ClaimReview is a person's, with the page that
gives the reasons; sayso never writes one by itself. Lossy: schema.org has no word for what is said to have
happened, so an event is told in the description of the claims about it. Written without a library: it is
plain JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.export import words
from sayso.export.dating import first_day
from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.speakers import Kind, Speaker, entities_of, speaker, writers
from sayso.export.telling import chain_of, claim_story, claim_title, elsewhere, flat, sayer, wording
from sayso.export.urns import urn, web
from sayso.export.vouched import sayings
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction

CONTEXT = "https://schema.org"
_KINDS: Mapping[Kind, str] = {"person": "Person", "group": "Organization", "other": "Organization"}
Object = dict[str, Any]


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The graph, an object to a line; each article comes before its claims, each claim before its reviews."""
    yield f'{{"@context":"{CONTEXT}","@graph":['.encode()
    before = "\n"
    for one in documents:
        for each in _objects(one):
            line = json.dumps(each, ensure_ascii=False, separators=(",", ":"))
            yield (before + clean(line)).encode()
            before = ",\n"
    yield b"\n]}\n"


def _objects(one: Exported) -> Iterator[Object]:
    said = sayings(one.reading)
    yield _article(one)
    for claim in one.reading.claims:
        if _wanted(one, claim):
            yield _claim(one, claim, said)
            yield from (_review(one, claim, each, said) for each in _verdicts(one, claim))


def _wanted(one: Exported, claim: Claim) -> bool:
    """It was asked for, or an event was, which it tells of."""
    asked = (event for event in one.reading.events if one.chosen is not None and event.id in one.chosen)
    return one.wants(claim.id) or any(
        claim.event == event.id or (claim.attribution is not None and claim.attribution in event.attributions)
        for event in asked
    )


def _article(one: Exported) -> Object:
    document = one.reading.document
    return _object(
        "NewsArticle",
        urn(document.id),
        identifier=document.id,
        headline=flat(document.title or ""),
        url=web(document.url),
        inLanguage=document.language,
        datePublished=first_day(document.published),
        author=[{"@type": "Person", "name": flat(name)} for name in document.authors],
        publisher={"@type": "Organization", "name": flat(document.outlet)} if document.outlet else None,
    )


def _claim(one: Exported, claim: Claim, said: Mapping[str, Attribution]) -> Object:
    return _object(
        "Claim",
        urn(one.reading.document.id, claim.id),
        identifier=f"{one.reading.document.id}:{claim.id}",
        text=_text(claim),
        name=claim_title(claim, said),
        description=" ".join(
            [claim_story(claim, said), *_events(one, claim), elsewhere(one, claim.id)]
        ).strip(),
        author=_author(one, claim, said),
        creditText=sayer(claim, said),
        appearance={"@id": urn(one.reading.document.id)},
        datePublished=first_day(one.reading.document.published),
    )


def _text(claim: Claim) -> str:
    """What is claimed; of a denial, that it is denied."""
    return f"Denied: {wording(claim)}" if claim.attitude == "denial" else wording(claim)


def _events(one: Exported, claim: Claim) -> Iterator[str]:
    """How the events are told that it tells of."""
    for event in one.reading.events:
        if claim.event == event.id or (claim.attribution and claim.attribution in event.attributions[:1]):
            yield f"“{flat(event.anchor.text)}” ({event.type}): {words.STANDING[event.standing]}."


def _author(one: Exported, claim: Claim, said: Mapping[str, Attribution]) -> list[Object]:
    """The source if it has a name, or, of an author's own claim, the authors. Whoever has no name is told in
    `creditText` alone.
    """
    chain = chain_of(claim, said)
    if not chain:
        return [_party(who) for who in writers(one.reading.document)]
    who = speaker(chain[0].source, entities_of(one.reading))
    return [_party(who)] if who is not None and who.named else []


def _party(who: Speaker) -> Object:
    return {"@type": _KINDS[who.kind], "name": who.name}


def _verdicts(one: Exported, claim: Claim) -> Iterator[Correction]:
    """The last one of each person."""
    about = (each for each in one.corrections if one.about.get(each.id) == claim.id)
    yield from {each.by: each for each in about if each.action == "verdict"}.values()


def _review(one: Exported, claim: Claim, verdict: Correction, said: Mapping[str, Attribution]) -> Object:
    page = web(verdict.value["url"]) or verdict.value["url"]
    return _object(
        "ClaimReview",
        urn(one.reading.document.id, claim.id, verdict.id),
        url=page,
        claimReviewed=claim_title(claim, said) if claim.attitude == "denial" else wording(claim),
        itemReviewed={"@id": urn(one.reading.document.id, claim.id)},
        author={"@type": "Person", "name": verdict.by},
        datePublished=verdict.at[:10],
        reviewRating={"@type": "Rating", "alternateName": verdict.value["verdict"]},
    )


def _object(kind: str, id: str, **values: Any) -> Object:
    """Without what is not known."""
    told = {name: value for name, value in values.items() if value not in (None, "", [])}
    return {"@type": kind, "@id": id, **told}

"""From attributions and events to claims: what somebody asserts or denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.schema.attribution import Attitude, Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.document import Document
from sayso.schema.event import Event
from sayso.schema.span import Span

_MAKE_CLAIMS = ("assertion", "denial")
# What the author says in their own voice did, or did not, happen.
_OWN: dict[str, Attitude] = {"fact": "assertion", "possible": "assertion", "negated": "denial"}
# The words of an event further away from its anchor are not one clause with it.
_REACH = 200  # characters


def claims_of(
    document: Document, attributions: Sequence[Attribution], events: Sequence[Event] = ()
) -> tuple[Claim, ...]:
    """A claim per asserting or denying attribution, with the chain it passes through; then one per event
    that the author asserts or denies.
    """
    known = {attribution.id: attribution for attribution in attributions}
    said = [_said(one, known) for one in attributions if one.attitude in _MAKE_CLAIMS]
    author = _author(document)
    told = [_told(document.text, author, e) for e in events if not e.attributions and e.standing in _OWN]
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate((*said, *told), 1))


def _said(one: Attribution, known: dict[str, Attribution]) -> Claim:
    chain = tuple(_chain(one, known))
    return Claim("", one.id, one.source, one.attitude, one.content, chain)


def _chain(attribution: Attribution | None, known: dict[str, Attribution]) -> Iterator[str]:
    while attribution is not None:
        yield attribution.id
        attribution = known[attribution.parent] if attribution.parent else None


def _author(document: Document) -> Source:
    return Source(
        start=None,
        end=None,
        text=None,
        resolved=None,
        entity=None,
        identity="named_person" if document.authors else "unnamed_person",
        naming="named" if document.authors else "implicit",
        affiliation="media",
        role=None,
        country=None,
    )


def _told(text: str, author: Source, event: Event) -> Claim:
    """The author's own claim: the words from the first to the last of an event and those who take part.

    Of several mentions it is the first that has most of them beside it: a headline is cut short.
    """
    spans = max((_clause(text, one, event) for one in event.mentions or (event.anchor,)), key=len)
    words = Span.cut(text, min(span.start for span in spans), max(span.end for span in spans))
    return Claim("", None, author, _OWN[event.standing], (words,), (), event.id)


def _clause(text: str, mention: Span, event: Event) -> list[Span]:
    """A mention with those who take part in its paragraph, near it."""
    roles = (role.span for role in (*event.actors, *event.recipients))
    near = (span for span in roles if abs(span.start - mention.start) <= _REACH)
    return [mention, *(span for span in near if "\n\n" not in _between(text, span, mention))]


def _between(text: str, first: Span, second: Span) -> str:
    return text[min(first.end, second.end) : max(first.start, second.start)]

"""From attributions and events to claims: what somebody asserts or denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    """A claim per asserting or denying attribution, with the chain it passes through, and one per event
    that the author asserts, in reading order.
    """
    known = {attribution.id: attribution for attribution in attributions}
    made = [
        (one.content[0].start, one.id, one.source, one.attitude, one.content, tuple(_chain(one, known)), None)
        for one in attributions
        if one.attitude in _MAKE_CLAIMS
    ]
    author = _author(document)
    made += [
        (span.start, None, author, _OWN[event.standing], (span,), (), event.id)
        for event in events
        if not event.attributions and event.standing in _OWN
        for span in (_told(document.text, event),)
    ]
    ordered = sorted(enumerate(made), key=lambda item: (item[1][0], item[0]))
    return tuple(Claim(f"c{n}", *fields[1:]) for n, (_, fields) in enumerate(ordered, 1))


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


def _told(text: str, event: Event) -> Span:
    """The words from the first to the last of an event and those who take part in it."""
    near = [
        role.span
        for role in (*event.actors, *event.recipients)
        if abs(role.start - event.anchor.start) <= _REACH and "\n\n" not in _between(text, role.span, event.anchor)
    ]
    spans = [event.anchor, *near]
    return Span.cut(text, min(span.start for span in spans), max(span.end for span in spans))


def _between(text: str, first: Span, second: Span) -> str:
    return text[min(first.end, second.end) : max(first.start, second.start)]

"""What is left of a document's records where a person rejected some."""

from __future__ import annotations

from dataclasses import replace

from sayso.export.resting import resting
from sayso.ledger.correcting import Corrected, without_rejected
from sayso.schema.claim import Claim
from sayso.schema.reading import Reading


def given(laid: Corrected) -> Reading:
    """The records as corrected, without rejected claims and events, and without anything that refers to them.

    What somebody is said to have claimed, and did not, is no attribution either, unless another record rests
    on it.
    """
    kept, before = without_rejected(laid), laid.reading
    if (len(before.claims), len(before.events)) == (len(kept.claims), len(kept.events)):
        return kept
    events = {event.id for event in kept.events}
    claims = tuple(_without_event(claim, events) for claim in kept.claims)
    gone = {one.attribution for one in before.claims} - {one.attribution for one in kept.claims}
    others = [one.id for one in before.attributions if one.id not in gone]
    needed = resting(before.attributions, claims, kept.events, more=others)
    attributions = tuple(one for one in before.attributions if one.id in needed)
    return replace(kept, claims=claims, attributions=attributions)


def _without_event(claim: Claim, events: set[str]) -> Claim:
    """A person may reject an event and still accept the words in which the author asserts it."""
    return claim if claim.event is None or claim.event in events else replace(claim, event=None)

"""From attributions to claims: what somebody asserts or denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim

_MAKE_CLAIMS = ("assertion", "denial")


def claims_of(attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """One claim per asserting or denying attribution, with the chain of those it passes through."""
    known = {attribution.id: attribution for attribution in attributions}
    making = [a for a in attributions if a.attitude in _MAKE_CLAIMS]
    return tuple(
        Claim(
            id=f"c{number}",
            attribution=attribution.id,
            source=attribution.source,
            attitude=attribution.attitude,
            content=attribution.content,
            chain=tuple(_chain(attribution, known)),
        )
        for number, attribution in enumerate(making, 1)
    )


def _chain(attribution: Attribution | None, known: dict[str, Attribution]) -> Iterator[str]:
    while attribution is not None:
        yield attribution.id
        attribution = known[attribution.parent] if attribution.parent else None

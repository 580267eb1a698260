"""How a document is sourced: counts, and flags with the words that raise them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from sayso.schema.attribution import Attribution, Source
from sayso.schema.document import Document
from sayso.schema.profile import Flag, FlagKind, Profile
from sayso.schema.span import Span

_NAMED = ("named_person", "named_group")
_UNNAMED = ("unnamed_person", "unnamed_group", "none_given")
_PARTIES = ("government", "military", "armed_group")
_CLAIMS = ("assertion", "denial")


def profile(document: Document, attributions: Sequence[Attribution], starts: Sequence[int]) -> Profile:
    """The sourcing of one document; words are half-open characters of every word of the text."""
    said = [a for a in attributions if a.cue is not None]
    return Profile(
        attributions=len(attributions),
        identity=_count(a.source.identity for a in attributions),
        naming=_count(a.source.naming for a in attributions),
        affiliation=_count(a.source.affiliation for a in attributions),
        form=_count(a.form for a in attributions),
        attributed_share=_attributed_share(document, attributions, starts),
        events={},
        flags=tuple(Flag(kind, spans) for kind, find in _FLAGS if (spans := tuple(find(said)))),
    )


def _count(values: Iterator[str]) -> dict[str, int]:
    """Most frequent first, then by name."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _attributed_share(
    document: Document, attributions: Sequence[Attribution], starts: Sequence[int]
) -> float:
    inside = bytearray(len(document.text))
    for attribution in attributions:
        for span in attribution.content:
            inside[span.start : span.end] = b"\1" * (span.end - span.start)
    body = bytearray(len(document.text))
    for passage in document.passages:
        if passage.kind in ("body", "commentary"):
            body[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    counted = [start for start in starts if body[start]]
    return round(sum(inside[start] for start in counted) / len(counted), 4) if counted else 0.0


def _claims(attributions: Sequence[Attribution]) -> list[Attribution]:
    return [a for a in attributions if a.attitude in _CLAIMS]


def _evidence(attributions: Sequence[Attribution]) -> Iterator[Span]:
    """The source of each, or its cue where no source is given."""
    for attribution in attributions:
        span = attribution.source.span or attribution.cue
        if span is not None:
            yield span


def _who(source: Source) -> str:
    """One key for mentions of the same source, as far as the document tells."""
    if source.entity is not None:
        return source.entity
    return (source.resolved.text if source.resolved else source.text or "").casefold()


def single_source(said: Sequence[Attribution]) -> Iterator[Span]:
    """All claims come from one source."""
    claims = [a for a in _claims(said) if a.parent is None]
    if len(claims) > 1 and len({_who(a.source) for a in claims}) == 1:
        yield from _evidence(claims)


def all_unnamed(said: Sequence[Attribution]) -> Iterator[Span]:
    """Nobody who claims something is named."""
    claims = _claims(said)
    if claims and all(a.source.identity in _UNNAMED for a in claims):
        yield from _evidence(claims)


def plural_without_names(said: Sequence[Attribution]) -> Iterator[Span]:
    """Several people speak as one ("officials say"), none of them named."""
    yield from _evidence([a for a in _claims(said) if a.source.naming == "collective"])


def opinion_from_unnamed(said: Sequence[Attribution]) -> Iterator[Span]:
    """Opinion, not information, from somebody who is not named."""
    unnamed = [a for a in said if a.source.identity in ("unnamed_person", "unnamed_group")]
    yield from _evidence([a for a in unnamed if a.attitude == "belief"])


def party_to_conflict(said: Sequence[Attribution]) -> Iterator[Span]:
    """A government, army or armed group speaks: its word about itself is a claim, not confirmation."""
    yield from _evidence([a for a in _claims(said) if a.source.affiliation in _PARTIES])


def no_denial_sought(said: Sequence[Attribution]) -> Iterator[Span]:
    """Somebody is accused and the document tells of no denial, no answer and no refusal to comment."""
    if any(a.attitude in ("denial", "no_comment") for a in said):
        return
    for attribution in said:
        if attribution.cue is not None and _accuses(attribution.cue.text):
            yield attribution.cue


_ACCUSING = ("accus", "alleg", "blam", "charg", "denounc", "condemn")


def _accuses(cue: str) -> bool:
    return any(word.casefold().startswith(_ACCUSING) for word in cue.split())


_FLAGS: tuple[tuple[FlagKind, Callable[[Sequence[Attribution]], Iterator[Span]]], ...] = (
    ("single_source", single_source),
    ("all_unnamed", all_unnamed),
    ("plural_without_names", plural_without_names),
    ("opinion_from_unnamed", opinion_from_unnamed),
    ("party_to_conflict", party_to_conflict),
    ("no_denial_sought", no_denial_sought),
)

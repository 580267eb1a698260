"""What a careful editor would ask about, with the words that raise it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from sayso.lexicon.wording import pronouns
from sayso.lexicon.words import has_lemma, split_words
from sayso.schema.attribution import Attribution, Source
from sayso.schema.profile import Flag, FlagKind
from sayso.schema.span import Span
from sayso.text.quotation import quoted_stretches

_UNNAMED = ("unnamed_person", "unnamed_group", "none_given")
_PARTIES = ("government", "military", "armed_group")
_CLAIMS = ("assertion", "denial")
_FIRST_PERSON = ("i", "we")
_ACCUSING = frozenset(
    ("accuse", "allege", "blame", "charge", "denounce", "condemn", "accusation", "allegation", "allegedly")
)
_LEADING = frozenset(("in", "take"))


def flags(text: str, attributions: Sequence[Attribution]) -> tuple[Flag, ...]:
    """The flags of one document in a fixed order.

    What the author says in their own person raises none: they are no source of theirs.
    """
    said = _by_others(text, attributions)
    return tuple(Flag(kind, spans) for kind, find in _FLAGS if (spans := tuple(find(said))))


def _by_others(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The sayings with a cue, without those of an "I" or "we" outside quotation marks."""
    said = [a for a in attributions if a.cue is not None]
    if not any(_is_first_person(a.source) for a in said):
        return said
    quoted = quoted_stretches(text)
    return [a for a in said if not _is_first_person(a.source) or _is_inside(a.source, quoted)]


def _is_first_person(source: Source) -> bool:
    return (source.text or "").casefold() in _FIRST_PERSON


def _is_inside(source: Source, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether the source stands in one of the stretches, which are sorted."""
    start = source.start or 0
    at = bisect_right(quoted, start, key=lambda stretch: stretch[0]) - 1
    return at >= 0 and start < quoted[at][1]


def _claims(attributions: Sequence[Attribution]) -> list[Attribution]:
    return [a for a in attributions if a.attitude in _CLAIMS]


def _evidence(attributions: Sequence[Attribution]) -> Iterator[Span]:
    """The source of each, or its cue where no source is given."""
    for attribution in attributions:
        span = attribution.source.span or attribution.cue
        if span is not None:
            yield span


def _who(source: Source) -> str | None:
    """One key for mentions of the same source, as far as the document tells; None where it does not."""
    if source.entity is not None:
        return source.entity
    if source.resolved is not None:
        return source.resolved.text.casefold()
    words = (source.text or "").casefold()
    return None if source.identity == "none_given" or _is_pronoun(words) else words or None


def _is_pronoun(words: str) -> bool:
    return words in pronouns("singular") or words in pronouns("plural")


def single_source(said: Sequence[Attribution]) -> Iterator[Span]:
    """All claims come from one source; none where it is not known whose a claim is."""
    known = {a.id for a in said}
    claims = [a for a in _claims(said) if a.parent not in known]
    sources = {_who(a.source) for a in claims}
    if len(claims) > 1 and len(sources) == 1 and None not in sources:
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


def _accuses(cue: str) -> bool:
    """Whether the words of a cue accuse; whoever is "in charge" or "took charge" accuses nobody."""
    words = split_words(cue.split())
    return any(
        has_lemma(word, _ACCUSING) and not (word == "charge" and has_lemma(before, _LEADING))
        for before, word in pairwise(("", *words))
    )


_FLAGS: tuple[tuple[FlagKind, Callable[[Sequence[Attribution]], Iterator[Span]]], ...] = (
    ("single_source", single_source),
    ("all_unnamed", all_unnamed),
    ("plural_without_names", plural_without_names),
    ("opinion_from_unnamed", opinion_from_unnamed),
    ("party_to_conflict", party_to_conflict),
    ("no_denial_sought", no_denial_sought),
)

"""Where it was said: in an interview, a statement, a speech, a document, a post, a poll."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sayso.lexicon.agents import agent_at
from sayso.lexicon.grammar import is_aside
from sayso.lexicon.organisations import affiliation_of_name, organisations_in
from sayso.lexicon.wording import channel_words, place_words, verbs_of
from sayso.lexicon.words import has_lemma, plain, split_words
from sayso.schema.attribution import Channel, Identity

BY_IDENTITY: dict[Identity, Channel] = {
    "document": "document",
    "database": "document",
    "media_report": "press_report",
    "poll": "poll",
    "social_post": "social_post",
    "reporter_observation": "observation",
}
# A thing that speaks may be a statement or a speech.
STATEMENTS = frozenset(("statement", "declaration", "communique", "communiqué", "release", "announcement"))
SPEECHES = frozenset(("speech", "address", "sermon", "lecture", "testimony"))
# "said on Monday in a televised speech to the chamber": how long the phrase about the place may be.
PLACE_WORDS = 12
HEARER_WORDS = 5


def channel(
    cue_words: Sequence[str],
    *,
    identity: Identity | None = None,
    source_words: Sequence[str] = (),
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> Channel:
    """The channel of one attribution; unknown where the words beside the cue tell none.

    Only a phrase that says where it was said is looked at, never the content: "in a statement" right
    after the cue or its source, whom it was told to, or "At a rally in Tarsk," before it.

    Args:
        cue_words: the words of the cue.
        identity: what kind of source it is: a report speaks as a document, a poll as a poll.
        source_words: the words of the source.
        before: the words of the sentence before the cue, from its first word on, nearest last.
        after: the words of the sentence after the cue, nearest first.
    """
    by_source = _of_source(identity, source_words)
    if by_source is not None:
        return by_source
    cue = split_words(cue_words)
    following = _without_source(after, source_words)
    hears = any(has_lemma(word, verbs_of("hearer_verbs")) for word in cue)
    if hears and _is_outlet(following[:HEARER_WORDS]):
        return "interview"
    return _of_words(cue, [*_place_after(following, hears=hears), *_place_before(before)])


def _of_source(identity: Identity | None, source_words: Sequence[str]) -> Channel | None:
    if identity == "document":
        words = set(map(plain, source_words))
        if words & STATEMENTS:
            return "statement"
        return "speech" if words & SPEECHES else "document"
    return BY_IDENTITY.get(identity) if identity is not None else None


def _without_source(after: Sequence[str], source_words: Sequence[str]) -> list[str]:
    """The words after the cue, the source left out where it follows ("said Ana Dur in a statement")."""
    size = len(source_words)
    return list(after[size:] if size and tuple(after[:size]) == tuple(source_words) else after)


def _place_after(words: Sequence[str], *, hears: bool) -> list[str]:
    """The phrase about the place or the hearer that follows the cue, or nothing."""
    near = [plain(word) for word in words[: PLACE_WORDS + 3]]
    while near and is_aside(near[0]):
        near.pop(0)
    if not near or not (hears or near[0] in place_words("place_openers")):
        return []
    return _until_end(near)[: HEARER_WORDS if hears else PLACE_WORDS]


def _place_before(words: Sequence[str]) -> list[str]:
    """The phrase that opens the sentence: "In a letter to the crew, the captain wrote"."""
    near = [plain(word) for word in words[:PLACE_WORDS]]
    if not near or near[0] not in place_words("place_openers") or not words[0][:1].isupper():
        return []
    return _until_end(near)


def _until_end(words: Sequence[str]) -> list[str]:
    ends = place_words("place_ends")
    return list(words[: next((at for at, word in enumerate(words) if word in ends), len(words))])


def _is_outlet(words: Sequence[str]) -> bool:
    """Whether the hearer is the press: "told the Tarsk Courier", "spoke to reporters"."""
    near = [word for word in words if plain(word) not in ("the", "to", "with", "a", "an")]
    run = _capitals(near)
    known = organisations_in(near) or organisations_in(run)
    if known and known[0].start == 0:
        return known[0].affiliation == "media"
    if run:
        return affiliation_of_name(run) == "media"
    found = agent_at([plain(word) for word in near], 0) if near else None
    return found is not None and found.agent.affiliation == "media"


def _capitals(words: Sequence[str]) -> list[str]:
    stop = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
    return list(words[:stop])


def _of_words(cue: Sequence[str], place: Sequence[str]) -> Channel:
    """The first channel, in the order of the table, whose cue or words stand here."""
    near = [*cue, *place]
    present = {*near, *(f"{one} {two}" for one, two in itertools.pairwise(near))}
    for row in channel_words():
        if any(has_lemma(word, row.cues) for word in cue) or not row.words.isdisjoint(present):
            return row.channel
    return "unknown"

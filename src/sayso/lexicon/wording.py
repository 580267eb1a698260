"""Pronouns, titles, and the words that tell anonymity and channel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.table import table
from sayso.schema.attribution import Channel


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """The words beside a cue, and the cues themselves (lemmas), that tell one channel."""

    channel: Channel
    words: frozenset[str]
    cues: frozenset[str]


@cache
def channel_words() -> tuple[ChannelWords, ...]:
    """In the order in which they are tried."""
    rows = table("wording")["channels"]
    return tuple(
        ChannelWords(row["channel"], frozenset(row["words"]), frozenset(row["cues"])) for row in rows
    )


@cache
def anonymity_phrases() -> tuple[tuple[str, ...], ...]:
    """Words that in this order, with others between, say that a source wants no name."""
    return tuple(tuple(phrase) for phrase in table("wording")["anonymity"])


@cache
def anonymous_words() -> frozenset[str]:
    """Words inside a source phrase that say that it has no name ("an anonymous caller")."""
    return frozenset(table("wording")["anonymous_words"])


@cache
def place_words(role: str) -> frozenset[str]:
    """The words that begin ("place_openers") or end ("place_ends") a phrase about where it was said."""
    return frozenset(table("wording")[role])


@cache
def pronouns(number: str) -> frozenset[str]:
    """Pronouns by number: "singular" or "plural"."""
    return frozenset(table("wording")["pronouns"][number])


@cache
def titles() -> frozenset[str]:
    """Words that stand before a person's name ("Mr", "Gen", "former")."""
    return frozenset(table("wording")["titles"])


@cache
def title_nouns() -> dict[str, str]:
    """Short title -> agent noun: "gen" -> "general"."""
    return dict(table("wording")["title_nouns"])


@cache
def verbs_of(role: str) -> frozenset[str]:
    """Lemmas of "hearer_verbs" (the hearer tells the channel) or "seeing_verbs"."""
    return frozenset(table("wording")[role])

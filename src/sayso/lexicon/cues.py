"""Cues: the words that put something on somebody's word, and what they say about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sayso.lexicon.grammar import is_aside, is_auxiliary, words_for
from sayso.lexicon.table import table
from sayso.lexicon.words import has_lemma, lemmas, split_words
from sayso.schema.attribution import Attitude

CueKind = Literal["verb", "noun", "adverb", "adjective", "preposition", "mark"]
SourceSide = Literal["subject", "object", "oblique", "owner", "none"]

# "was widely and repeatedly said": never more words than this inside one phrase.
MOST_ASIDES = 3
KINDS: dict[str, CueKind] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon.

    Attributes:
        phrase: its lemmas, separated by single spaces.
        attitude: what the source does with the content when the sentence decides nothing else.
        source: where the source stands: subject of the active verb, object ("citing X"),
            oblique ("heard from X"), owner of the noun ("X's claim"), or nowhere ("reportedly").
        factive: whether it takes its content for granted ("acknowledged that").
        to, whether, as_, negated: attitude before an infinitive, a question or a comparison with
            "as", and under negation; None where the plain rule holds.
        demand_with: words in the content that turn it into a demand.
        unless_claim: attitude where the object is no claim ("rejected the plan"), or None.
    """

    phrase: str
    kind: CueKind
    attitude: Attitude
    source: SourceSide
    factive: bool
    to: Attitude | None = None
    whether: Attitude | None = None
    as_: Attitude | None = None
    negated: Attitude | None = None
    demand_with: frozenset[str] = frozenset()
    unless_claim: Attitude | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a sequence of words: half-open indexes into `split_words(words)`."""

    cue: Cue
    start: int
    end: int


def _entry(phrase: str, group: dict[str, Any]) -> Cue:
    return Cue(
        phrase=phrase,
        kind=group["kind"],
        attitude=group["attitude"],
        source=group["source"],
        factive=group["factive"],
        to=group.get("to"),
        whether=group.get("whether"),
        as_=group.get("as"),
        negated=group.get("negated"),
        demand_with=frozenset(group.get("demand_with", ())),
        unless_claim=group.get("unless_object_is_claim"),
    )


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Every cue by its phrase; several entries where verb and noun are spelled alike."""
    data = table("cues")
    groups = data["groups"]
    return {
        phrase: tuple(_entry(phrase, groups[n]) for n in numbers)
        for phrase, numbers in data["phrases"].items()
    }


@cache
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    """First word of a phrase -> the words that follow it, longest phrases first."""
    table_: dict[str, list[tuple[str, ...]]] = {}
    for phrase in cues():
        first, *rest = phrase.split()
        table_.setdefault(first, []).append(tuple(rest))
    for rests in table_.values():
        rests.sort(key=len, reverse=True)
    return table_


def _end_of(rest: Sequence[str], words: Sequence[str], at: int) -> int | None:
    """One past the last word of the phrase that continues at `at`, or None where it does not."""
    for wanted in rest:
        stop = at + MOST_ASIDES
        while at < len(words) and wanted not in lemmas(words[at]):
            if at >= stop or not is_aside(words[at]):
                return None
            at += 1
        if at >= len(words):
            return None
        at += 1
    return at


def _matches_at(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """Phrases that begin at one word, each with its end."""
    for first in lemmas(words[at]):
        for rest in _by_first_word().get(first, ()):
            end = _end_of(rest, words, at + 1)
            if end is not None:
                yield " ".join((first, *rest)), end


def _chosen(phrases: Sequence[str], tag: str) -> Cue:
    """The entry for this part of speech, else the first; a verb comes before its own participle."""
    entries = [cue for phrase in phrases for cue in cues()[phrase]]
    kind = KINDS.get(tag)
    fitting = (cue for cue in entries if cue.kind == kind)
    others = (cue for cue in entries if cue.kind != "adjective")
    return next(fitting, None) or next(others, entries[0])


def _is_weak(match: Match, words: Sequence[str]) -> bool:
    """Light verbs, lone prepositions, adverbs and marks give way to any other cue beside them."""
    if match.end - match.start > 1:
        return match.cue.phrase in words_for("light_verbs")
    word = words[match.start]
    return (
        match.cue.kind in ("preposition", "adverb", "mark")
        or has_lemma(word, words_for("light_verbs"))
        or is_auxiliary(word)
    )


def find_cue(words: Sequence[str], *, upos: Sequence[str] = ()) -> Match | None:
    """The cue in the words of a cue span, or None.

    The first strong cue wins, the longest phrase at its place; a light verb or a lone preposition
    counts only where nothing else does ("expressed fears": fear). `upos` holds one tag per word.
    """
    words = split_words(words)
    tags = list(upos) if len(upos) == len(words) else [""] * len(words)
    weak: Match | None = None
    for at in range(len(words)):
        found = list(_matches_at(words, at))
        if not found:
            continue
        end = max(stop for _, stop in found)
        match = Match(_chosen([phrase for phrase, stop in found if stop == end], tags[at]), at, end)
        if not _is_weak(match, words):
            return match
        weak = weak or match
    return weak

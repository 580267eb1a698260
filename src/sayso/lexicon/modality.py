"""Words that say that something did not happen, may have happened, or is only meant to happen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.lexicon.table import table
from sayso.lexicon.words import lemmas, plain

Effect = Literal["actual", "possible", "planned", "negated", "reported"]
Kind = Literal["modal", "adverb", "determiner", "pronoun", "mark", "verb", "noun", "adjective", "carrier"]


@dataclass(frozen=True, slots=True)
class Modifier:
    """What a word does to the event that it governs or stands beside.

    Attributes:
        effect: how the event is presented.
        negated: the same where the word itself is negated.
        past: the same where the word tells of the past, "was able to", or None for no difference.
        finite: the same over a past clause, "feared that they had", or None for no difference.
        clauses_only: whether it says so only of a clause, not of a noun.
    """

    effect: Effect
    negated: Effect
    past: Effect | None
    finite: Effect | None
    clauses_only: bool


@cache
def _groups() -> tuple[Modifier, ...]:
    return tuple(
        Modifier(
            effect=group["effect"],
            negated=group.get("negated", "planned" if group["effect"] == "planned" else "negated"),
            past=group.get("past"),
            finite=group.get("finite"),
            clauses_only=group.get("over") == "clause",
        )
        for group in table("modality")["groups"]
    )


def modifier(word: str, kind: Kind, *, particles: Sequence[str] = ()) -> Modifier | None:
    """What a word as written does, with its particles or prepositions ("call" + "for"); None for nothing."""
    known: dict[str, int] = table("modality")["words"].get(kind, {})
    for lemma in lemmas(plain(word)):
        for particle in particles:
            if (number := known.get(f"{lemma} {plain(particle)}")) is not None:
                return _groups()[number]
    for lemma in lemmas(plain(word)):
        if (number := known.get(lemma)) is not None:
            return _groups()[number]
    return None

"""Whether two documents report one claim: the same speaker, who says the same.

Each part of the score says in its docstring what it compares; its value is 0 to 1, or None where one of the
two does not tell. Nobody is the same person as somebody else for want of a name: two unnamed sources of one
kind make one claim only where their words agree strongly. A claim and its denial by the same speaker are
about the same and are not the same claim; so are two claims with other numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sayso.comparing.agreeing import (
    DAYS,
    WORD_FOR_WORD,
    are_opposed,
    what_day,
    what_names,
    what_numbers,
    what_quoted,
    what_words,
    when_it_is,
    who_says,
)
from sayso.comparing.said import Said, said
from sayso.comparing.statement import Statement
from sayso.comparing.wording import Wording

__all__ = [
    "DAYS",
    "LEVEL",
    "Likeness",
    "Part",
    "Relation",
    "Said",
    "compare",
    "near",
    "said",
    "same_claim",
    "what_quoted",
    "who_says",
]

Relation = Literal["same", "denied", "recounted", "none"]

# Two statements that reach this score are one claim.
LEVEL = 0.6
# So much must the words of two sources without a name agree.
STRONG = 0.75
# With fewer words in common nothing is compared: "the accusation".
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One thing in which two statements agree or do not.

    Attributes:
        name: one word.
        value: 0-1, or None where one of the two does not tell.
        weight: how much it counts among those that tell.
        text: what it compares, for people.
    """

    name: str
    value: float | None
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two statements are one claim.

    Attributes:
        relation: `same`: one claim; `denied`: one says that it is so and the other that it is not, about the
            same; `recounted`: the same with another number; `none`.
        score: 0-1: how far they are about the same.
        values: of the parts, in their order; empty where something rules it out.
        against: what rules it out, or None.
    """

    relation: Relation
    score: float
    values: tuple[float | None, ...] = ()
    against: str | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(
            Part(scale.name, value, scale.weight, scale.text)
            for scale, value in zip(_SCALES, self.values, strict=False)
        )


def same_claim(a: Statement, b: Statement) -> Likeness:
    """How far two statements are one claim; the same for `same_claim(b, a)`."""
    return compare(said(a), said(b))


def compare(a: Said, b: Said) -> Likeness:
    """The same for statements whose features are at hand; this is what runs for millions of pairs."""
    if a.statement.by_author or b.statement.by_author:
        return _ruled_out("an outlet's own word is told by its event, not by who says it")
    if not _near(a, b):
        return _ruled_out(f"published more than {DAYS} days apart")
    who = who_says(a, b)
    alike = who == 0.0 and _alike_unnamed(a, b)
    if who == 0.0 and not alike:
        return _ruled_out("not the same speaker, as far as the words tell")
    return _told(a, b, None if alike else who)


def _told(a: Said, b: Said, who: float | None) -> Likeness:
    words = what_words(a, b)
    quoted = what_quoted(a, b)
    if not quoted and (words is None or len(a.wording.tokens & b.wording.tokens) < _LEAST):
        return _ruled_out("too few words in common to tell what is said")
    if who is None and max(words or 0.0, quoted or 0.0) < STRONG:
        return _ruled_out("sources without a name, and not the same words")
    if not quoted and _names_differ(a.wording, b.wording):
        return _ruled_out("each names what the other does not")
    coming = when_it_is(a, b)
    if coming == 0.0 and not quoted:
        return _ruled_out("one tells of what has been, the other of what is to come")
    if quoted is not None and quoted >= WORD_FOR_WORD:
        words = max(words or 0.0, quoted)  # "I will win for you": word for word, and few words that tell much
    values = (who, words, quoted, what_names(a, b), what_numbers(a, b), coming, what_day(a, b))
    score = _mean(values)
    return Likeness(_relation(a, b, values, score), score, values)


def _relation(a: Said, b: Said, values: tuple[float | None, ...], score: float) -> Relation:
    if score < LEVEL:
        return "none"
    if not values[2] and are_opposed(a, b):
        return "denied"
    return "recounted" if values[4] == 0.0 else "same"


def _mean(values: tuple[float | None, ...]) -> float:
    """The mean of what tells; who says it and the number are told by the relation."""
    total = weight = 0.0
    for scale, value in zip(_SCALES, values, strict=True):
        if value is not None and scale.weight:
            total += scale.weight * value
            weight += scale.weight
    return total / weight if weight else 0.0


def _ruled_out(why: str) -> Likeness:
    return Likeness("none", 0.0, (), why)


def near(a: Statement, b: Statement) -> bool:
    """Whether two statements were published within DAYS; one without a day is near others without only."""
    return _near(said(a), said(b))


def _near(a: Said, b: Said) -> bool:
    if a.day is None or b.day is None:
        return a.day is b.day
    return abs(a.day - b.day) <= DAYS


def _alike_unnamed(a: Said, b: Said) -> bool:
    """Whether two sources without a name are of one kind: the same affiliation, and no other country."""
    one, other = a.statement, b.statement
    if a.speaker.name or b.speaker.name or a.speaker.body or b.speaker.body:
        return False
    if one.affiliation == "unknown" or one.affiliation != other.affiliation:
        return False
    return one.country == other.country and _shared(a.speaker.owners, b.speaker.owners)


def _shared(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or not a.isdisjoint(b)


def _names_differ(a: Wording, b: Wording) -> bool:
    """Whether each names something that the other leaves out: Belmar, and Dorsk."""
    return not a.names <= b.tokens and not b.names <= a.tokens


@dataclass(frozen=True, slots=True)
class _Scale:
    """A part with its weight."""

    compare: Callable[[Said, Said], float | None]
    name: str
    weight: float

    @property
    def text(self) -> str:
        return " ".join((self.compare.__doc__ or "").split())


_SCALES = (
    _Scale(who_says, "speaker", 2.0),
    _Scale(what_words, "words", 5.0),
    _Scale(what_quoted, "quotation", 4.0),
    _Scale(what_names, "names", 1.0),
    _Scale(what_numbers, "numbers", 0.0),
    _Scale(when_it_is, "time", 0.0),
    _Scale(what_day, "day", 0.5),
)

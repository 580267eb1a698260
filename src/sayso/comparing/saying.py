"""Whether two documents report one claim: the same speaker, who says the same.

Each part of the score says in its docstring what it compares; its value is 0 to 1, or None where one of the
two does not tell. Nobody is the same person as somebody else for want of a name: two unnamed sources of one
kind make one claim only where their words agree strongly. A claim and its denial by the same speaker are about
the same and are not the same claim; so are two claims with other numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from sayso.comparing.speaker import Speaker, same_name, speaker
from sayso.comparing.statement import Order, Statement
from sayso.comparing.wording import Wording, wording

Relation = Literal["same", "denied", "recounted", "none"]

# Two statements that reach this score are one claim.
LEVEL = 0.6
# Days between two reports of one claim, by publication.
DAYS = 7
# So much must the words of two sources without a name agree.
STRONG = 0.75
# So many shared words say that a claim is about the same: "the accusation" alone does not.
ENOUGH = 3
# With fewer words in common nothing is compared: "the accusation".
_LEAST = 2
# Where only one claim is in quotation marks, the other one tells that it is the same words from this part on.
_WORD_FOR_WORD = 0.5
# The part that words have which name one deed without being the same word.
_SAME_DEED = 0.6


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


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with what of it is compared."""

    statement: Statement
    speaker: Speaker
    wording: Wording
    day: int | None
    order: Order


@lru_cache(maxsize=1 << 16)
def said(statement: Statement) -> Said:
    """The same for each statement, kept."""
    words = wording(statement.content)
    return Said(
        statement=statement,
        speaker=speaker(statement),
        wording=words,
        day=date.fromisoformat(statement.day).toordinal() if statement.day else None,
        order=statement.order,
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
    if quoted is not None and quoted >= _WORD_FOR_WORD:
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


def are_opposed(a: Said, b: Said) -> bool:
    """Whether one says of what both tell that it is so, and the other that it is not."""
    shared = a.wording.tokens & b.wording.tokens
    return is_denied(a, shared) != is_denied(b, shared)


def is_denied(one: Said, shared: frozenset[str]) -> bool:
    """Whether most of the words that a statement shares with another one are denied in it."""
    most = 2 * len(shared & one.wording.negated) > len(shared)
    return most != (one.statement.attitude == "denial")


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


def who_says(a: Said, b: Said) -> float:
    """Who says it: whether both name the same speaker, in full or in short."""
    mine, theirs = a.statement.country, b.statement.country
    if mine is not None and theirs is not None and mine != theirs:
        return 0.0
    return same_name(a.speaker, b.speaker)


def what_words(a: Said, b: Said) -> float | None:
    """What is said: how many of the telling words, names aside, of the shorter claim the other has, and of both.
    """
    one, other = a.wording, b.wording
    names = one.names | other.names
    mine, theirs = one.tokens - names, other.tokens - names
    if not mine or not theirs:
        return None
    shared = mine & theirs
    number = len(shared) + _SAME_DEED * _same_deeds(one, other, shared)
    least, most = (len(mine), len(theirs)) if len(mine) < len(theirs) else (len(theirs), len(mine))
    agreed = 0.6 * min(1.0, number / least) + 0.4 * min(1.0, 2 * number / (least + most))
    return agreed * min(1.0, (number + len(names & one.tokens & other.tokens)) / ENOUGH)


def _same_deeds(a: Wording, b: Wording, shared: frozenset[str]) -> int:
    """How many words of a name a deed that another word of b names."""
    theirs = [deeds for token, deeds in b.deeds.items() if token not in shared]
    if not theirs:
        return 0
    mine = (deeds for token, deeds in a.deeds.items() if token not in shared)
    return sum(any(not deeds.isdisjoint(each) for each in theirs) for deeds in mine)


def what_quoted(a: Said, b: Said) -> float | None:
    """Words in quotation marks: how much of the shorter quotation stands in the other claim, word for word."""
    one, other = a.wording, b.wording
    shorter, runs = (one.quoted, other.runs) if one.quoted else (other.quoted, one.runs)
    if one.quoted and other.quoted and len(other.quoted) < len(one.quoted):
        shorter, runs = other.quoted, one.runs
    if not shorter or not runs:
        return None
    found = len(shorter & runs) / min(len(shorter), len(runs))
    return found if found >= _WORD_FOR_WORD or (one.quoted and other.quoted) else None


def what_names(a: Said, b: Said) -> float | None:
    """Names in what is said: how many of the fewer ones the other claim has."""
    one, other = a.wording, b.wording
    if not one.names or not other.names:
        return None
    fewer, tokens = (
        (one.names, other.tokens) if len(one.names) <= len(other.names) else (other.names, one.tokens)
    )
    return len(fewer & tokens) / len(fewer)


def what_numbers(a: Said, b: Said) -> float | None:
    """Numbers: whether those that count the same agree; 0 says that they are told to be others."""
    mine, theirs = a.wording.figures, b.wording.figures
    if not mine or not theirs:
        return None
    pairs = [one.repeats(other) for one in mine for other in theirs if one.unit == other.unit]
    if not pairs:
        return None
    return 1.0 if any(pairs) else 0.0


def when_it_is(a: Said, b: Said) -> float | None:
    """Whether it has happened or is to come: the same in both."""
    return 1.0 if a.wording.coming == b.wording.coming else 0.0


def what_day(a: Said, b: Said) -> float | None:
    """Publication: the fewer days apart, the likelier one claim."""
    if a.day is None or b.day is None:
        return None
    return 1.0 - abs(a.day - b.day) / (DAYS + 1)


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

"""What two texts have in common, and what kind of copy that makes.

Two reporters at one event share its names, its numbers, official phrases and sometimes a quotation; a copy
shares narration. So words in quotation marks never make a copy here, and short stretches count for little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.comparing.aligning import Match, align
from sayso.comparing.story import Story

Kind = Literal["exact", "edited", "abridged", "shared", "quotations", "none"]

# The part of a text's own words that must come from the other for it to rest on the other.
LEVEL = 0.4
# From this part on nearly everything does: a light edit both ways, an abridgement one way.
NEARLY_ALL = 0.7
# A sentence of a wire. Narration in common below this is what any two reports have.
SENTENCE = 16
# "At least 12 people were killed and 30 wounded when a car bomb exploded near a market in …": the first
# sentences of two agencies are alike, so that one rests on the other only by more words than such a sentence.
CARRIES = 32
# A sentence is taken over whole: one of the stretches is long. Ten short ones are the trade's phrases.
LONGEST = 14
# "Telmara" and "12" alone are in every report of a war.
SAME_NAMES = 3
# From this part of their names on two documents may tell of the same. A guess, and a rough one: two reports
# of one war share names, too. Whoever has clusters of events should let them decide.
SAME_SUBJECT = 0.6
# "we will not rest": shorter quotations are slogans, and reach reporters by many ways.
QUOTATION = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two documents share.

    Attributes:
        a, b: half-open characters in the text of either document.
        words: how many words are equal.
        quoted: whether most of it stands in quotation marks, in both texts.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    words: int
    quoted: bool

    @property
    def turned(self) -> Passage:
        return Passage(self.b, self.a, self.words, self.quoted)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two documents have in common.

    Attributes:
        a, b: ids of the documents.
        kind: `exact`: word for word; `edited`: nearly all of either is in the other; `abridged`: nearly
            all of one is in the other; `shared`: a sentence or more of narration; `quotations`: quoted
            words alone; `none`.
        a_in_b, b_in_a: the part of a's own words (narration, not quotations) that is in b, and the other way;
            0 to 1.
        narration: how many words of narration are in common.
        quoted: how many equal words stand in quotation marks in both.
        statement: the part of the longer text that is these words; 0 to 1.
        subject: the part of the fewer names and numbers that both have; 0 to 1.
        passages: the shared stretches, in the order of a.
        level: from which part on one rests on the other.
    """

    a: str
    b: str
    kind: Kind
    a_in_b: float
    b_in_a: float
    narration: int
    quoted: int
    statement: float
    subject: float
    passages: tuple[Passage, ...]
    level: float = LEVEL

    @property
    def a_rests(self) -> bool:
        """Whether a has so much of its narration from b that it begins nothing of its own."""
        enough = self.narration >= CARRIES or self.a_in_b >= NEARLY_ALL
        return self.kind == "exact" or (self.narrated and enough and self.a_in_b >= self.level)

    @property
    def narrated(self) -> bool:
        """Whether narration is shared, not only quotations."""
        return self.kind not in ("quotations", "none")

    @property
    def b_rests(self) -> bool:
        return self.turned.a_rests

    @property
    def turned(self) -> Likeness:
        """The same seen from the other document."""
        return Likeness(
            a=self.b,
            b=self.a,
            kind=self.kind,
            a_in_b=self.b_in_a,
            b_in_a=self.a_in_b,
            narration=self.narration,
            quoted=self.quoted,
            statement=self.statement,
            subject=self.subject,
            passages=tuple(sorted((each.turned for each in self.passages), key=lambda each: each.a)),
            level=self.level,
        )


def compare(a: Story, b: Story, *, level: float = LEVEL) -> Likeness:
    """What two documents have in common; `compare(b, a)` is the same turned round.

    Args:
        level: 0 to 1, the part of a document's own words that must come from the other for it to rest on it.

    Raises:
        ValueError: the level is not between 0 and 1.
    """
    if not 0 < level <= 1:
        raise ValueError(f"level {level}: expected more than 0 and at most 1; {LEVEL} is what is measured")
    matches = align(a.words, b.words)
    found = _found(a, b, matches)
    return Likeness(
        a=a.id,
        b=b.id,
        kind=_kind(a, b, found, level),
        a_in_b=found.a_in_b,
        b_in_a=found.b_in_a,
        narration=found.narrated,
        quoted=found.quoted,
        statement=found.quoted / max(1, len(a.words), len(b.words)),
        subject=subject(a, b),
        passages=tuple(_passage(a, b, match) for match in matches),
        level=level,
    )


def subject(a: Story, b: Story) -> float:
    """How far two documents tell of the same: the part of the fewer names and numbers that the other has too.

    0 where fewer than SAME_NAMES are shared.
    """
    if len(a.names) == len(b.names):
        return max(_named(a, b), _named(b, a))
    return _named(a, b) if len(a.names) < len(b.names) else _named(b, a)


def _named(a: Story, b: Story) -> float:
    # Any word of the other: a name that begins a sentence there is not known for one.
    both = len(a.names.intersection(b.words))
    return both / len(a.names) if both >= SAME_NAMES else 0.0


@dataclass(frozen=True, slots=True)
class _Found:
    """Words in common: narration of either text, the longest narrated stretch, quoted words."""

    a_in_b: float
    b_in_a: float
    narrated: int
    longest: int
    quoted: int


def _found(a: Story, b: Story, matches: Sequence[Match]) -> _Found:
    narrated = [(_own(a, m.a_start, m.a_end), _own(b, m.b_start, m.b_end)) for m in matches]
    lengths = [min(pair) for pair in narrated]
    return _Found(
        a_in_b=sum(pair[0] for pair in narrated) / max(1, a.own),
        b_in_a=sum(pair[1] for pair in narrated) / max(1, b.own),
        narrated=sum(lengths),
        longest=max(lengths, default=0),
        quoted=_both_quoted(a, b, matches),
    )


def _own(story: Story, start: int, end: int) -> int:
    return end - start - sum(story.quoted[start:end])


def _both_quoted(a: Story, b: Story, matches: Sequence[Match]) -> int:
    """Quoted words of the stretches, at most so many as either text has there; short ones left out."""
    counts = (min(sum(a.quoted[m.a_start : m.a_end]), sum(b.quoted[m.b_start : m.b_end])) for m in matches)
    return sum(count for count in counts if count >= QUOTATION)


def _kind(a: Story, b: Story, found: _Found, level: float) -> Kind:
    if a.words == b.words and a.words:
        return "exact"
    least, most = sorted((found.a_in_b, found.b_in_a))
    if _is_narration(found, most, level):
        if most >= NEARLY_ALL:
            return "edited" if least >= NEARLY_ALL else "abridged"
        return "shared"
    return "quotations" if found.quoted >= QUOTATION else "none"


def _is_narration(found: _Found, most: float, level: float) -> bool:
    """Whether there is more narration in common than two reports of one event have."""
    whole = found.longest >= LONGEST
    return found.narrated >= SENTENCE and (whole or (found.narrated >= CARRIES and most >= level))


def _passage(a: Story, b: Story, match: Match) -> Passage:
    in_a, in_b = sum(a.quoted[match.a_start : match.a_end]), sum(b.quoted[match.b_start : match.b_end])
    return Passage(
        a=(a.places[match.a_start][0], a.places[match.a_end - 1][1]),
        b=(b.places[match.b_start][0], b.places[match.b_end - 1][1]),
        words=match.same,
        quoted=2 * in_a > match.a_end - match.a_start and 2 * in_b > match.b_end - match.b_start,
    )

"""A source phrase as the functions here see it: words, tags, labels, and the parts between commas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.lexicon.wording import pronouns
from sayso.lexicon.words import plain
from sayso.schema.entity import EntityKind

BREAKS = frozenset((",", "(", ")", "–", "—", ":", ";", "--", "[", "]"))
RELATIVES = frozenset(
    ("who", "whom", "whose", "which", "that", "where", "when", "while", "as", "after", "because")
)
PREPOSITIONS = frozenset(
    (
        "of",
        "for",
        "from",
        "in",
        "at",
        "on",
        "with",
        "to",
        "by",
        "inside",
        "outside",
        "near",
        "close",
        "within",
        "under",
        "about",
        "against",
        "over",
    )
)
CONJUNCTIONS = frozenset(("and", "or", "&"))
POSSESSIVES = frozenset(("'s", "'"))
NOUN_TAGS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


@dataclass(frozen=True)
class SourcePhrase:
    """The words of one source, or of the fuller mention that it stands for.

    Attributes:
        words: as written.
        upos: universal part-of-speech tags, one per word, or empty where unknown.
        head: index of the syntactic head, or None where unknown (then it is guessed).
        labels: the encoder's entity label of each word, or empty.
        resolved: the fuller mention that this phrase stands for, or None.
    """

    words: tuple[str, ...]
    upos: tuple[str, ...] = ()
    head: int | None = None
    labels: tuple[EntityKind | None, ...] = ()
    resolved: SourcePhrase | None = None

    def __post_init__(self) -> None:
        for name, row in (("upos", self.upos), ("labels", self.labels)):
            if row and len(row) != len(self.words):
                raise ValueError(
                    f"{name} has {len(row)} entries for {len(self.words)} words; give one per word or none"
                )
        if self.head is not None and not 0 <= self.head < len(self.words):
            raise ValueError(f"head {self.head} is outside a phrase of {len(self.words)} words")

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words in lower case, with straight apostrophes."""
        return tuple(map(plain, self.words))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The part that holds the head, then its appositions in order; relative clauses are left out."""
        return tuple(_parts(self))

    @property
    def is_pronoun(self) -> bool:
        """Whether the phrase is a pronoun alone ("he", "both of them", "who"); "the US" is none."""
        if not 0 < len(self.words) < 4 or self.plain[0] == "the":
            return False
        capitals = self.words[-1].isupper() and len(self.words[-1]) > 1
        return not capitals and self.plain[-1] in pronouns("singular") | pronouns("plural")

    def label(self, at: int) -> EntityKind | None:
        return self.labels[at] if self.labels else None

    def tag(self, at: int) -> str:
        return self.upos[at] if self.upos else ""


@dataclass(frozen=True, slots=True)
class Part:
    """Words [start, end) of a phrase that stand for the source, with the index of their head."""

    start: int
    end: int
    head: int


def _parts(phrase: SourcePhrase) -> Iterator[Part]:
    stretches = [stretch for stretch in _stretches(phrase) if stretch[0] < stretch[1]]
    if not stretches:
        return
    main = next(
        (s for s in stretches if phrase.head is not None and s[0] <= phrase.head < s[1]), stretches[0]
    )
    for start, end in [main, *(stretch for stretch in stretches if stretch != main)]:
        given = phrase.head if phrase.head is not None and start <= phrase.head < end else None
        yield Part(start, end, given if given is not None else guessed_head(phrase, start, end))


def _stretches(phrase: SourcePhrase) -> Iterator[tuple[int, int]]:
    """Stretches between commas, each cut where a clause begins; a relative clause closes the phrase."""
    start, cut = 0, None
    for at, word in enumerate(phrase.plain):
        if word in BREAKS:
            yield start, cut if cut is not None else at
            start, cut = at + 1, None
        elif cut is None and at != phrase.head and _begins_clause(phrase, at, start):
            cut = at
            if at == start and word in RELATIVES and start:
                return
    yield start, cut if cut is not None else len(phrase.words)


def _begins_clause(phrase: SourcePhrase, at: int, start: int) -> bool:
    """A relative pronoun, or a verb after a noun: "a woman captured by the guard"."""
    if phrase.plain[at] in RELATIVES and (at > start or start):
        return at > start or phrase.plain[at] != "that"
    return phrase.tag(at) == "VERB" and at > start and phrase.tag(at - 1) in ("NOUN", "PROPN", "PRON", "ADV")


def guessed_head(phrase: SourcePhrase, start: int, end: int) -> int:
    """The last word before the first preposition or "and": English noun phrases end in their head."""
    ends = PREPOSITIONS | CONJUNCTIONS
    stop = next((at for at in range(start + 1, end) if phrase.plain[at] in ends), end)
    for at in range(stop - 1, start - 1, -1):
        if phrase.tag(at) in NOUN_TAGS or (not phrase.upos and phrase.plain[at] not in POSSESSIVES):
            return at
    return stop - 1


def runs(phrase: SourcePhrase, kind: EntityKind, part: Part) -> Iterator[tuple[int, int]]:
    """Stretches [start, end) of one part that carry the label."""
    start: int | None = None
    for at in range(part.start, part.end + 1):
        inside = at < part.end and phrase.label(at) == kind
        if inside and start is None:
            start = at
        if not inside and start is not None:
            yield start, at
            start = None

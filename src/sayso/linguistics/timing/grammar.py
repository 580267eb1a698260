"""Patterns over the kinds of words, written by their names, and what a match of one says.

A pattern is a regular expression whose letters are names: kinds of words ("weekday", "last") or names of
other patterns. `the? last unit` matches "the last week".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.linguistics.timing.kinds import CodedText, kind_characters
from sayso.linguistics.timing.moments import Moment

_NAME = re.compile(r"\?P<\w+>|[a-z_]+")
# Words in front of the first one that says a time: "on about the first 10 or 12 days of".
_REACH = 12
_GROUP = re.compile(r"\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's match in a text; groups are named by the pattern."""

    text: CodedText
    match: re.Match[str]
    grammar: Grammar

    def has(self, group: str) -> bool:
        return bool(self.match[group])

    def words(self, group: str | int = 0) -> range:
        """The words of a group, by their numbers."""
        return range(*self.match.span(group))

    def value(self, group: str) -> int | str:
        """What the first word of a group says."""
        return self.text.values[self.match.start(group)]

    def number(self, group: str) -> int:
        return int(self.value(group))

    def kind(self, group: str | int) -> str:
        """The kind of the first word of a group."""
        return self.kind_of(self.match.start(group))

    def kind_of(self, word: int) -> str:
        """The kind of a word, by its number."""
        return kinds_by_character()[self.text.kinds[word]]

    def said(self, group: str | int = 0) -> str:
        """The words of a group in small letters."""
        return " ".join(self.text.plain(word) for word in self.words(group))

    def before(self, distance: int = 1) -> str:
        """The word before the match in small letters, "" at the beginning."""
        return self.text.plain(self.match.start() - distance)

    def after(self) -> str:
        """The word behind the match in small letters, "" at the end."""
        return self.text.plain(self.match.end())

    def moment(self, group: str) -> Moment | None:
        """What the words of a group mean when they are read alone."""
        return self.grammar.read(self.text, *self.match.span(group))


Builder = Callable[[Found], Moment | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its matches mean; a builder answers None where the words are no time after all."""

    pattern: str
    build: Builder


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules that find times in a text, and rules that read their parts.

    Attributes:
        finding: rules tried everywhere; the longest match counts, of equal ones the first.
        reading: rules for a group of a match, which they must match whole.
        starting: matches wherever one of the finding rules does.
    """

    finding: Sequence[tuple[re.Pattern[str], Builder]]
    reading: Sequence[tuple[re.Pattern[str], Builder]]
    starting: re.Pattern[str]

    @classmethod
    def of(
        cls, finding: Sequence[Rule], reading: Sequence[Rule], names: Mapping[str, str], *, core: str
    ) -> Grammar:
        """Compiles the rules; every expression holds one of the `core` kinds among its first words."""
        finds = [(compiled(rule.pattern, names), rule.build) for rule in finding]
        reads = [(compiled(rule.pattern, names), rule.build) for rule in reading]
        kinds = "".join(kind_characters()[kind] for kind in core.split())
        near = f"(?=[^{kinds}]{{0,{_REACH}}}[{kinds}])"
        starts = "|".join(_anonymous(pattern.pattern) for pattern, _ in finds)
        starting = re.compile(f"{near}(?:{starts})")
        return cls(finds, reads, starting)

    def read(self, text: CodedText, first: int, last: int) -> Moment | None:
        """What these words mean, taken whole."""
        for pattern, build in self.reading:
            match = pattern.fullmatch(text.kinds, first, last)
            moment = build(Found(text, match, self)) if match else None
            if moment is not None:
                return moment
        return None

    def longest_at(self, text: CodedText, first: int, last: int) -> tuple[int, Moment] | None:
        """Where the longest time that begins with word `first` ends, and what it means."""
        matches = ((match, build) for p, build in self.finding if (match := p.match(text.kinds, first, last)))
        for match, build in sorted(matches, key=lambda found: -found[0].end()):
            moment = build(Found(text, match, self))
            if moment is not None:
                return match.end(), moment
        return None


def compiled(pattern: str, names: Mapping[str, str]) -> re.Pattern[str]:
    """The expression over kind characters; KeyError for a name that is neither kind nor pattern."""
    return re.compile(_written_out(pattern, names))


def _written_out(pattern: str, names: Mapping[str, str]) -> str:
    characters = kind_characters()

    def meant(match: re.Match[str]) -> str:
        name = match[0]
        if name.startswith("?P<"):
            return name
        if name in names:
            return f"(?:{_anonymous(_written_out(names[name], names))})"
        return characters[name]

    return re.sub(r"\s+", "", _NAME.sub(meant, pattern))


def _anonymous(pattern: str) -> str:
    """The same expression with nothing but plain groups."""
    return _GROUP.sub("?:", pattern)


@cache
def kinds_by_character() -> dict[str, str]:
    return {character: kind for kind, character in kind_characters().items()}

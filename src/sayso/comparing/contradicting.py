"""Where one speaker says over time what does not go together: pairs of statements that may contradict.

Said of a pair only where the words agree but for one thing: a negation or a denial, or the number of the same
people or things. It says what differs and in which words, and not which of the two is right; a count that
rises as a search goes on, or a plan that changes, may be no contradiction at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.comparing.agreeing import are_opposed, denied, what_quoted, who_says
from sayso.comparing.figures import Figure
from sayso.comparing.negating import comings, negators
from sayso.comparing.said import Said, said
from sayso.comparing.statement import Statement
from sayso.text.folding import placed_words

Kind = Literal["denial", "negation", "reversal", "figures"]

# So much of the shorter statement's words must be in the other, and at least so much of both.
AGREED = 0.8
ALIKE = 0.5
ENOUGH = 3
# "He" may be anybody of that name; a first name alone is not enough.
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one of the two statements that make the difference.

    Attributes:
        text: the words; the cue where nothing in the content tells; "" where there is no cue.
        start, end: half-open characters in `Statement.content`, or None for a cue.
    """

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements of one speaker that may contradict each other.

    Attributes:
        earlier, later: by publication.
        kind: `denial`: what is asserted in one is denied in the other; `negation`: it is so, and it is not;
            `reversal`: it will be, and it will not; `figures`: another number of the same.
        words: what makes the difference, in the earlier and in the later one.
    """

    earlier: Statement
    later: Statement
    kind: Kind
    words: tuple[Words, Words]


def contradictions(statements: Iterable[Statement]) -> tuple[Contradiction, ...]:
    """The pairs of one speaker's statements that may contradict, the earliest first.

    Args:
        statements: of one speaker; pairs whose words name different ones are passed over, and so are the
            author's own claims and those of people without a name. Those of one document are compared, too.
    """
    ordered = [said(each) for each in sorted(statements, key=lambda each: each.order)]
    usable = [each for each in ordered if each.speaker.known and not each.statement.by_author]
    found = (contradiction(usable[a], usable[b]) for a, b in sorted(set(_candidates(usable))))
    return tuple(each for each in found if each is not None)


def contradiction(earlier: Said, later: Said) -> Contradiction | None:
    """What may contradict between two statements, or None."""
    if who_says(earlier, later) < SURE or not _same_matter(earlier, later):
        return None
    kind = _kind(earlier, later)
    if kind is None:
        return None
    return Contradiction(earlier.statement, later.statement, kind, _words(earlier, later, kind))


def _candidates(usable: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Places of pairs that share a word without which they could not agree enough, the earlier first.

    Where AGREED of the shorter one's words are in the other, one of its rarest is, of so many that the others
    would be too few.
    """
    often = Counter(token for each in usable for token in each.wording.tokens)
    holding: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(usable):
        for token in each.wording.tokens:
            holding[token].append(at)
    for at, each in enumerate(usable):
        for token in _needed(each, often):
            yield from ((min(at, other), max(at, other)) for other in holding[token] if other != at)


def _needed(each: Said, often: Counter[str]) -> Iterator[str]:
    tokens = sorted(each.wording.tokens, key=lambda token: (often[token], token))
    yield from tokens[: int((1 - AGREED) * len(tokens)) + 1]


def _same_matter(a: Said, b: Said) -> bool:
    """Whether all but one thing may be the same: words, names, days, what has been or is to come."""
    one, other = a.wording, b.wording
    if one.coming != other.coming or _apart(one.days, other.days):
        return False
    shared = one.tokens & other.tokens
    least, most = sorted((len(one.tokens), len(other.tokens)))
    if len(shared) < max(ENOUGH, AGREED * least, ALIKE * most):
        return False
    if not (one.names <= other.tokens or other.names <= one.tokens):
        return False
    return not what_quoted(a, b)


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and a.isdisjoint(b))


def _kind(a: Said, b: Said) -> Kind | None:
    differing = _differing(a, b)
    if are_opposed(a, b):
        # "Not nine but 14 were killed" corrects the number and denies no killing.
        return None if differing else _way_of_denial(a, b)
    return "figures" if differing and not denied(a, a.wording.tokens & b.wording.tokens) else None


def _way_of_denial(a: Said, b: Said) -> Kind:
    if "denial" in (a.statement.attitude, b.statement.attitude):
        return "denial"
    return "reversal" if a.wording.coming else "negation"


def _differing(a: Said, b: Said) -> tuple[Figure, Figure] | None:
    """The numbers of the same thing that cannot both be meant; each must be the only one of its kind."""
    mine, theirs = _single(a), _single(b)
    shared = [unit for unit in mine if unit in theirs]
    clashes = [(mine[unit], theirs[unit]) for unit in shared if not mine[unit].agrees(theirs[unit])]
    return clashes[0] if clashes and len(clashes) == len(shared) else None


def _single(each: Said) -> dict[str, Figure]:
    units = Counter(figure.unit for figure in each.wording.figures)
    return {figure.unit: figure for figure in each.wording.figures if units[figure.unit] == 1}


def _words(a: Said, b: Said, kind: Kind) -> tuple[Words, Words]:
    differing = _differing(a, b)
    if kind == "figures" and differing is not None:
        return _number(a, differing[0]), _number(b, differing[1])
    return _polarity(a), _polarity(b)


def _number(each: Said, figure: Figure) -> Words:
    return Words(each.statement.content[figure.start : figure.end], figure.start, figure.end)


def _polarity(each: Said) -> Words:
    """The word that negates; where there is none, the one that says that it will be, or else the cue."""
    content = each.statement.content
    placed = placed_words(content)
    words = [word for word, _, _ in placed]
    for place in (*negators(words), *comings(words)):
        _, start, end = placed[place]
        return Words(content[start:end], start, end)
    return Words(each.statement.cue or "")

"""What a claim denies and what it tells as to come, by its negators and modals, from folded words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from sayso.lexicon.grammar import words_for
from sayso.lexicon.modality import modifier

# A folded word with its half-open characters.
Placed = tuple[str, int, int]

# Words are folded, so that "wasn't" is "wasnt".
NEGATORS = frozenset(
    "no nobody isnt arent wasnt werent aint dont doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt"
    " shouldnt mustnt neednt".split()
)
# Where a clause ends, and with it what is negated.
_MARK = re.compile(r"[.,;:!?…—–\"“”«»]|''|``")
_JOINING = frozenset("and but because while when if unless until although after before since as".split())
# "Not only", "no later than", "little or no", "whether or not": nothing is denied.
_NO_NEGATION = frozenset("only just until later fewer less more least".split())
# "Going to close" is to come; "went to the mill" is not.
_WALKING = frozenset("go goes went gone".split())


def negators(words: Sequence[str]) -> Iterator[int]:
    """The places of the words that negate."""
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if word in _negating() and after not in _NO_NEGATION and before != "or":
            yield at


@cache
def _negating() -> frozenset[str]:
    return frozenset(words_for("negators")) | NEGATORS


def is_coming(words: Sequence[str]) -> bool:
    """Whether folded words tell of what is to come: "will", "would", "plans to"."""
    return next(comings(words), None) is not None


def comings(words: Sequence[str]) -> Iterator[int]:
    """The places of the words that say that something is to come."""
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if _plans(word, "modal") or (after == "to" and _plans(word, "verb")):
            yield at


@lru_cache(maxsize=1 << 14)
def _plans(word: str, kind: str) -> bool:
    found = modifier(word, "modal" if kind == "modal" else "verb")
    return found is not None and found.effect == "planned" and word not in _WALKING


def negated(content: str, placed: Sequence[Placed]) -> frozenset[int]:
    """The places of the words that stand in a clause with a negator; two in one cancel each other."""
    words = [word for word, _, _ in placed]
    negating = set(negators(words))
    found: set[int] = set()
    clause: list[int] = []
    for at, (word, start, _) in enumerate(placed):
        if at and (word in _JOINING or _MARK.search(content, placed[at - 1][2], start)):
            found.update(clause if len(negating.intersection(clause)) % 2 else ())
            clause = []
        clause.append(at)
    found.update(clause if len(negating.intersection(clause)) % 2 else ())
    return frozenset(found)

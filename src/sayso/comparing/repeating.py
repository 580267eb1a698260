"""Which statements of a set are one claim: each is attached to the best earlier one that says the same.

The order is that of publication, then of documents and places in them, so that it does not matter in which
order documents came, and one more touches only its neighbourhood. What is attached to one statement, and to
those attached to it, is one claim; it is named after its first statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import takewhile
from typing import Literal

from sayso.comparing.said import Said, said
from sayso.comparing.saying import Likeness, compare, near
from sayso.comparing.statement import Statement
from sayso.comparing.wording import telling_words
from sayso.lexicon.persons import gender_of_given_name

# Words by which what is said is looked up, where the speaker has no name.
_TELLING = 5
_SHORTEST = 3


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A folded word by which others are found that may be the same claim.

    Attributes:
        column: where it stands: in what names the speaker, or in what is said.
    """

    column: Literal["source", "words"]
    word: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claim across documents.

    Attributes:
        id: of its first statement.
        statements: in their order.
        links: for each but the first, the earlier one that it is attached to, and why.
    """

    id: str
    statements: tuple[Statement, ...]
    links: Mapping[str, tuple[str, Likeness]]


@lru_cache(maxsize=1 << 16)
def keys(statement: Statement) -> frozenset[Key]:
    """What others must share one of to be compared: words of the speaker's name, or else of what is said.

    None for the author's own word, and for a speaker of whom nothing is known.
    """
    one = said(statement)
    if statement.by_author:
        return frozenset()
    if one.speaker.name:
        return frozenset(Key("source", word) for word in _name_words(one.speaker.words))
    if not one.speaker.body and statement.affiliation == "unknown":
        return frozenset(Key("source", word) for word in _name_words(one.speaker.words))
    told = telling_words(statement.content)[:_TELLING]
    return frozenset(
        (*(Key("words", word) for word in told), *(Key("source", word) for word in one.speaker.words))
    )


def _name_words(words: Iterable[str]) -> list[str]:
    """All but given names, of which a ledger holds many; those, too, where there is nothing else."""
    long = [word for word in words if len(word) >= _SHORTEST]
    return [word for word in long if gender_of_given_name(word) is None] or long or list(words)


def antecedent(statement: Statement, earlier: Iterable[Statement]) -> tuple[Statement, Likeness] | None:
    """The best of some statements that this one repeats, or None.

    Args:
        earlier: candidates; those of the same document and those that are not earlier are passed over. Of
            equally good ones the earliest is taken.
    """
    one = said(statement)
    found: tuple[Said, Likeness] | None = None
    for other in map(said, earlier):
        if other.statement.document == statement.document or other.order >= one.order:
            continue
        likeness = compare(one, other)
        if likeness.relation == "same" and (found is None or _better(likeness, other, *found[::-1])):
            found = other, likeness
    return (found[0].statement, found[1]) if found else None


def _better(likeness: Likeness, other: Said, best: Likeness, held: Said) -> bool:
    return (-likeness.score, other.order) < (-best.score, held.order)


def claims(statements: Iterable[Statement]) -> tuple[Claimed, ...]:
    """The claims of some statements, by their first statement; the same for every order of what is given."""
    ordered = sorted(statements, key=lambda each: each.order)
    links = dict(_linked(ordered))
    roots: dict[str, str] = {}
    trees: dict[str, list[Statement]] = defaultdict(list)
    for each in ordered:
        roots[each.id] = roots[links[each.id][0]] if each.id in links else each.id
        trees[roots[each.id]].append(each)
    return tuple(
        Claimed(root, tuple(tree), {each.id: links[each.id] for each in tree[1:]})
        for root, tree in trees.items()
    )


def _linked(ordered: Sequence[Statement]) -> Iterable[tuple[str, tuple[str, Likeness]]]:
    """For each statement that repeats one, its id and the one it repeats."""
    by: dict[Key, list[Statement]] = defaultdict(list)
    for each in ordered:
        wanted = keys(each)
        # sorted by day: the first one that lies too far back ends the search
        recent = (takewhile(partial(near, each), reversed(by[key])) for key in wanted)
        candidates = {other.id: other for others in recent for other in others}
        if found := antecedent(each, candidates.values()):
            yield each.id, (found[0].id, found[1])
        for key in wanted:
            by[key].append(each)

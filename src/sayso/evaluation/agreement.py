"""How far predicted attributions agree with gold ones: words, spans and whole relations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.evaluation.counts import Counts
from sayso.evaluation.wordsets import ROLES, RoleName, Said, dice, union

HALF = 0.5
#: 0 where the two are not the same attribution, otherwise how well they agree, up to 1.
Likeness = Callable[[Said, Said], float]


def who_said_what(gold: Said, predicted: Said) -> float:
    """Same source (or none in both) and same content, each by Dice of a half; the cue is ignored."""
    if bool(gold.source) != bool(predicted.source):
        return 0.0
    if gold.source and dice(gold.source, predicted.source) < HALF:
        return 0.0
    likeness = dice(gold.content, predicted.content)
    return likeness if likeness >= HALF else 0.0


def full(gold: Said, predicted: Said, *, least: float = 0.0) -> float:
    """Every role that one has the other has too, with some overlap and a Dice of at least `least`."""
    pairs = list(zip(gold.roles, predicted.roles, strict=True))
    if any(bool(ours) != bool(theirs) for ours, theirs in pairs):
        return 0.0
    likenesses = [dice(ours, theirs) for ours, theirs in pairs if ours]
    if not likenesses or min(likenesses) <= 0 or min(likenesses) < least:
        return 0.0
    return sum(likenesses) / len(likenesses)


def full_dice(gold: Said, predicted: Said) -> float:
    return full(gold, predicted, least=HALF)


def full_exact(gold: Said, predicted: Said) -> float:
    return float(gold == predicted)


RELATIONS: dict[str, Likeness] = {
    "who_said_what": who_said_what,
    "full_overlap": full,
    "full_dice": full_dice,
    "full_exact": full_exact,
}


def pair(gold: Sequence[Said], predicted: Sequence[Said], likeness: Likeness) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, predicted index), the most alike first."""
    candidates = [
        (value, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (value := likeness(one, other)) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def count(gold: Sequence[Said], predicted: Sequence[Said]) -> dict[str, Counts]:
    """The counts of one text by the name of the score."""
    relations = {
        name: Counts(len(pair(gold, predicted, likeness)), len(predicted), len(gold))
        for name, likeness in RELATIONS.items()
    }
    words = {f"token_{role.lower()}": _words(gold, predicted, role) for role in ROLES}
    spans = {f"exact_{role.lower()}": _spans(gold, predicted, role) for role in ROLES}
    return relations | words | spans


def _words(gold: Sequence[Said], predicted: Sequence[Said], role: RoleName) -> Counts:
    ours, theirs = union(gold, role), union(predicted, role)
    return Counts(len(ours & theirs), len(theirs), len(ours))


def _spans(gold: Sequence[Said], predicted: Sequence[Said], role: RoleName) -> Counts:
    """Distinct spans: a source that two attributions share is one span."""
    ours = {one.role(role) for one in gold} - {frozenset()}
    theirs = {one.role(role) for one in predicted} - {frozenset()}
    return Counts(len(ours & theirs), len(theirs), len(ours))

"""What persons decided, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from sayso.ledger.correcting import corrected, standing_ids, standing_ones
from sayso.ledger.ledger import Ledger
from sayso.schema.correction import Correction
from sayso.schema.reading import Reading

_AT_ONCE = 50  # documents


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it stands now.

    Attributes:
        correction: the decision.
        stands: it was not undone.
        lost: it stands, and the current coding has no such record; a later one may have it again.
        words: of the text, that it is about; names or ids where it is about no text.
    """

    correction: Correction
    stands: bool
    lost: bool
    words: str


def decided(ledger: Ledger) -> Iterator[Decided]:
    """All decisions, in the order in which they were made."""
    known = ledger.corrections()
    yield from decided_of(ledger, known, standing_ids(known))


def last_decided(ledger: Ledger, *, limit: int, skip: int = 0) -> tuple[tuple[Decided, ...], int]:
    """Some decisions, the last one first, and how many there are in all."""
    known = sorted(ledger.corrections(), key=lambda one: one.order, reverse=True)
    some = known[skip : skip + limit]
    return tuple(decided_of(ledger, some, standing_ids(known))), len(known)


def decided_of(ledger: Ledger, known: Sequence[Correction], standing: Set[str]) -> Iterator[Decided]:
    """These decisions in their order.

    Args:
        standing: the ids of all decisions of the ledger that were not undone.
    """
    about = sorted({one.document for one in known if one.document is not None})
    lost: set[str] = set()
    words: dict[str, str] = {}
    for reading, mine in _readings(ledger, about):
        lost.update(one.id for one in lost_of(reading, mine))
        words.update((one.id, _words(reading.document.text, one)) for one in mine)
    for one in known:
        named = one.target.get("source") or one.target.get("outlet", "")
        told = words.get(one.id) or ", ".join(one.target.get("entities", ())) or named
        yield Decided(one, one.id in standing, one.id in lost, told)


def lost_of(reading: Reading, known: Sequence[Correction]) -> tuple[Correction, ...]:
    """The decisions that stand, of which this coding has no record."""
    return corrected(reading, standing_ones(known)).lost


def _readings(ledger: Ledger, ids: Sequence[str]) -> Iterator[tuple[Reading, list[Correction]]]:
    rest = iter(ids)
    while batch := list(islice(rest, _AT_ONCE)):
        for stored, mine in ledger.stored_many(batch):
            yield stored.reading, mine


def _words(text: str, one: Correction) -> str:
    places = _places(one.target)
    return " … ".join(" ".join(text[start:end].split()) for start, end in places)


def _places(target: Mapping[str, object]) -> list[tuple[int, int]]:
    found = target.get("content") or [target.get("role") or target.get("anchor")]
    return [(place[0], place[1]) for place in found if place]  # type: ignore[attr-defined]

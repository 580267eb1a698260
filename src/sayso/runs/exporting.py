"""A ledger, or what a search finds in it, given to other programs a document at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.export.exported import Counted, Exported
from sayso.export.formats import FORMS, writer
from sayso.export.json import clean
from sayso.ledger.across.counts import Told, beginnings, counts
from sayso.ledger.across.relations import merged_names
from sayso.ledger.asking import Filter
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.exporting import export
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger, Stored
from sayso.ledger.picking import pick
from sayso.runs.leaving import given
from sayso.schema.correction import Correction

At = Callable[[int, int], object]
# The one format that goes back into a ledger: every record, as it was coded and as it was corrected.
WHOLE = "jsonl"
_AT_ONCE = 50  # documents


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for.

    Attributes:
        words, filter: as `ledger.searching.search` takes them.
        kinds: claims, events, or both.
    """

    words: str = ""
    filter: Filter = field(default_factory=Filter)
    kinds: tuple[Kind, ...] = ("claims", "events")


def _quietly(done: int, total: int) -> None:
    """Nobody waits."""


def pieces(ledger: Ledger, to: str, asked: Search | None = None, *, at: At = _quietly) -> Iterator[bytes]:
    """The file of a format, piece by piece; the same records give the same bytes.

    Args:
        to: a name of `export.formats.FORMS`.
        asked: only what it finds; None for all.
        at: is told how many documents are read, and how many there are.

    Raises:
        ExportError: a library is missing.
        LedgerError: the search cannot be understood.
    """
    if to == WHOLE and asked is None:
        return _lines(ledger, at)
    write = writer(to)
    return write(exported(ledger, asked, analysed=FORMS[to].analysed, at=at))


def exported(
    ledger: Ledger, asked: Search | None = None, *, analysed: bool = False, at: At = _quietly
) -> Iterator[Exported]:
    """The documents in the order of their ids, as persons corrected them, without what they rejected.

    No transaction is open while one of them is used. What documents have in common is counted as far as it
    was laid beside each other; see `ledger.across.bringing`.

    Args:
        asked: only the documents in which it finds something; they are chosen when this is called.
        analysed: with words, sentences and trees, which are read from the text anew.
        at: is told how many documents are read, and how many there are.

    Raises:
        LedgerError: the search cannot be understood.
    """
    chosen = _chosen(ledger, asked) if asked else {}
    ids = sorted(chosen) if asked else ledger.ids()
    found = _documents(ledger, ids, chosen, at)
    return map(_analysed, found) if analysed else found


def _chosen(ledger: Ledger, asked: Search) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for kind in asked.kinds:
        for id, records in pick(ledger, asked.words, asked.filter, kind=kind).items():
            found[id] = found.get(id, frozenset()) | records
    return found


def _documents(
    ledger: Ledger, ids: Sequence[str], chosen: Mapping[str, frozenset[str]], at: At
) -> Iterator[Exported]:
    at(0, len(ids))
    with ledger.transaction() as connection:
        merged = merged_names(connection)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        told, begun = counts(ledger, some), beginnings(ledger, some)
        # read at once: whoever takes the documents slowly must not keep a transaction open
        for done, (stored, decided) in enumerate(list(ledger.stored_many(some)), start + 1):
            id = stored.reading.document.id
            across = _Across(told.get(id, {}), begun.get(id), merged)
            yield _exported(stored, decided, chosen.get(id), across)
            at(done, len(ids))


@dataclass(frozen=True, slots=True)
class _Across:
    """What a document has to do with others; the fields are those of `Exported`."""

    counts: Mapping[str, Told]
    origin: str | None
    merged: Mapping[str, str]


def _exported(
    stored: Stored, decided: list[Correction], chosen: frozenset[str] | None, across: _Across
) -> Exported:
    standing = standing_ones(decided)
    laid = corrected(stored.reading, standing)
    rejected = {id for id, review in laid.reviews.items() if review == "rejected"}
    return Exported(
        reading=given(laid),
        locations=stored.locations,
        reviews={id: review for id, review in laid.reviews.items() if id not in rejected},
        corrections=tuple(standing),
        about={one: id for one, id in laid.records.items() if id not in rejected},
        chosen=chosen,
        counts={id: _counted(one) for id, one in across.counts.items()},
        origin=across.origin,
        merged=across.merged,
    )


def _analysed(one: Exported) -> Exported:
    from sayso.pipeline import analyse

    return replace(one, analysis=analyse(one.reading.document.text))


def _counted(told: Told) -> Counted:
    return Counted(told.cluster, told.documents, told.publishers, told.origins, told.against)


def _lines(ledger: Ledger, at: At) -> Iterator[bytes]:
    for record in export(ledger, at=at):
        yield clean(json.dumps(record, ensure_ascii=False)).encode() + b"\n"

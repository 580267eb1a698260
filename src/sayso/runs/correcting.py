"""From a corrected file to decisions: what was changed in an annotation tool since the ledger exported it.

A file is compared with what was exported, not with what the ledger says now: nothing is ever deleted in a
ledger, so the state that the file names is found again. What cannot become a decision is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.codebook import Codebook
from sayso.export.uima.layers import LAYERS, STATE
from sayso.export.uima.marks import marks_of
from sayso.inputs.cas import Annotated
from sayso.ledger.correcting import corrected, standing_ids, standing_ones
from sayso.ledger.ledger import Ledger, Stored
from sayso.runs.changed import Base, Changes, Left
from sayso.runs.drafting import Drafting
from sayso.runs.leaving import given
from sayso.runs.marked import compare
from sayso.schema.correction import Correction
from sayso.schema.document import document_id


def changes(ledger: Ledger, files: Iterable[Annotated], book: Codebook) -> Iterator[Changes]:
    """What was changed, document by document.

    Args:
        files: corrected documents.
        book: that knows types, modes and contexts.
    """
    seen: dict[str, str] = {}
    for file in files:
        id = document_id(file.text)
        if id in seen:
            why = f"{file.name} has the same text as {seen[id]}; import one of the two"
            yield Changes((), (Left(id, "", why),), found=False)
            continue
        seen[id] = file.name
        yield _changes(ledger, file, id, book)


def _changes(ledger: Ledger, file: Annotated, id: str, book: Codebook) -> Changes:
    stored = ledger.stored(id)
    if stored is None:
        return Changes(
            (), (Left(file.name, "", "its text is that of no document of this ledger"),), found=False
        )
    export = next((one for one in file.annotations if one.type == LAYERS["Export"].type), None)
    if export is None:
        why = "its annotation of the layer Export is gone, so nobody can tell what was changed"
        return Changes((), (Left(id, "", f"{why}; export it again"),))
    base = _exported(stored, ledger.corrections(id), export.values.get(STATE, ""))
    if base is None:
        why = "it was exported from another coding or by another version of sayso; export it again"
        return Changes((), (Left(id, "", why),))
    compared = compare(base.marks, file)
    return Drafting(ledger, stored.reading, base, book).changes(compared)


def _exported(stored: Stored, known: Sequence[Correction], state: str) -> Base | None:
    """The reading as it was exported: the coding with the first so many corrections; None for no such.

    Of several that are alike the earliest is meant: what was decided and undone since stays undone.
    """
    ordered = sorted(known, key=lambda one: one.order)
    for count in range(len(ordered) + 1):
        laid = corrected(stored.reading, standing_ones(ordered[:count]))
        reading = given(laid)
        reviews = {id: review for id, review in laid.reviews.items() if review != "rejected"}
        marks = marks_of(reading, reviews)
        if marks and marks[0].values[STATE] == state:
            return Base(reading, tuple(marks), tuple(ordered[count:]), frozenset(standing_ids(ordered)))
    return None

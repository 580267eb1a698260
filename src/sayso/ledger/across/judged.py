"""What persons said of sources and outlets, as it stands: ratings, and families of publishers."""

from __future__ import annotations

from collections.abc import Callable

from sayso.comparing.outlets import outlet_key
from sayso.ledger.correcting import standing_ones
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import across
from sayso.ledger.rating import source_key
from sayso.schema.correction import Correction, CorrectionKind


def ratings(ledger: Ledger) -> tuple[Correction, ...]:
    """The decision by which each rated source has its letter, by the names of the sources."""
    return _standing(ledger, "source", lambda one: source_key(one.target["source"]))


def families(ledger: Ledger) -> tuple[Correction, ...]:
    """The decision by which each outlet is in its family, by families and outlets."""
    found = _standing(ledger, "outlet", lambda one: outlet_key(one.target["outlet"]))
    kept = (one for one in found if one.value["family"])
    return tuple(sorted(kept, key=lambda one: (one.value["family"].casefold(), one.target["outlet"])))


def _standing(
    ledger: Ledger, kind: CorrectionKind, key: Callable[[Correction], str]
) -> tuple[Correction, ...]:
    with ledger.transaction() as connection:
        decided = sorted(across(connection, kind), key=lambda one: one.order)
    last = {key(one): one for one in standing_ones(decided)}
    return tuple(last[each] for each in sorted(last))

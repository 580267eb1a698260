"""Which values a facet can have, so that a slip of the pen is told and not answered with nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from sqlalchemy import Connection, column, select

from sayso.codebook import load_codebook
from sayso.ledger.asking import FACETS, Filter, Phrase, Question
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import documents, events
from sayso.ledger.terms import facet
from sayso.schema.attribution import Affiliation, Identity, Naming
from sayso.schema.event import Standing
from sayso.text.folding import slug

CLOSED: Mapping[str, tuple[str, ...]] = {
    "naming": get_args(Naming),
    "identity": get_args(Identity),
    "affiliation": get_args(Affiliation),
    "attitude": ("assertion", "denial"),
    "standing": get_args(Standing),
    "review": ("accepted", "rejected", "edited"),
}
ONLY: Mapping[Kind, frozenset[str]] = {
    "claims": frozenset({"identity", "attitude"}),
    "events": frozenset({"actor", "recipient", "type", "mode", "sector"}),
}
_OF_ALL = frozenset(FACETS).difference(*ONLY.values())
_MOST_SHOWN = 40
_COUNTRY = re.compile(r"[A-Za-z]{3}")


def check(filter: Filter, kind: Kind) -> None:
    """Raises LedgerError where a facet is none of this kind, or a value none of a facet's few."""
    for name, values in filter.values.items():
        if values and name not in (*ONLY[kind], *_OF_ALL):
            known = ", ".join(one for one in FACETS if one in ONLY[kind] or one in _OF_ALL)
            raise LedgerError(f"{kind} have no {name!r:.40}; expected some of {known}")
        _check_all(name, values)


def _check_all(name: str, values: tuple[str, ...]) -> None:
    known = CLOSED.get(name)
    for value in values:
        if known is not None and slug(value) not in map(slug, known):
            raise LedgerError(f"{value!r:.40} is no {name}; expected some of {', '.join(known)}")


def check_known(ledger: Ledger, filter: Filter) -> None:
    """Raises LedgerError for a type, mode, sector or outlet that neither the ledger nor the codebook knows,
    and for a country that is no code.
    """
    with ledger.transaction() as connection:
        for name in ("type", "mode", "sector", "outlet", "country"):
            for value in filter.values.get(name, ()):
                if not _is_there(ledger, connection, name, value):
                    _check_open(connection, name, value)


def _is_there(ledger: Ledger, connection: Connection, name: str, value: str) -> bool:
    asked = Question(groups=((Phrase((facet(name, value),), "facets"),),))
    found = (ledger.index.numbers(kind, asked).columns(column("number")).subquery() for kind in ONLY)
    return any(connection.scalar(select(one.c.number).limit(1)) is not None for one in found)


def _check_open(connection: Connection, name: str, value: str) -> None:
    known = _known(connection, name)
    if slug(value) in map(slug, known) or (name == "country" and _COUNTRY.fullmatch(value)):
        return
    told = ", ".join(known[:_MOST_SHOWN]) + (" …" if len(known) > _MOST_SHOWN else "")
    raise LedgerError(f"{value!r:.40} is no {name} that is known here; {_expected(name, told)}")


def _expected(name: str, told: str) -> str:
    if name == "country":
        return "expected three letters, such as KEN"
    return f"expected some of {told}" if told else f"the ledger has no {name}"


def _known(connection: Connection, name: str) -> list[str]:
    """Values in their order; of outlets no more than can be shown."""
    if name == "outlet":
        rows = select(documents.c.outlet).where(documents.c.outlet.is_not(None)).distinct()
        return sorted(connection.scalars(rows.limit(_MOST_SHOWN + 1)))
    book = load_codebook()
    if name == "sector":
        return [sector.code for sector in book.sectors]
    if name == "mode":
        modes = [mode.name for kind in book.types for mode in book.modes(kind.name)]
        return sorted({*modes, *filter(None, connection.scalars(select(events.c.mode).distinct()))})
    if name == "type":
        mine = connection.scalars(select(events.c.type).distinct())
        return list(dict.fromkeys([*(kind.name for kind in book.types), *sorted(mine)]))
    return []

"""Which part of a ledger is exported, from the options of a search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.cli.asking import Searched, kind_of
from sayso.cli.refusing import RefusedError
from sayso.export.formats import FORMS

if TYPE_CHECKING:
    from sayso.ledger.asking import Filter
    from sayso.ledger.hits import Kind
    from sayso.runs.exporting import Search


def wanted(words: str | None, filter: Filter, kind: Searched | None, *, to: str) -> Search | None:
    """What is searched for a format, None for all records.

    Raises:
        RefusedError: the format does not hold it.
    """
    narrowed = bool(filter.values or filter.since or filter.until or filter.origins)
    if words is None and kind is None and not narrowed:
        return None
    from sayso.runs.exporting import Search

    if "rejected" in map(str.casefold, filter.values.get("review", ())):
        raise RefusedError(
            "what a person rejected is given to nobody; jsonl without a search holds it, marked"
        )
    return Search(words or "", filter, _kinds(filter, kind, to))


def _kinds(filter: Filter, asked: Searched | None, to: str) -> tuple[Kind, ...]:
    """What the format holds; claims and events where it holds both, but for facets that only one has."""
    of = FORMS[to].of
    if asked is not None and of not in (None, asked.value):
        others = ", ".join(name for name, form in FORMS.items() if form.of != of)
        raise RefusedError(f"{to} holds {of}, and --kind asks for {asked.value}; {others} can hold them")
    if of is not None or asked is not None:
        return (of or kind_of(filter, asked),)
    from sayso.ledger.knowing import ONLY

    having = tuple(kind for kind in ONLY if not _of_others(kind, ONLY).intersection(filter.values))
    return having or (kind_of(filter, None),)


def _of_others(kind: Kind, only: Mapping[Kind, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(facets for other, facets in only.items() if other != kind))

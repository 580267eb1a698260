"""A column for everything that a reading holds, as the types of its fields ask for.

Which column a field has belongs to the form: to give it another one makes a form of the next number.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sayso.ledger.packed.columns import Column, Cut, Day, Decimal, Hash, Id, Own, Whole, Word, Words
from sayso.ledger.packed.layout import FORMS
from sayso.ledger.packed.records import Counts, Many, Optional, Record, Shared, Sure
from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.entity import Entity
from sayso.schema.event import Event
from sayso.schema.span import Span

# Records that are counted from 1, and the fields that tell one of them.
_OWN = {Attribution: "a", Event: "v", Claim: "c", Entity: "e"}
_IDS = {
    "Attribution.parent": "a",
    "Claim.attribution": "a",
    "Claim.chain": "a",
    "Claim.event": "v",
    "Event.attributions": "a",
    "Factuality.holder": "a",
    "Source.entity": "e",
    "Role.entity": "e",
}
_FEW = {"Event.type", "Event.mode", "Event.contexts", "Source.sector", "Role.sector", "Reason.kind"}
_DAYS = {"Document.published", "EventDate.start", "EventDate.end"}


@cache
def record(kind: Any, form: int) -> Column:
    """The records of one kind, as this form lays them out."""
    hints = get_type_hints(kind)
    names = FORMS[form][kind.__name__]
    cut = _cut(names, hints)
    rest = names[{"span": 3, "extent": 2}.get(cut or "", 0) :]
    columns = {name: _field(hints[name], kind, name, form) for name in rest}
    whole = Record(kind, columns, cut)
    return Shared(whole, kind) if kind is Source else whole


def _cut(names: tuple[str, ...], hints: dict[str, Any]) -> str | None:
    if names[:2] != ("start", "end") or hints["start"] not in (int, int | None):
        return None
    return "span" if names[2:3] == ("text",) else "extent"


def _field(hint: Any, kind: type, name: str, form: int) -> Column:
    origin = get_origin(hint)
    if origin is Union or origin is UnionType:
        (rest,) = (choice for choice in get_args(hint) if choice is not NoneType)
        column = _field(rest, kind, name, form)
        return column.column if isinstance(column, Sure) else Optional(column)
    if origin is Literal:
        return Sure(Word(frozenset(get_args(hint))))
    if origin is tuple:
        return Many(_field(get_args(hint)[0], kind, name, form))
    if origin is dict:
        return Counts()
    if hint is str:
        return _words(kind, name)
    plain: dict[Any, Column] = {int: Whole(), bool: Whole(bool), float: Decimal(), Span: Sure(Cut())}
    return plain[hint] if hint in plain else record(hint, form)


def _words(kind: type, name: str) -> Column:
    field = f"{kind.__name__}.{name}"
    if name == "id":
        return Own(_OWN[kind]) if kind in _OWN else Hash()
    if field in _IDS:
        return Sure(Id(_IDS[field]))
    if field in _DAYS:
        return Sure(Day())
    return Sure(Word() if field in _FEW else Words())

"""What a person may set of a record, as fields of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.codebook import Codebook, load_codebook
from sayso.export import eventwords, words
from sayso.ledger.choosing import Chosen
from sayso.ledger.errors import LedgerError
from sayso.ledger.showing import ShownRecord
from sayso.resolution.codes import sector_codes
from sayso.schema.checking import CLOSED, FIELDS, OPEN
from sayso.schema.claim import Claim
from sayso.schema.event import Event, Role

Choices = tuple[tuple[str, str], ...]
_LABELS = {
    "attitude": "says or denies",
    "identity": "what the source is",
    "naming": "how it is named",
    "affiliation": "where it belongs",
    "role": "its part",
    "country": "country",
    "sector": "sector",
    "type": "what happened",
    "mode": "how",
    "standing": "standing",
    "contexts": "about",
    "name": "name",
}
_TOLD: Mapping[str, Mapping[Any, str]] = {
    "attitude": words.ATTITUDE,
    "identity": words.IDENTITY,
    "naming": words.NAMING,
    "affiliation": words.AFFILIATION,
    "role": words.ROLE,
    "standing": words.STANDING,
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    Attributes:
        name: of the record's field.
        label: in words.
        value: as it is now, "" for none.
        groups: (heading, choices) of what can be chosen; empty where words are typed.
        hint: what is typed, where that is not plain.
    """

    name: str
    label: str
    value: str
    groups: tuple[tuple[str, Choices], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody in an event: the id of the role, what they are called, its fields, and whether it counts."""

    id: str
    name: str
    fields: tuple[Field, ...]
    rejected: bool


@dataclass(frozen=True, slots=True)
class Correctable:
    """The forms of a record: its own fields, and those of each role of an event."""

    fields: tuple[Field, ...]
    roles: tuple[Part, ...]


def correctable(shown: ShownRecord) -> Correctable | None:
    """The forms of a claim or an event; None for other records, which are corrected with these."""
    record, book = shown.record, load_codebook()
    if not isinstance(record, Claim | Event):
        return None
    parts = (
        Part(
            f"{shown.document.id}:{one.id}",
            words.name(one.role),
            fields_of("role", one.role, book),
            one.rejected,
        )
        for one in shown.roles
    )
    return Correctable(fields_of(shown.kind, record, book), tuple(parts))


def fields_of(kind: str, record: Claim | Event | Role, book: Codebook) -> tuple[Field, ...]:
    """The fields that can be set of a claim, an event or a role."""
    return tuple(_field(name, _value(record, name), book) for name in FIELDS[kind])


def changed(chosen: Chosen, form: Mapping[str, str]) -> list[str]:
    """`field=value` of what a form sets anew.

    Raises:
        LedgerError: nothing is.
    """
    pairs = [
        f"{name}={form[name].strip()}"
        for name in FIELDS[chosen.kind]
        if name in form and form[name].strip() != _value(chosen.record, name)
    ]
    if not pairs:
        raise LedgerError(f"nothing of {chosen.id} is set anew; change a field, or accept it as it is")
    return pairs


def _value(record: Claim | Event | Role, name: str) -> str:
    """As it stands in a form."""
    of = record.source if isinstance(record, Claim) and name != "attitude" else record
    value = getattr(of, name)
    return ", ".join(value) if isinstance(value, tuple) else value or ""


def _field(name: str, value: str, book: Codebook) -> Field:
    label = _LABELS[name]
    if name == "mode":
        return Field(name, label, value, tuple(_modes(value, book)))
    if name == "country":
        return Field(name, label, value, hint="three letters, such as KEN")
    if name == "contexts":
        return Field(name, label, value, hint="with commas between them")
    if name == "name":
        return Field(name, label, value)
    return Field(name, label, value, (("", tuple(_choices(name, value, book))),))


def _choices(name: str, value: str, book: Codebook) -> Iterator[tuple[str, str]]:
    if name in OPEN:
        yield "", "none told"
    found = dict(_known(name, book))
    if value and value not in found:  # of another codebook
        yield value, value
    yield from found.items()


def _known(name: str, book: Codebook) -> Iterable[tuple[str, str]]:
    if name == "type":
        return ((one.name, eventwords.plain(one.name)) for one in book.types)
    if name == "sector":
        return ((code, words.sector(code) or code) for code in sector_codes())
    return ((one, _TOLD[name].get(one, one)) for one in CLOSED[name])


def _modes(value: str, book: Codebook) -> Iterator[tuple[str, Choices]]:
    """By their types: a mode goes with its type only."""
    known = {mode.name for one in book.types for mode in book.modes(one.name)}
    yield (
        "",
        (("", "none told"), *([(value, eventwords.plain(value))] if value and value not in known else [])),
    )
    for one in book.types:
        modes = tuple((mode.name, eventwords.plain(mode.name)) for mode in book.modes(one.name))
        if modes:
            yield eventwords.plain(one.name), modes

"""`field=value`, as a person sets it: only what the records know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.codebook import Codebook
from sayso.ledger.choosing import Chosen
from sayso.ledger.errors import LedgerError
from sayso.resolution.codes import country_codes, same_country, sector_codes
from sayso.schema.checking import CLOSED, FIELDS, OPEN

_LONGEST_NAME = 200  # characters
_MOST_SHOWN = 40


def values_of(chosen: Chosen, given: Sequence[str], book: Codebook) -> dict[str, Any]:
    """What an edit sets; an empty value sets a field to nothing.

    Args:
        chosen: the record.
        given: `field=value` each.
        book: that knows types, modes and contexts.

    Raises:
        LedgerError: there is no such field, or no such value; what is known is listed.
    """
    pairs = dict(_pair(chosen, one) for one in given)
    value = {name: _value(name, text) for name, text in pairs.items()}
    return value | _of_event(chosen, value, book) if chosen.kind == "event" else value


def _pair(chosen: Chosen, given: str) -> tuple[str, str]:
    name, equals, text = given.partition("=")
    known = FIELDS[chosen.kind]
    if not equals:
        raise LedgerError(f"{given!r:.60} sets nothing; expected field=value, with one of {', '.join(known)}")
    if name.strip() not in known:
        what = f"{'an' if chosen.kind[0] in 'ae' else 'a'} {chosen.kind}"
        raise LedgerError(f"{name!r:.40} cannot be set of {what}; expected one of {', '.join(known)}")
    return name.strip(), text.strip()


def _value(name: str, text: str) -> Any:
    if name == "contexts":
        return [one.strip() for one in text.split(",") if one.strip()]
    if not text:
        if name not in OPEN:
            raise LedgerError(f"{name} cannot be empty; {_expected(CLOSED.get(name, ()))}")
        return None
    if name in CLOSED:
        return _one_of(name, text.casefold().replace("-", "_").replace(" ", "_"), CLOSED[name])
    if name == "country":
        return _country(text.upper())
    if name == "sector":
        return _one_of(name, text.upper(), sector_codes())
    if len(text) > _LONGEST_NAME:
        raise LedgerError(f"a {name} of {len(text)} characters is too long; expected at most {_LONGEST_NAME}")
    return text


def _country(code: str) -> str:
    if same_country(code) not in country_codes():
        raise LedgerError(
            f"{code!r:.40} is no country; expected its three letters (ISO 3166-1 alpha-3, such as KEN), or"
            " IGO, NGO, MNC, IMG"
        )
    return same_country(code)


def _of_event(chosen: Chosen, value: Mapping[str, Any], book: Codebook) -> dict[str, Any]:
    """Type, category, mode and contexts as the codebook writes them."""
    assert chosen.event is not None
    found: dict[str, Any] = {}
    kind = chosen.event.type
    if "type" in value:
        kind = found["type"] = _like("type", value["type"], [one.name for one in book.types])
        found["quad"] = book.quad(kind)
    if value.get("mode") is not None:
        modes = book.modes(kind) if kind in {one.name for one in book.types} else ()
        found["mode"] = _like(f"mode of {kind}", value["mode"], [one.name for one in modes])
    if "contexts" in value:
        known = [one.name for one in book.contexts]
        chosen_ones = {_like("context", one, known) for one in value["contexts"]}
        found["contexts"] = [one for one in known if one in chosen_ones]
    return found


def _like(what: str, given: str, known: Sequence[str]) -> str:
    """The one that is spelled so, whatever the case."""
    found = {one.casefold(): one for one in known}.get(given.casefold())
    return found if found is not None else _one_of(what, given, known)


def _one_of(what: str, given: str, known: Sequence[str]) -> str:
    if given not in known:
        raise LedgerError(f"{given!r:.40} is no {what}; {_expected(known)}")
    return given


def _expected(known: Iterable[str]) -> str:
    names = list(known)
    shown = ", ".join(names[:_MOST_SHOWN]) + (" …" if len(names) > _MOST_SHOWN else "")
    return f"expected one of {shown}" if names else "there is none"

"""Records as plain JSON values, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")


def to_plain(value: Any) -> Any:
    """Dicts, lists, strings, numbers, booleans and None; the fields of a record in their order."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):  # in the order of its values: the same for the same set
        return sorted(to_plain(item) for item in value)
    kind: Any = type(value)
    names = _names(kind)
    return value if names is None else {name: to_plain(getattr(value, name)) for name in names}


def from_plain(kind: type[Record], plain: Any) -> Record:
    """The record that `to_plain` made this from; keys that it does not know are left aside.

    Raises:
        ValueError: a field is missing, or holds what it cannot hold.
    """
    try:
        return _restored(kind, plain)  # type: ignore[no-any-return]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no {kind.__name__.lower()}: {type(error).__name__} {error}") from None


def _restored(kind: Any, plain: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        known = ((name, hint) for name, hint, optional in _fields(kind) if name in plain or not optional)
        return kind(**{name: _restored(hint, plain[name]) for name, hint in known})
    origin = get_origin(kind)
    if origin is Union or origin is UnionType:
        return None if plain is None else _restored(_without_none(kind), plain)
    if origin is Literal:
        if plain not in get_args(kind):
            raise ValueError(f"{plain!r:.40} is none of {', '.join(map(str, get_args(kind)))}")
        return plain
    if origin is tuple:
        return tuple(_restored(get_args(kind)[0], item) for item in _expect(list, plain))
    if kind is Any:
        return plain
    if origin in (dict, Mapping):
        key, value = get_args(kind)
        return {_expect(key, name): _restored(value, item) for name, item in _expect(dict, plain).items()}
    return _expect((int, float) if kind is float else kind, plain)


def _expect(kind: Any, plain: Any) -> Any:
    if not isinstance(plain, kind):
        raise ValueError(f"{plain!r:.40} where {getattr(kind, '__name__', 'a number')} was expected")
    return plain


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """Of the fields of a record; None for what is none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


@cache
def _fields(kind: type) -> tuple[tuple[str, Any, bool], ...]:
    """Name, type, and whether it may be missing."""
    from dataclasses import MISSING

    hints = get_type_hints(kind)
    return tuple(
        (field.name, hints[field.name], field.default is not MISSING or field.default_factory is not MISSING)
        for field in fields(kind)
    )


@cache
def _without_none(kind: Any) -> Any:
    (rest,) = (choice for choice in get_args(kind) if choice is not NoneType)
    return rest

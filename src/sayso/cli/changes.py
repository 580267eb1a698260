"""What two codings of a document tell differently, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.refusing import one_line
from sayso.export import words
from sayso.ledger.differing import Change, Difference
from sayso.schema.claim import Claim
from sayso.schema.event import Event

# Signs tell them apart where there is no colour.
_SIGNS = {"added": "+", "gone": "−", "changed": "~"}
_STYLES = {"added": "#2fb292", "gone": "#d55e00", "changed": "#e69f00"}
_MOST_SHOWN = 160  # characters of one value


def changes(difference: Difference) -> RenderableType:
    """The document, and a line or more to a change."""
    return Group(Text(difference.document, style="bold"), *_lines(difference), Text())


def _lines(difference: Difference) -> Iterator[Text]:
    for change in difference.changes:
        record = change.after or change.before
        line = f"{_SIGNS[change.what]} {change.kind} {_ids(change)}  {_told(record)}"
        yield Text(line, style=_STYLES[change.what])
        for name, (before, after) in change.fields.items():
            yield Text(f"    {name}: {_value(before)} → {_value(after)}")


def _ids(change: Change) -> str:
    ids = (record.id for record in (change.before, change.after) if record)
    return " → ".join(dict.fromkeys(ids))


def _told(record: Claim | Event | None) -> str:
    if isinstance(record, Event):
        return _cut(f"{record.type} {words.STANDING[record.standing]} “{record.anchor.text}”")
    if isinstance(record, Claim):
        return _cut(f"{words.who(record.source)}: {' … '.join(span.text for span in record.content)}")
    return ""


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_value(one) for one in value) or "none"
    if isinstance(value, dict):
        known = ", ".join(str(part) for part in list(value.values())[1:] if part)
        return f"{value['name']}{f' ({known})' if known else ''}"
    return "none" if value is None else _cut(str(value))


def _cut(text: str) -> str:
    flat = one_line(text)
    return flat if len(flat) <= _MOST_SHOWN else flat[: _MOST_SHOWN - 1] + "…"

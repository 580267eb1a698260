"""Values of a table's cells: on one line, and harmless in a spreadsheet."""

from __future__ import annotations

import re

from sayso.schema.span import Span

# A spreadsheet takes such a cell for a formula, and a formula may call programs and addresses.
_FORMULA = re.compile(r"[=+\-@]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def cell(value: str) -> str:
    """The value on one line; what a spreadsheet would compute is kept as text by an apostrophe before it."""
    flat = " ".join(_CONTROL.sub(" ", value).split())
    return "'" + flat if _FORMULA.match(flat) and not _NUMBER.fullmatch(flat) else flat


def paragraph(text: str, span: Span, *, reach: int) -> str:
    """The paragraph around a span, cut between words where it goes on for more than `reach` characters."""
    begin, stop = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    stop = len(text) if stop < 0 else stop
    start, end = max(begin, span.start - reach), min(stop, span.end + reach)
    before, after = text[start : span.start], text[span.end : end]
    if start > begin:
        before = "… " + before.partition(" ")[2]
    if end < stop:
        after = after.rpartition(" ")[0] + " …"
    return before + text[span.start : span.end] + after


def aligned(values: list[str]) -> str:
    """Values as one cell, each at the place of its fellow in another cell; "" where there is none at all."""
    return "; ".join(values) if any(values) else ""

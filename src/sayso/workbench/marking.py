"""A text in pieces, those that answer a search marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_MOST_SHOWN = 420  # characters of one content
_BEFORE = 90  # of them before the first mark
CUT = "…"


def pieces(text: str, stretches: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[str, bool]]:
    """(characters, whether they are marked); put together they are the text.

    Args:
        stretches: half-open characters, in order and apart.
    """
    at = 0
    for start, end in stretches:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def cut(text: str, stretches: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[str, bool]]:
    """The same of a long text around its first mark, between words, with an ellipsis where it goes on."""
    if len(text) <= _MOST_SHOWN:
        yield from pieces(text, stretches)
        return
    first = stretches[0][0] if stretches else 0
    start = 0 if first <= 2 * _BEFORE else text.rfind(" ", 0, first - _BEFORE) + 1
    end = len(text) if len(text) - start <= _MOST_SHOWN else _space(text, start + _MOST_SHOWN)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in stretches if a < end and b > start]
    if start:
        yield f"{CUT} ", False
    yield from pieces(text[start:end], inside)
    if end < len(text):
        yield f" {CUT}", False


def _space(text: str, at: int) -> int:
    """The last space before, or the place itself within a very long word."""
    found = text.rfind(" ", at - _BEFORE, at)
    return at if found < 0 else found

"""Numbers of things in words: 1 document, 2 documents."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """The number with its noun; `plural` where it is not formed by an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"

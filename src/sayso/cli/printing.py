"""Printing what is laid out: coloured and wrapped in a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys

from rich.console import Console, RenderableType


def print_plainly(shown: RenderableType) -> None:
    """In a pipe nothing is wrapped, so that lines can be searched and cut."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(shown, soft_wrap=not console.is_terminal)

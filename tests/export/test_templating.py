"""What a page holds can be stored, and obeyed by no terminal."""

from __future__ import annotations

import pytest

from sayso.export.templating import storable


@pytest.mark.parametrize(
    ("shown", "stored"),
    [
        ("red \x1b[31m", "red  [31m"),
        ("\x00\x07\x0b\x7f\x9b", "     "),
        ("half \ud83d", "half ?"),
        ("a\tb\nc\r\nd é 雨 \u2028", "a\tb\nc\r\nd é 雨 \u2028"),
    ],
)
def test_control_characters_and_halves_of_pairs_are_left_out(shown: str, stored: str) -> None:
    assert storable(shown) == stored

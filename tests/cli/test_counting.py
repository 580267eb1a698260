"""Numbers of things in words."""

from __future__ import annotations

import pytest

from sayso.cli.counting import counted


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 documents"), (1, "1 document"), (2, "2 documents"), (12_345, "12,345 documents")],
)
def test_one_thing_is_singular(number: int, told: str) -> None:
    assert counted(number, "document") == told


def test_a_plural_that_is_formed_otherwise_is_given() -> None:
    assert [counted(number, "copy", "copies") for number in (1, 2)] == ["1 copy", "2 copies"]

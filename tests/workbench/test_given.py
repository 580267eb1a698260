"""The few names that an address may give."""

from __future__ import annotations

import pytest

from sayso.ledger.errors import LedgerError
from sayso.workbench.given import given, skipped


def test_each_name_has_its_value_or_none() -> None:
    assert given([("a", " one ")], "a", "b") == {"a": "one", "b": ""}


@pytest.mark.parametrize("pairs", [[("c", "1")], [("a", "1"), ("a", "2")], [("a", "x" * 501)]])
def test_other_names_and_too_much_are_refused(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(LedgerError):
        given(pairs, "a")


def test_how_many_to_pass_over_is_a_number() -> None:
    assert (skipped(""), skipped("30")) == (0, 30)
    for told in ("-1", "1.5", "³", "9" * 10):
        with pytest.raises(LedgerError, match="expected a number"):
            skipped(told)

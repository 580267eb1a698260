"""`import sayso` gives a handful of verbs and the records."""

from __future__ import annotations

import pytest

import sayso


def test_every_promised_name_is_there() -> None:
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None


def test_records_are_the_ones_of_the_schema() -> None:
    from sayso.schema.attribution import Attribution
    from sayso.schema.span import Span

    assert sayso.Attribution is Attribution
    assert sayso.Span is Span


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match=r"sayso has no 'writ'; it has .*read"):
        sayso.writ  # noqa: B018


def test_names_are_listed_for_completion() -> None:
    assert set(sayso.__all__) <= set(dir(sayso))

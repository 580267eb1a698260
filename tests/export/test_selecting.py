"""Stretches of a text that others can find again by their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.selecting import quote
from sayso.schema.span import Span


@given(text=st.text(st.sampled_from("ab \n“é🙂"), min_size=1, max_size=400), data=st.data())
def test_a_quote_with_what_stands_around_is_found_in_one_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = quote(text, Span.cut(text, start, end))
    around = found.prefix + found.exact + found.suffix
    first = text.find(around)
    assert first + len(found.prefix) == start
    assert text.find(around, first + 1) == -1


def test_a_text_that_goes_on_saying_the_same_is_not_repeated_with_each_word() -> None:
    text = "the same words again " * 10_000
    found = quote(text, Span.cut(text, 100_000, 100_004))
    assert len(found.prefix) == len(found.suffix) == 1024


def test_words_that_stand_once_have_a_short_surrounding() -> None:
    text = "word " * 100 + "shelling " + "word " * 100
    found = quote(text, Span.cut(text, 500, 508))
    assert found.exact == "shelling"
    assert len(found.prefix) == len(found.suffix) == 32

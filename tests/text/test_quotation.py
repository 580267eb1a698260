"""Quotation marks: which open, which close, which are apostrophes."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.quotation import Quotation, quotations, quoted_stretches, without_quotations

MARKS = st.text(alphabet="“”\"'‘’«»„`a sS.,\n?(-5")


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said: “Go.” He went.", ["“Go.”"]),
        ('She said: "Go." He went.', ['"Go."']),
        ("She said: 'Go.' He went.", ["'Go.'"]),
        ("She said: ‘Go.’ He went.", ["‘Go.’"]),
        ("She said: «Go.» He went.", ["«Go.»"]),
        ("She said: ``Go.'' He went.", ["``Go.''"]),
        ('"Go," she said, "now."', ['"Go,"', '"now."']),
        ("”Go,” she said.", ["”Go,”"]),
        ("“Go,“ she said.", ["“Go,“"]),
    ],
)
def test_marks_of_every_kind_open_and_close(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The captain's boat wasn't the families' boat.",
        "The captain’s boat wasn’t the families’ boat.",
        "In the '90s they sold 'em for a song.",
        "He is 6'2\" tall and she is 5'10\" tall.",
        "It’s theirs.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_inside_single_quotation_marks_does_not_close_them() -> None:
    assert quoted("‘We don’t know the families’ names,’ she said.") == [
        "‘We don’t know the families’ names,’"
    ]
    assert quoted("'We don't know the families' names,' she said.") == [
        "'We don't know the families' names,'"
    ]


def test_a_quotation_inside_a_quotation_has_a_depth() -> None:
    text = "“He told me, ‘Go,’ and left,” she said."
    assert quotations(text) == (
        Quotation(0, text.index(" she"), True, 0),
        Quotation(text.index("‘"), text.index("’") + 1, True, 1),
    )


def test_a_quotation_over_paragraphs_that_open_anew_is_one() -> None:
    text = "“The dam is new.\n\n“It was built in spring,” she said."
    assert quoted(text) == ["“The dam is new.\n\n“It was built in spring,”"]
    straight = text.replace("“", '"').replace("”", '"')
    assert quoted(straight) == ['"The dam is new.\n\n"It was built in spring,"']


def test_a_lost_line_end_between_such_paragraphs_changes_nothing() -> None:
    assert quoted("“The dam is new. “It was built in spring,” she said.") == [
        "“The dam is new. “It was built in spring,”"
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“The dam is new.\n\nShe left. “Nobody spoke,” he said."
    first, second = quotations(text)
    assert (text[first.start : first.end], first.closed) == ("“The dam is new.", False)
    assert (text[second.start : second.end], second.closed) == ("“Nobody spoke,”", True)


@pytest.mark.parametrize("quotation", ["“We waited.\n\nIt was late.”", "«We waited.\n\nIt was late.»"])
def test_a_quotation_left_open_is_closed_by_the_next_paragraph(quotation: str) -> None:
    assert quoted(f"{quotation} She left.") == [quotation]


def test_a_straight_mark_in_the_next_paragraph_closes_nothing() -> None:
    assert quoted('"We waited.\n\nMara Lind."') == ['"We waited.']


def test_a_quotation_is_not_closed_by_a_paragraph_further_on() -> None:
    assert quoted("“We waited.\n\nIt rained.\n\nIt was late.” She left.") == ["“We waited."]


def test_a_wrapped_line_does_not_end_a_quotation() -> None:
    assert quoted("“The dam\nis new,” she said.") == ["“The dam\nis new,”"]


def test_an_unclosed_quotation_at_the_end_of_the_text_is_kept() -> None:
    assert quotations("She said: “Go now ") == (Quotation(10, 17, False, 0),)


def test_an_opening_mark_before_the_last_was_closed_begins_a_new_quotation() -> None:
    assert quoted("“Go, she said and “stay” he said.") == ["“Go, she said and", "“stay”"]


def test_stretches_are_the_outermost_quotations() -> None:
    text = "“He told me, ‘Go,’ and left,” she said. ‘Why?’"
    assert [text[start:end] for start, end in quoted_stretches(text)] == [
        "“He told me, ‘Go,’ and left,”",
        "‘Why?’",
    ]


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("He said “one” and “two”.", "He said       and      ."),
        ("‘It’s theirs,’ he said.", "               he said."),
        ("“Never closed, he went on", " " * 25),
        ("It’s the officials’ view.", "It’s the officials’ view."),
        ("“We waited.\n\nWe think so.", "           \n\nWe think so."),
    ],
)
def test_blanking_quotations_keeps_every_place(text: str, outside: str) -> None:
    assert without_quotations(text) == outside


@given(MARKS)
def test_spans_stay_in_the_text_are_sorted_and_nest(text: str) -> None:
    found = quotations(text)
    assert list(found) == sorted(found)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
    for one, other in pairwise(found):
        assert other.start > one.start
        assert other.start >= one.end or other.end <= one.end
        assert other.depth <= one.depth + 1


@pytest.mark.parametrize("mark", ["“”", '""'])
def test_a_paragraph_before_it_changes_no_quotation(mark: str) -> None:
    opening, closing = mark[0], mark[1]
    text = f"{opening}We stay,{closing} he said.\n\n{opening}We win.\n\n{opening}We go.{closing}"
    moved = quotations("Rain fell.\n\n" + text)
    assert [(one.start - 12, one.end - 12) for one in moved] == [
        (one.start, one.end) for one in quotations(text)
    ]
    assert len(moved) == 2


@pytest.mark.parametrize("piece", ['"', "'“", "“‘", " “a\n\n", '"a\n', "“a"])
def test_work_grows_with_length_alone(piece: str) -> None:
    def calls(times: int) -> int:
        """Functions called, which a busy machine does not change."""
        counted = 0

        def count(frame: object, event: str, argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            quotations(piece * times)
        finally:
            sys.setprofile(None)
        return counted

    assert calls(4_000) < 5 * max(calls(1_000), 100)

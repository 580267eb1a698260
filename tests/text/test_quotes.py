from __future__ import annotations

import pytest

from sayso.text.quotes import quoted_stretches, without_quotations


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ("He said: “We are safe,” and left.", ["“We are safe,”"]),
        ('"Go," she said, "now."', ['"Go,"', '"now."']),
        ("It’s the officials’ view that nobody’s hurt.", []),
        ("‘It’s the officials’ view,’ he said.", ["‘It’s the officials’ view,’"]),
        ("“Never closed, he went on", ["“Never closed, he went on"]),
        ("„So“, sagte er", ["„So“, sagte er"]),
        ("no marks", []),
    ],
)
def test_quotations_are_found_and_apostrophes_are_not(paragraph: str, quoted: list[str]) -> None:
    stretches, _ = quoted_stretches(paragraph)
    assert [paragraph[start:end] for start, end in stretches] == quoted


def test_a_quotation_left_open_is_closed_by_the_next_paragraph() -> None:
    _, still_open = quoted_stretches("“We waited.")
    outside, _ = without_quotations("We think it was late.” She left.", inside=still_open)
    assert outside.strip() == "She left."


def test_a_mark_that_somebody_forgot_does_not_swallow_the_next_paragraph() -> None:
    outside, _ = without_quotations("We think so.", inside=True)
    assert outside == "We think so."


def test_blanking_quotations_keeps_every_place() -> None:
    paragraph = "He said “one” and “two”."
    outside, _ = without_quotations(paragraph)
    assert len(outside) == len(paragraph)
    assert outside.split() == ["He", "said", "and", "."]

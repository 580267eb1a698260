"""The terminal report fits the terminal, marks the text and obeys nothing in it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from sayso.cli.report import report
from sayso.schema.reading import Reading


def printed(reading: Reading, *, width: int = 100, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        _environ={},
    )
    console.print(report(reading))
    return out.getvalue()


def test_every_word_of_the_article_is_there(reading: Reading) -> None:
    shown = printed(reading).translate(str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉●◐⇄○"))
    article = " ".join(shown.split())
    assert " ".join(reading.document.text.split()) in article


def test_each_cue_carries_the_number_of_its_row(reading: Reading) -> None:
    shown = printed(reading)
    assert "denies⁴" in shown
    assert "\n4  Ostrand" in shown


@pytest.mark.parametrize("width", [30, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(reading: Reading, width: int) -> None:
    assert max(map(len, printed(reading, width=width).splitlines())) <= width


def test_without_a_terminal_there_are_no_escapes(reading: Reading) -> None:
    assert "\x1b" not in printed(reading)


def test_on_a_terminal_source_cue_and_content_look_different(reading: Reading) -> None:
    shown = printed(reading, colour=True)
    before = {
        word: shown[: shown.index(word)].rsplit("\x1b[", 1)[1]
        for word in ("Ostrand\x1b", "denies", "the accusation")
    }
    assert len(set(before.values())) == 3


def test_each_name_of_an_event_carries_the_sign_of_its_standing_and_the_number_of_its_row(
    reading: Reading,
) -> None:
    shown = printed(reading)
    for marked in ("accuses●₁", "shelling⇄₂", "shells⇄₂", "stopped◐₃", "hurt●₄", "leave○₅"):
        assert marked in shown
    table = shown[shown.index("said to have happened") :]
    assert re.findall(r"^(\d)  (\w+)", table, re.M) == [
        ("1", "accuse"), ("2", "assault"), ("3", "retreat"), ("4", "assault"), ("5", "aid"),
    ]  # fmt: skip


def test_an_event_is_told_with_its_standing_chain_and_reasons(reading: Reading) -> None:
    shown = " ".join(printed(reading, width=200).split())
    for told in (
        "⇄ denied",
        "Ostrand “They” → convoy, lorries",
        "10 March 2025 (“on Monday”)",
        "at least 9 injured",
        "drivers² (certain), as told by",
        "Ilena Brask¹",
        "denial “denies” (Ostrand)",
        "hedge “may”",
        "○ possible: The author leaves it open.",
    ):
        assert told in shown


def test_the_legend_explains_only_standings_that_occur(reading: Reading) -> None:
    assert "said by who did it" not in printed(reading)


def test_standings_look_different_on_a_terminal_and_keep_their_signs_off_it(reading: Reading) -> None:
    shown = printed(reading, colour=True)
    before = {sign: shown[: shown.index(sign)].rsplit("\x1b[", 1)[1] for sign in ("●₁", "⇄₂", "◐₃")}
    assert len(set(before.values())) == 3


def test_an_article_without_events_has_no_table_of_them(reading: Reading) -> None:
    assert "said to have happened" not in printed(replace(reading, events=()))


def test_the_profile_counts_events_by_standing(reading: Reading) -> None:
    assert "told as fact 2 · denied 1" in printed(reading)


def test_hearsay_and_pronouns_are_spelt_out(reading: Reading) -> None:
    shown = printed(reading)
    assert "as told by The" in shown
    assert "Ilena Brask “she”" in shown


def test_words_of_uncertainty_stand_under_what_they_hedge(reading: Reading) -> None:
    assert printed(reading).count("hedged: reportedly") == 1


def test_metadata_cannot_steer_the_terminal(reading: Reading) -> None:
    steering = replace(reading, document=replace(reading.document, outlet="Courier\x1b]0;owned\x07"))
    assert "\x1b" not in printed(steering)
    assert "Courier ]0;owned" in printed(steering)


def test_square_brackets_in_the_text_are_text(reading: Reading) -> None:
    bracketed = replace(reading, notices=("[bold]not markup[/bold]",))
    assert "[bold]not markup[/bold]" in printed(bracketed)


def test_an_article_in_which_nobody_says_anything_says_so(reading: Reading) -> None:
    assert "Nobody is said to say anything" in " ".join(printed(replace(reading, attributions=())).split())

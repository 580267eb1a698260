"""Labels that announce an author's own word."""

from __future__ import annotations

import pytest

from sayso.text.labels import header_label, opening_label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("Editor's note: The council.", "Editor's note", "The council."),
        ("Author’s comment\n\nIt fell.", "Author’s comment", "It fell."),
        ("Analysis by Jane Doe — It fell.", "Analysis by Jane Doe", "It fell."),
        ("ANALYSIS BY JANE DOE\n\nIt fell.", "ANALYSIS BY JANE DOE", "It fell."),
        ("Our view. It fell.", "Our view", "It fell."),
        ("*Editor's note*: It fell.", "Editor's note", "It fell."),
        ("OPINION", "OPINION", ""),
    ],
)
def test_a_label_is_told_from_what_it_announces(text: str, label: str, rest: str) -> None:
    found = opening_label(text, 0, len(text))
    assert found is not None
    assert (text[found.start : found.end], text[found.after :]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said: no",
        "Opinion polls show: it is lost",
        "Our correspondent: it is lost",
        "Editorial board members — all three",
        "Analysis " * 20_000,
        "* " * 50_000,
        "",
    ],
)
def test_other_words_are_no_label(text: str) -> None:
    assert opening_label(text, 0, len(text)) is None


def test_only_the_stretch_is_looked_at() -> None:
    text = "It fell. Editor's note: It stands."
    found = opening_label(text, 9, len(text))
    assert found is not None
    assert text[found.start : found.end] == "Editor's note"
    assert opening_label(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "label", "speaker"),
    [
        ("[COMMUNIQUE] [NORTHERN FRONT] [TEXT] We came.", "NORTHERN FRONT", True),
        ("[Statement] [Jan Toll,\nminister] We came.", "Jan Toll,\nminister", True),
        ("[STATION COMMENTARY] [TEXT] We came.", "STATION COMMENTARY", False),
    ],
)
def test_a_header_in_brackets_announces_its_speaker(text: str, label: str, speaker: bool) -> None:
    found = header_label(text, 0, len(text))
    assert found is not None
    assert (text[found.start : found.end], found.speaker, text[found.after :]) == (label, speaker, "We came.")


@pytest.mark.parametrize("text", ["[TEXT] We came.", "[REPORT] [ANA DUR] We came.", "[sic] [NF] came.", "["])
def test_other_brackets_announce_nobodys_own_word(text: str) -> None:
    assert header_label(text, 0, len(text)) is None

import pytest

from sayso.comparing.pieces import pieces


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200), ("1.5 million", 1.5e6), ("twenty five", 25), ("twenty-five", 25), ("forty", 40),
        ("two hundred", 200), ("a dozen", 12), ("half a dozen", 6), ("half a million", 5e5), ("40m", 4e7),
        ("dozens", 24),
    ],
)  # fmt: skip
def test_a_number_of_several_words_is_one(text: str, value: float) -> None:
    assert [piece.value for piece in pieces(text)] == [value]


@pytest.mark.parametrize("text", ["one", "a million-dollar question", "B2", "v1.2.3", "hundred", "%"])
def test_pronouns_names_and_scales_alone_are_no_numbers(text: str) -> None:
    values = [piece.value for piece in pieces(text) if piece.value is not None]
    assert values in ([], [1e6])


def test_every_piece_is_a_stretch_of_the_text() -> None:
    text = "Some 40 million crowns, 41% of it."
    assert [text[each.start : each.end] for each in pieces(text)] == [
        "Some", "40 million", "crowns", ",", "41", "%", "of", "it", ".",
    ]  # fmt: skip

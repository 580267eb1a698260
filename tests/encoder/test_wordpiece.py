"""Words are cut as the vocabulary's own library cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder.wordpiece import WordPiece

KNOWN = ["[UNK]", "ferry", "##man", "##s", "port", ",", "n", "'", "t", "cafe", "海", "x"]
VOCABULARY = WordPiece({piece: number for number, piece in enumerate(KNOWN)})


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("ferry", ["ferry"]),
        ("Ferrymans", ["ferry", "##man", "##s"]),
        ("PORTS,", ["port", "##s", ","]),
        ("n't", ["n", "'", "t"]),
        ("Café", ["cafe"]),
        ("海port", ["海", "port"]),
        ("port\u200b", ["port"]),
        ("harbour", ["[UNK]"]),
        ("x" * 101, ["[UNK]"]),
        ("\u0007", []),
    ],
)
def test_the_longest_piece_is_taken_first(word: str, pieces: list[str]) -> None:
    assert [KNOWN[number] for number in VOCABULARY.pieces(word)] == pieces


@given(st.text(max_size=40))
def test_every_text_has_pieces_of_the_vocabulary(word: str) -> None:
    assert all(0 <= number < len(KNOWN) for number in VOCABULARY.pieces(word))

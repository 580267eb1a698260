"""Countries in words."""

from __future__ import annotations

import pytest

from sayso.lexicon.countries import countries_in


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("the Danish minister", ["DNK"]),
        ("the Danes", ["DNK"]),
        ("Copenhagen", ["DNK"]),
        ("South Sudanese farmers", ["SSD"]),
        ("the Central African Republic", ["CAF"]),
        ("the US and the UK", ["USA", "GBR"]),
        ("the U.S. embassy", ["USA"]),
        ("Côte d’Ivoire", ["CIV"]),
        ("Irishmen", ["IRL"]),
        ("they told us", []),
        ("turkey and chips", []),
        ("a US - backed force", []),
        ("Georgia", [None]),
        ("Korean sailors", [None]),
        ("South Korean sailors", ["KOR"]),
        ("Latin American envoys", [None]),
        ("", []),
    ],
)
def test_a_country_is_found_where_the_words_mean_one(words: str, codes: list[str | None]) -> None:
    assert [found.code for found in countries_in(words.split())] == codes


def test_a_mention_says_which_words_it_took() -> None:
    (found,) = countries_in(["the", "South", "Sudanese", "farmers"])
    assert (found.start, found.end) == (1, 3)

"""Texts in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from sayso.workbench.marking import cut, pieces

TEXTS = some.text(alphabet=" abcdefgh.é", max_size=1200)


def stretches(text: str, places: list[int]) -> list[tuple[int, int]]:
    edges = sorted({min(place, len(text)) for place in places})
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]


@given(TEXTS, some.lists(some.integers(0, 1200), max_size=8))
def test_pieces_put_together_are_the_text_and_marks_are_where_they_were(text: str, places: list[int]) -> None:
    marked = stretches(text, places)
    found = list(pieces(text, marked))
    assert "".join(words for words, _ in found) == text
    assert "".join(words for words, is_marked in found if is_marked) == "".join(text[a:b] for a, b in marked)


@given(TEXTS, some.lists(some.integers(0, 1200), max_size=8))
def test_a_long_text_is_cut_and_its_first_mark_is_seen(text: str, places: list[int]) -> None:
    marked = [(a, b) for a, b in stretches(text, places) if b - a < 100]
    found = list(cut(text, marked))
    shown = "".join(words for words, _ in found).strip("… ")
    assert shown.strip() in text
    assert len(shown) <= 420
    if marked:
        assert next(words for words, is_marked in found if is_marked) == text[slice(*marked[0])]


def test_words_stay_whole_where_a_text_is_cut() -> None:
    text = " ".join(f"word{n}" for n in range(300))
    at = text.index("word150")
    found = list(cut(text, [(at, at + 7)]))
    words = "".join(one for one, _ in found).replace("…", "").split()
    assert set(words) <= set(text.split())
    assert found[0] == ("… ", False)
    assert found[-1] == (" …", False)

"""The words around an anchor, from sentence to sentence."""

from __future__ import annotations

import pytest

from sayso.comparing.account import AROUND, Account
from sayso.workbench.excerpt import excerpt


def account(text: str, anchor: str) -> Account:
    """As the ledger cuts it out of a text."""
    at = text.index(anchor)
    content = text[max(0, at - AROUND) : at + len(anchor) + AROUND]
    return Account(
        id="0" * 16 + ":v1", document="0" * 16, published=None, title=None, outlet=None, day=None, until=None,
        dated=False, type="ASSAULT", mode=None, standing="fact", anchor=anchor, actors=(), recipients=(),
        countries=frozenset(), place=None, geonameid=None, source=None, content=anchor, around=content,
    )  # fmt: skip


def told(text: str, anchor: str) -> list[tuple[str, bool]]:
    return list(excerpt(account(text, anchor)))


def test_a_short_text_is_whole_with_the_anchor_apart() -> None:
    assert told("Guns shelled the port.", "shelled") == [
        ("Guns ", False),
        ("shelled", True),
        (" the port.", False),
    ]


def test_it_begins_and_ends_with_a_sentence() -> None:
    filler = "The road along the shore was closed to lorries for most of the day. " * 6
    pieces = told(f"{filler}Guns shelled the port. {filler}", "shelled")
    whole = "".join(text for text, _ in pieces)
    assert whole.startswith("The road")
    assert whole.endswith("day.")
    assert ("shelled", True) in pieces
    assert whole in f"{filler}Guns shelled the port. {filler}"


def test_a_long_sentence_is_cut_between_words() -> None:
    filler = "and the road along the shore was closed " * 20
    whole = "".join(text for text, _ in told(f"{filler}when guns shelled the port {filler}", "shelled"))
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert set(whole.replace("…", "").split()) <= set(f"{filler} when guns shelled the port".split())


@pytest.mark.parametrize("length", [AROUND - 1, AROUND, AROUND + 1, 2 * AROUND])
def test_nothing_is_lost_wherever_the_anchor_stands(length: int) -> None:
    text = ("x" * 40 + " ") * (length // 41) + "y" * (length % 41) + " shelled" + " z" * length
    pieces = told(text, "shelled")
    assert [piece for piece, found in pieces if found] == ["shelled"]

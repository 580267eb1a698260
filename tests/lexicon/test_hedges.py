"""Words that leave open whether something is so."""

from __future__ import annotations

import pytest

from sayso.lexicon.hedges import hedges_in


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The bridge may have been mined", ("may",)),
        ("The bridge fell in May", ()),
        ("Perhaps it could well rain , perhaps not", ("perhaps", "could well")),
        ("Two men are believed to have drowned", ("are believed",)),
        (
            "It is understood that the alleged forger reportedly left",
            ("it is understood", "alleged", "reportedly"),
        ),
        ("She believed in the bridge and understood it", ()),
        ("", ()),
    ],
)
def test_hedges_are_found_in_their_order_and_once(text: str, hedges: tuple[str, ...]) -> None:
    assert hedges_in(text.split()) == hedges

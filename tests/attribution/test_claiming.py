"""From attributions to claims."""

from __future__ import annotations

import pytest

from sayso.attribution.claiming import claims_of

from .records import document, said

TEXT = "Ana Toll said drivers told her the road was mined. Karvia denied it. Ostrand plans to leave."
TOLL = said(TEXT, "Ana Toll", "said", "drivers told her the road was mined", id="a1")
DRIVERS = said(TEXT, "drivers", "told", "the road was mined", id="a2", parent="a1")
DOCUMENT = document(TEXT)
DENIAL = said(TEXT, "Karvia", "denied", "it", id="a3", attitude="denial")


def test_assertions_and_denials_are_claims_with_the_words_of_their_content() -> None:
    first, second, third = claims_of(DOCUMENT, [TOLL, DRIVERS, DENIAL])
    assert [(c.id, c.attribution, c.attitude) for c in (first, second, third)] == [
        ("c1", "a1", "assertion"),
        ("c2", "a2", "assertion"),
        ("c3", "a3", "denial"),
    ]
    assert (second.source, second.content) == (DRIVERS.source, DRIVERS.content)


@pytest.mark.parametrize("attitude", ["belief", "knowledge", "intention", "demand", "question", "no_comment"])
def test_other_attitudes_are_no_claims(attitude: str) -> None:
    assert claims_of(DOCUMENT, [said(TEXT, "Ostrand", "plans", "to leave", attitude=attitude)]) == ()


def test_hearsay_carries_its_chain_innermost_first() -> None:
    assert [claim.chain for claim in claims_of(DOCUMENT, [TOLL, DRIVERS])] == [("a1",), ("a2", "a1")]


def test_a_chain_passes_through_what_is_no_claim_itself() -> None:
    doubting = said(TEXT, "Ana Toll", "said", "drivers told her the road was mined", attitude="belief")
    (claim,) = claims_of(DOCUMENT, [doubting, DRIVERS])
    assert (claim.id, claim.chain) == ("c1", ("a2", "a1"))
